import type { DuckDBConnection } from '@duckdb/node-api';
import { firstRow } from './first-row.js';
import { KEPT } from './judge-sql.js';
import { partitions } from './partitions.js';

/**
 * Makes the view `used`: the rows that count, of those with the same user and event id the earliest only,
 * then the first in the files. Most ids come once, so those that come twice are looked for by one hash
 * first, and only their rows are compared.
 *
 * @param kept rows that count, duplicates included
 * @returns the number of duplicates
 */
export async function markDuplicates(connection: DuckDBConnection, kept: number): Promise<number> {
  await connection.run('CREATE TABLE twice (key UBIGINT)');
  for (const part of partitions('u', kept)) {
    // A window without an order of its own sees the rows as they come: sorted.
    await connection.run(`INSERT INTO twice
      SELECT key FROM (
        SELECT key, key = lag(key) OVER () AS again
        FROM (SELECT hash(u, i) AS key FROM events WHERE ${KEPT} AND i IS NOT NULL AND ${part} ORDER BY key))
      WHERE again`);
  }
  await connection.run(`CREATE TABLE duplicates AS
    SELECT row FROM (
      SELECT rowid AS row, row_number() OVER (PARTITION BY u, v, i ORDER BY ts, rowid) AS place
      FROM events WHERE ${KEPT} AND i IS NOT NULL AND hash(u, i) IN (SELECT key FROM twice))
    WHERE place > 1`);
  const [duplicates] = await firstRow(connection, 'SELECT count(*) FROM duplicates');
  await connection.run(`CREATE VIEW used AS SELECT rowid AS row, * FROM events WHERE ${KEPT}
    ${Number(duplicates) === 0 ? '' : 'AND rowid NOT IN (SELECT row FROM duplicates)'}`);
  return Number(duplicates);
}
