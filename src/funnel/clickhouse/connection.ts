import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import type { ClickHouseAccess } from './access.js';
import { clickHouseFailure } from './failure.js';

export type Answer = Readonly<Record<string, unknown>>;

/** What the engine asks of a server. */
export interface ClickHouseConnection {
  readonly version: string;
  /** All rows of a small answer. */
  readonly rows: (sql: string) => Promise<Answer[]>;
  /** Rows of a large answer as they come; old servers may break off without an error. */
  readonly stream: (sql: string) => AsyncIterable<Answer>;
}

/** Longest time that a query may take, seconds. */
const MAX_SECONDS = 600;
/** Users that a query may return; more are not a sample. */
const MAX_RESULT_ROWS = 100_000_000;
/** Twenty steps of a hundred values each are longer than the usual 256 KiB; bytes. */
const MAX_QUERY_SIZE = 16 * 1024 * 1024;

/**
 * Gives a task a connection and closes it. Every query is read-only and bounded.
 *
 * @throws GrowthError `clickhouse_failed`
 */
export async function withClickHouse<Result>(
  access: ClickHouseAccess,
  task: (connection: ClickHouseConnection) => Promise<Result>,
  maxSeconds = MAX_SECONDS,
): Promise<Result> {
  const { createClient, ClickHouseLogLevel } = await import('@clickhouse/client');
  const client = createClient({
    url: access.url,
    username: access.user,
    password: access.password,
    application: 'growth',
    // The server's own limit comes first, and says more.
    request_timeout: (maxSeconds + 5) * 1000,
    // It would print queries and addresses.
    log: { level: ClickHouseLogLevel.OFF },
  });
  try {
    const [answer] = await whole(client, 'SELECT version() AS version', {});
    const settings = await limits(client, maxSeconds);
    return await task({
      version: String(answer?.['version']),
      rows: (sql) => whole(client, sql, settings),
      stream: (sql) => stream(client, sql, settings),
    });
  } finally {
    await client.close();
  }
}

/** What bounds a query; old servers refuse settings that they do not know, and a read-only user any. */
async function limits(client: ClickHouseClient, maxSeconds: number): Promise<ClickHouseSettings> {
  const known = await whole(
    client,
    "SELECT name, value FROM system.settings WHERE name IN ('readonly', 'cancel_http_readonly_queries_on_client_close')",
    {},
  );
  const valueOf = (name: string) => known.find((row) => row['name'] === name)?.['value'];
  const readonly = valueOf('readonly');
  // The profile of such a user bounds the queries.
  if (readonly === '1') return {};
  return {
    ...(readonly !== '2' && { readonly: '1' }),
    max_execution_time: maxSeconds,
    max_result_rows: String(MAX_RESULT_ROWS),
    result_overflow_mode: 'throw',
    max_query_size: String(MAX_QUERY_SIZE),
    // Where a run is interrupted, nobody waits for the answer any more.
    ...(valueOf('cancel_http_readonly_queries_on_client_close') !== undefined && {
      cancel_http_readonly_queries_on_client_close: 1,
    }),
  };
}

async function whole(
  client: ClickHouseClient,
  query: string,
  settings: ClickHouseSettings,
): Promise<Answer[]> {
  const rows: Answer[] = [];
  // Errors that come late then have a status of their own instead of breaking off the answer.
  for await (const row of stream(client, query, { ...settings, wait_end_of_query: 1 })) rows.push(row);
  return rows;
}

async function* stream(
  client: ClickHouseClient,
  query: string,
  settings: ClickHouseSettings,
): AsyncGenerator<Answer> {
  try {
    const result = await client.query({ query, format: 'JSONEachRow', clickhouse_settings: settings });
    for await (const rows of result.stream<Answer>()) {
      for (const row of rows) {
        // How old servers end an answer that failed on the way.
        if (row.text.startsWith('Code: ')) throw new Error(row.text);
        yield row.json();
      }
    }
  } catch (error) {
    throw clickHouseFailure(error);
  }
}
