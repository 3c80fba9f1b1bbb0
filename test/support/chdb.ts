import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import type { Answer, ClickHouseConnection } from '../../src/funnel/clickhouse/connection.js';

/** Folder with chdb in its node_modules: ClickHouse of today as a library. Half a gigabyte, so no dependency. */
const FOLDER = process.env['GROWTH_CHDB'];

export const hasChdb = FOLDER !== undefined;

const ModuleSchema = z.object({
  query: z.custom<(sql: string, format: string) => string>((value) => typeof value === 'function'),
  Session: z.custom<new () => { query: (sql: string, format: string) => string; cleanup: () => void }>(
    (value) => typeof value === 'function',
  ),
});

export interface ChdbServer {
  readonly run: (statement: string) => Promise<string>;
  readonly connection: ClickHouseConnection;
  readonly stop: () => void;
}

export function startChdb(): ChdbServer {
  if (FOLDER === undefined) throw new Error('GROWTH_CHDB is not set');
  const load = createRequire(path.join(FOLDER, 'package.json'));
  const { Session } = ModuleSchema.parse(load('chdb'));
  const session = new Session();
  const rows = (sql: string): Answer[] =>
    session
      .query(sql, 'JSONEachRow')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  const connection: ClickHouseConnection = {
    version: String(rows('SELECT version() AS version')[0]?.['version']),
    rows: (sql) => Promise.resolve(rows(sql)),
    stream: async function* (sql) {
      yield* await Promise.resolve(rows(sql));
    },
  };
  return {
    run: (statement) => Promise.resolve(session.query(statement, 'TabSeparated')),
    connection,
    stop: () => session.cleanup(),
  };
}
