import type { DuckDBConnection } from '@duckdb/node-api';

/** The first row of an answer; empty without any. */
export async function firstRow(connection: DuckDBConnection, sql: string): Promise<readonly unknown[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows()[0] ?? [];
}
