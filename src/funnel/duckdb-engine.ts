import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { GrowthError } from '../errors.js';
import { readCsvHeader, unclosedQuoteLine } from './csv-header.js';
import type { FunnelDefinition } from './definition.js';
import { DEFAULT_COLUMNS, type EventColumns, csvEventsSql, jsonEventsSql } from './duckdb-sql.js';
import type { EventFile } from './event-files.js';
import { type DroppedRows, type FunnelSummary, FunnelTally, totalDropped } from './summary.js';

export interface DuckDbOptions {
  readonly threads: number;
  /** Names of columns where they are not the usual ones. */
  readonly columns?: Partial<Record<keyof EventColumns, string>> | undefined;
  readonly memoryLimit?: string;
}

export interface FunnelResult {
  readonly summary: FunnelSummary;
  /** Days between the oldest and the newest kept event, at least one; null without events. */
  readonly spanDays: number | null;
}

/**
 * Counts a funnel with DuckDB, embedded: it reads, filters, removes duplicates, sorts and spills;
 * the state machine in TypeScript decides. Loaded only here, since the import takes its time.
 *
 * @throws GrowthError `events_unreadable`, `events_column_missing`
 */
export async function countFunnel(
  files: readonly EventFile[],
  definition: FunnelDefinition,
  options: DuckDbOptions,
): Promise<FunnelResult> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const spill = mkdtempSync(path.join(tmpdir(), 'growth-'));
  const removeSpill = () => rmSync(spill, { recursive: true, force: true, maxRetries: 3 });
  let interrupt: () => void = () => undefined;
  // A signal ends the process without coming back here; a query that goes on would hold it up.
  const onExit = () => {
    interrupt();
    removeSpill();
  };
  process.once('exit', onExit);
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(options.threads),
      memory_limit: options.memoryLimit ?? '512MB',
      temp_directory: spill,
      preserve_insertion_order: 'true',
      // Extensions would be fetched from the network.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    interrupt = () => connection.interrupt();
    try {
      await readEvents(connection, files, options);
      return await tally(connection, definition, await rejectedLines(connection, files));
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    process.off('exit', onExit);
    removeSpill();
  }
}

async function readEvents(
  connection: DuckDBConnection,
  files: readonly EventFile[],
  options: DuckDbOptions,
): Promise<void> {
  await connection.run('CREATE MACRO floor_div(x, d) AS (x - (((x % d) + d) % d)) // d');
  await connection.run(
    'CREATE TABLE events (file INTEGER, row BIGINT, bad BOOLEAN, user VARCHAR, event VARCHAR, ts BIGINT, id VARCHAR)',
  );
  for (const [index, file] of files.entries()) {
    const insert = (sql: string) => connection.run(`INSERT INTO events SELECT ${index}, * FROM (${sql})`);
    try {
      if (file.format === 'csv') await readCsv(file, columnNames(options.columns), insert);
      else await readJson(file, columnNames(options.columns), insert);
    } catch (error) {
      throw error instanceof GrowthError ? error : unreadable(file, engineMessage(error, file), error);
    }
  }
}

type Insert = (sql: string) => Promise<unknown>;

async function readJson(file: EventFile, columns: EventColumns, insert: Insert): Promise<void> {
  if (file.format === 'json' && file.bytes === 0)
    throw unreadable(file, 'the file is empty; an array is expected');
  await insert(jsonEventsSql(file, columns));
}

async function readCsv(file: EventFile, columns: EventColumns, insert: Insert): Promise<void> {
  const header = await readCsvHeader(file.absolute);
  if (header === undefined) throw unreadable(file, 'the file has no header line');
  const line = await unclosedQuoteLine(file.absolute, header.delimiter);
  if (line !== undefined)
    throw unreadable(
      file,
      `the quotation mark of line ${line} is never closed, so all that follows is one value`,
    );
  try {
    await insert(csvEventsSql(file, columns, header, true));
  } catch (error) {
    // What the strict parser reports of mixed line endings; nothing was inserted.
    if (!String(error).includes('state machine reached an invalid state')) throw error;
    await insert(csvEventsSql(file, columns, header, false));
  }
}

function columnNames(given: DuckDbOptions['columns']): EventColumns {
  const choose = (column: keyof EventColumns) => {
    const name = given?.[column];
    return name === undefined ? DEFAULT_COLUMNS[column] : [name];
  };
  return { user: choose('user'), event: choose('event'), timestamp: choose('timestamp'), id: choose('id') };
}

/** Lines that DuckDB could not read as rows; blank ones are none. JSON arrays are read whole or not at all. */
async function rejectedLines(connection: DuckDBConnection, files: readonly EventFile[]): Promise<number> {
  if (files.every(({ format }) => format === 'json')) return 0;
  const [count] = await only(
    connection,
    `SELECT count(*) FROM (
       SELECT DISTINCT scan_id, file_id, line FROM reject_errors WHERE trim(coalesce(csv_line, 'x'), E' \\t\\r\\n') <> ''
     )`,
  );
  return Number(count);
}

async function tally(
  connection: DuckDBConnection,
  definition: FunnelDefinition,
  rejected: number,
): Promise<FunnelResult> {
  await connection.run(`
    CREATE TABLE judged AS
    SELECT user, event, ts, file, row, CASE
      WHEN bad THEN 'bad_line'
      WHEN user IS NULL OR regexp_full_match(user, '\\s*') THEN 'no_user'
      WHEN event IS NULL OR event = '' THEN 'no_event'
      WHEN ts IS NULL THEN 'bad_ts'
      WHEN coalesce(id, '') <> '' AND row_number() OVER (
        PARTITION BY bad, user, id, (event IS NULL OR event = ''), (ts IS NULL) ORDER BY ts, file, row
      ) > 1 THEN 'duplicate'
    END AS reason
    FROM events`);
  const dropped = await droppedRows(connection, rejected);
  const used = await only(
    connection,
    'SELECT count(*), count(DISTINCT user), min(ts), max(ts) FROM judged WHERE reason IS NULL',
  );
  const [eventsUsed, usersSeen] = [Number(used[0]), Number(used[1])];
  const [oldestMs, newestMs] = [used[2], used[3]].map((ms) => (ms === null ? null : Number(ms)));
  const eventsRead = eventsUsed + totalDropped(dropped);
  assertColumns(eventsRead, dropped);

  const funnel = new FunnelTally(definition);
  await forEachUser(connection, definition, (stepTimes) => funnel.add(stepTimes));
  const summary = funnel.summary({
    engine: 'duckdb',
    events_read: eventsRead,
    events_used: eventsUsed,
    dropped,
    users_seen: usersSeen,
    oldestMs: oldestMs ?? null,
    newestMs: newestMs ?? null,
  });
  return { summary, spanDays: spanDays(oldestMs ?? null, newestMs ?? null) };
}

function spanDays(oldestMs: number | null, newestMs: number | null): number | null {
  const DAY_MS = 86_400_000;
  return oldestMs === null || newestMs === null ? null : Math.max(1, (newestMs - oldestMs) / DAY_MS);
}

async function droppedRows(connection: DuckDBConnection, rejected: number): Promise<DroppedRows> {
  const reader = await connection.runAndReadAll(
    'SELECT reason, count(*) FROM judged WHERE reason IS NOT NULL GROUP BY reason',
  );
  const counts = new Map(reader.getRows().map(([reason, count]) => [String(reason), Number(count)]));
  return {
    bad_line: (counts.get('bad_line') ?? 0) + rejected,
    no_user: counts.get('no_user') ?? 0,
    no_event: counts.get('no_event') ?? 0,
    bad_ts: counts.get('bad_ts') ?? 0,
    duplicate: counts.get('duplicate') ?? 0,
  };
}

/** When not one row has a user, a name or a time, the columns have other names; counting zero would mislead. */
function assertColumns(eventsRead: number, dropped: DroppedRows): void {
  const wanting = [
    ['user', dropped.no_user, DEFAULT_COLUMNS.user],
    ['event', dropped.no_event, DEFAULT_COLUMNS.event],
    ['timestamp', dropped.bad_ts, DEFAULT_COLUMNS.timestamp],
  ] as const;
  const missing = wanting.find(([, count]) => eventsRead > 0 && count === eventsRead);
  if (missing === undefined) return;
  const message = `no row has a usable ${missing[0]} column (usual names: ${missing[2].join(', ')})`;
  throw new GrowthError('events_column_missing', message, {
    details: [{ path: `/funnel_analysis/columns/${missing[0]}`, message }],
  });
}

async function forEachUser(
  connection: DuckDBConnection,
  definition: FunnelDefinition,
  visit: (stepTimes: number[][]) => void,
): Promise<void> {
  const values = definition.steps.map((_, index) => `(${index}, $${index + 1})`).join(', ');
  const stream = await connection.stream(
    `SELECT user, step, ts FROM judged JOIN (VALUES ${values}) AS steps(step, name) ON event = name
     WHERE reason IS NULL ORDER BY user, ts, step`,
    definition.steps.map(({ event }) => event),
  );
  let user: DuckDBValue = null;
  let stepTimes = definition.steps.map((): number[] => []);
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [users = [], steps = [], times = []] = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      const next = users[row] ?? null;
      if (next !== user) {
        if (user !== null) visit(stepTimes);
        user = next;
        stepTimes = definition.steps.map((): number[] => []);
      }
      stepTimes[Number(steps[row])]?.push(Number(times[row]));
    }
  }
  if (user !== null) visit(stepTimes);
}

async function only(connection: DuckDBConnection, sql: string): Promise<readonly DuckDBValue[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows()[0] ?? [];
}

function unreadable(file: EventFile, message: string, cause?: unknown): GrowthError {
  return new GrowthError('events_unreadable', `"${file.relative}" cannot be read as events: ${message}`, {
    details: [{ path: file.relative, message }],
    cause,
  });
}

/** The engine's first line without paths, which are this machine's. */
function engineMessage(error: unknown, file: EventFile): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return line
    .replace(/^(?:[A-Z]\w+ )+Error: /, '')
    .replaceAll(file.absolute, file.relative)
    .replaceAll(/"\/[^"]*"/g, `"${file.relative}"`)
    .trim();
}
