import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { FIXTURES, temporaryFolder } from '../../support/growth.js';

/** Some events in formats that only a database writes. */
export const PACKED_EVENTS = await pack();

async function pack(): Promise<{ readonly parquet: Buffer; readonly zst: Buffer }> {
  const folder = temporaryFolder();
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const events = `(FROM read_json('${path.join(FIXTURES, 'events.ndjson')}', ignore_errors = true) LIMIT 40)`;
  const file = (name: string) => path.join(folder, name);
  await connection.run(`COPY ${events} TO '${file('events.parquet')}' (FORMAT parquet)`);
  await connection.run(`COPY ${events} TO '${file('events.csv.zst')}' (FORMAT csv, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
  return {
    parquet: readFileSync(file('events.parquet')),
    zst: readFileSync(file('events.csv.zst')),
  };
}
