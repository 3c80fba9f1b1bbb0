import type { DuckDBConnection } from '@duckdb/node-api';
import { GrowthError } from '../errors.js';
import { assertColumns } from './columns.js';
import { readCsvHeader, unclosedQuoteLine } from './csv-header.js';
import { type FunnelDefinition, propertiesOf } from './definition.js';
import { parquetEventsSql } from './duckdb-parquet.js';
import { csvEventsSql, fileLiteral, jsonEventsSql, stepMaskSql } from './duckdb-sql.js';
import { type ColumnNames, type EventColumns, columnNames } from './event-columns.js';
import type { EventFile } from './event-files.js';
import { withSpillFolder } from './spill-folder.js';
import { type DroppedRows, FunnelTally, type FunnelResult, spanDays, totalDropped } from './summary.js';

export interface CountOptions {
  readonly threads: number;
  /** Names of columns where they are not the usual ones. */
  readonly columns?: ColumnNames | undefined;
  readonly memoryLimit?: string;
  /** Called after each file that was read. */
  readonly onFile?: () => void;
}

/**
 * Counts a funnel with DuckDB, embedded: it reads, filters, removes duplicates, sorts and spills;
 * the state machine in TypeScript decides. Loaded only here, since the import takes its time.
 *
 * @throws GrowthError `events_unreadable`, `events_column_missing`, `disk_full`
 */
export async function countWithDuckDb(
  files: readonly EventFile[],
  definition: FunnelDefinition,
  options: CountOptions,
): Promise<FunnelResult> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return withSpillFolder(async (folder, onExit) => {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(options.threads),
      memory_limit: options.memoryLimit ?? '512MB',
      temp_directory: folder,
      preserve_insertion_order: 'true',
      // Extensions would be fetched from the network.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    // A query that goes on would hold up the exit.
    onExit(() => connection.interrupt());
    try {
      await readEvents(connection, files, definition, options);
      return await tally(connection, definition, await rejectedLines(connection, files));
    } catch (error) {
      throw isDiskFull(error) ? diskFull(error) : error;
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });
}

function isDiskFull(error: unknown): boolean {
  return /No space left on device|max_temp_directory_size/.test(String(error));
}

function diskFull(cause: unknown): GrowthError {
  const message = 'the temporary folder has no room for what the funnel has to sort; nothing was written';
  return new GrowthError('disk_full', message, { cause });
}

async function readEvents(
  connection: DuckDBConnection,
  files: readonly EventFile[],
  definition: FunnelDefinition,
  options: CountOptions,
): Promise<void> {
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run('CREATE MACRO floor_div(x, d) AS (x - (((x % d) + d) % d)) // d');
  const properties = propertiesOf(definition);
  const columns = columnNames(options.columns);
  const kept = `bad, user, event, ts, id, ${stepMaskSql(definition)} AS steps, ${segmentColumn(definition)} AS segment`;
  await connection.run(
    `CREATE TABLE events (file INTEGER, row BIGINT, bad BOOLEAN, user VARCHAR, event VARCHAR, ts BIGINT,
       id VARCHAR, steps INTEGER, segment VARCHAR)`,
  );
  for (const [index, file] of files.entries()) {
    const insert = (sql: string) =>
      connection.run(`INSERT INTO events SELECT ${index}, row, ${kept} FROM (${sql})`);
    try {
      if (file.format === 'csv') await readCsv(file, columns, properties, insert);
      else if (file.format === 'parquet') {
        const types = await parquetColumns(connection, file);
        await insert(parquetEventsSql(file, columns, properties, types));
      } else await readJson(file, columns, properties, insert);
    } catch (error) {
      if (error instanceof GrowthError || isDiskFull(error)) throw error;
      throw unreadable(file, engineMessage(error, file), error);
    }
    options.onFile?.();
  }
}

function segmentColumn(definition: FunnelDefinition): string {
  return definition.segmentBy === undefined
    ? 'NULL'
    : `p${propertiesOf(definition).indexOf(definition.segmentBy)}`;
}

async function parquetColumns(
  connection: DuckDBConnection,
  file: EventFile,
): Promise<ReadonlyMap<string, string>> {
  const reader = await connection.runAndReadAll(
    `DESCRIBE SELECT * FROM read_parquet(${fileLiteral(file.absolute)}, hive_partitioning = false)`,
  );
  return new Map(reader.getRows().map(([name, type]) => [String(name), String(type)]));
}

type Insert = (sql: string) => Promise<unknown>;

async function readJson(
  file: EventFile,
  columns: EventColumns,
  properties: readonly string[],
  insert: Insert,
): Promise<void> {
  if (file.format === 'json' && file.bytes === 0)
    throw unreadable(file, 'the file is empty; an array is expected');
  await insert(jsonEventsSql(file, columns, properties));
}

async function readCsv(
  file: EventFile,
  columns: EventColumns,
  properties: readonly string[],
  insert: Insert,
): Promise<void> {
  const header = await readCsvHeader(file);
  if (header === undefined) throw unreadable(file, 'the file has no header line');
  const line = await unclosedQuoteLine(file, header.delimiter);
  if (line !== undefined)
    throw unreadable(
      file,
      `the quotation mark of line ${line} is never closed, so all that follows is one value`,
    );
  try {
    await insert(csvEventsSql(file, columns, properties, header, true));
  } catch (error) {
    // What the strict parser reports of mixed line endings; nothing was inserted.
    if (!String(error).includes('state machine reached an invalid state')) throw error;
    await insert(csvEventsSql(file, columns, properties, header, false));
  }
}

/** Lines that DuckDB could not read as rows; blank ones are none. JSON arrays are read whole or not at all. */
async function rejectedLines(connection: DuckDBConnection, files: readonly EventFile[]): Promise<number> {
  if (files.every(({ format }) => format === 'json' || format === 'parquet')) return 0;
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
    SELECT user, ts, file, row, steps, segment, CASE
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
  const [oldestMs = null, newestMs = null] = [used[2], used[3]].map((ms) =>
    ms === null || ms === undefined ? null : Number(ms),
  );
  const eventsRead = eventsUsed + totalDropped(dropped);
  assertColumns(eventsRead, dropped);

  const funnel = new FunnelTally(definition, newestMs);
  await forEachUser(connection, definition, funnel);
  const summary = funnel.summary({
    engine: 'duckdb',
    events_read: eventsRead,
    events_used: eventsUsed,
    dropped,
    users_seen: usersSeen,
  });
  return { summary, spanDays: spanDays(oldestMs, newestMs) };
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

async function forEachUser(
  connection: DuckDBConnection,
  { mode }: FunnelDefinition,
  funnel: FunnelTally,
): Promise<void> {
  // Neighbours are counted among all events of a user, other modes see only those of a step.
  const wanted = mode === 'strict' ? '' : 'AND steps <> 0';
  const stream = await connection.stream(
    `SELECT user, ts, steps, segment FROM judged WHERE reason IS NULL ${wanted} ORDER BY user, ts, file, row`,
  );
  let user: unknown = null;
  let times: number[] = [];
  let steps: number[] = [];
  let segments: (string | null)[] = [];
  const finish = () => {
    if (user !== null) funnel.add({ times, steps }, (event) => segments[event] ?? null);
    [times, steps, segments] = [[], [], []];
  };
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    const [userColumn = [], timeColumn = [], stepColumn = [], segmentColumn = []] = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      const next = userColumn[row] ?? null;
      if (next !== user) finish();
      user = next;
      times.push(Number(timeColumn[row]));
      steps.push(Number(stepColumn[row]));
      const segment = segmentColumn[row] ?? null;
      segments.push(segment === null ? null : String(segment));
    }
  }
  finish();
}

async function only(connection: DuckDBConnection, sql: string): Promise<readonly unknown[]> {
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
