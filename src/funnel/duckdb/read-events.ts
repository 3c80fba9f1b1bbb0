import type { DuckDBConnection } from '@duckdb/node-api';
import { GrowthError } from '../../errors.js';
import { type FunnelDefinition, propertiesOf } from '../definition.js';
import { eventBytes } from '../event-bytes.js';
import { type ColumnNames, type EventColumns, columnNames } from '../event-columns.js';
import type { EventFile } from '../event-file.js';
import { type OpenEvents, unreadableEvents, withEvents } from '../open-events.js';
import { readCsvHeader, unclosedQuoteLine } from './csv-header.js';
import { csvSql } from './csv-sql.js';
import { isDiskFull } from './disk-full.js';
import { firstRow } from './first-row.js';
import { areDistinctColumns, arraySql, badLinesSql, keysOf, linesSql, ndjsonSql } from './json-sql.js';
import { eventsTableSql, judgedSql, reasonCode } from './judge-sql.js';
import { fileLiteral } from './literal.js';
import { parquetSql } from './parquet-sql.js';
import { TIME_MACROS } from './time-sql.js';
import { VALUE_MACROS } from './value-sql.js';

export interface ReadOptions {
  /** Names of columns where they are not the usual ones. */
  readonly columns?: ColumnNames | undefined;
  /** Called after each file that was read. */
  readonly onFile?: () => void;
}

/** Columns of a CSV or Parquet file: the engine keeps buffers for each. */
export const MAX_COLUMNS = 2000;

/** Puts rows, given as SQL, into the table of events. */
type Insert = (rows: string) => Promise<unknown>;

interface Reading {
  readonly connection: DuckDBConnection;
  readonly file: OpenEvents;
  readonly columns: EventColumns;
  /** Properties that the funnel's filters and segments read. */
  readonly properties: readonly string[];
  readonly insert: Insert;
}

/**
 * Fills the table of events from files.
 *
 * @returns the number of lines that are in the table as `unclear` but are no objects, and of those that
 *   could not even be read as lines
 * @throws GrowthError `events_unreadable`, `events_column_missing`
 */
export async function readEvents(
  connection: DuckDBConnection,
  files: readonly EventFile[],
  definition: FunnelDefinition,
  options: ReadOptions,
): Promise<{ readonly unclearBad: number; readonly rejected: number }> {
  for (const sql of ["SET TimeZone = 'UTC'", ...TIME_MACROS, ...VALUE_MACROS, eventsTableSql(definition)]) {
    await connection.run(sql);
  }
  const columns = columnNames(options.columns);
  const properties = propertiesOf(definition);
  const insert = (rows: string) => connection.run(`INSERT INTO events ${judgedSql(definition, rows)}`);
  let [unclear, unclearBad] = [0, 0];
  for (const file of files) {
    try {
      await withEvents(file, async (events) => {
        await readFile({ connection, file: events, columns, properties, insert });
        const unclearNow = await countUnclear(connection);
        if (unclearNow > unclear) unclearBad += Number((await firstRow(connection, badLinesSql(events)))[0]);
        unclear = unclearNow;
      });
    } catch (error) {
      if (error instanceof GrowthError || isDiskFull(error)) throw error;
      throw unreadableEvents(file, engineMessage(error, file), error);
    }
    options.onFile?.();
  }
  return { unclearBad, rejected: await rejectedLines(connection) };
}

async function readFile(reading: Reading): Promise<void> {
  const { connection, file, columns, properties, insert } = reading;
  switch (file.format) {
    case 'ndjson':
      await readNdjson(reading);
      break;
    case 'csv':
      await readCsv(reading);
      break;
    case 'parquet':
      await insert(parquetSql(file, columns, properties, await parquetColumns(connection, file)));
      break;
    case 'json':
      if (file.bytes === 0) throw unreadableEvents(file, 'the file is empty; an array is expected');
      await insert(arraySql(file, columns, properties));
      break;
  }
}

async function readNdjson({ file, columns, properties, insert }: Reading): Promise<void> {
  const isForFastReader =
    areDistinctColumns(keysOf(columns, properties)) && !(await startsWithByteOrderMark(file));
  try {
    if (isForFastReader) {
      await insert(ndjsonSql(file, columns, properties));
      return;
    }
  } catch (error) {
    // A line that is longer than the reader's buffers ends it; nothing was inserted.
    if (!String(error).includes('maximum_object_size')) throw error;
  }
  await insert(linesSql(file, columns, properties));
}

async function startsWithByteOrderMark(file: OpenEvents): Promise<boolean> {
  for await (const bytes of eventBytes(file))
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return false;
}

async function readCsv({ file, columns, properties, insert }: Reading): Promise<void> {
  const header = await readCsvHeader(file);
  if (header === undefined) throw unreadableEvents(file, 'the file has no header line of at most 64 KiB');
  refuseManyColumns(file, header.columns.length);
  const line = await unclosedQuoteLine(file, header.delimiter);
  if (line !== undefined)
    throw unreadableEvents(
      file,
      `the quotation mark of line ${line} is never closed, so all that follows is one value`,
    );
  try {
    await insert(csvSql(file, columns, properties, header, true));
  } catch (error) {
    // What the strict parser reports of mixed line endings; nothing was inserted.
    if (!String(error).includes('state machine reached an invalid state')) throw error;
    await insert(csvSql(file, columns, properties, header, false));
  }
}

async function parquetColumns(
  connection: DuckDBConnection,
  file: OpenEvents,
): Promise<ReadonlyMap<string, string>> {
  const reader = await connection.runAndReadAll(
    `DESCRIBE SELECT * FROM read_parquet(${fileLiteral(file.opened.name)}, hive_partitioning = false)`,
  );
  const rows = reader.getRows();
  refuseManyColumns(file, rows.length);
  return new Map(rows.map(([name, type]) => [String(name), String(type)]));
}

/** @throws GrowthError `limit_exceeded` */
function refuseManyColumns({ relative }: OpenEvents, columns: number): void {
  if (columns <= MAX_COLUMNS) return;
  const message = `has ${columns} columns; at most ${MAX_COLUMNS} are read`;
  throw new GrowthError('limit_exceeded', `"${relative}" ${message}`, {
    hint: 'Export the columns of the user, the event, the time and the properties that the funnel uses.',
    details: [{ path: relative, message }],
  });
}

async function countUnclear(connection: DuckDBConnection): Promise<number> {
  const [count] = await firstRow(
    connection,
    `SELECT count(*) FROM events WHERE steps = ${reasonCode('unclear')}`,
  );
  return Number(count);
}

/** Lines that the line reader could not read; blank ones are none. JSON arrays are read whole or not at all. */
async function rejectedLines(connection: DuckDBConnection): Promise<number> {
  const [tables] = await firstRow(
    connection,
    `SELECT count(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'`,
  );
  if (Number(tables) === 0) return 0;
  const [count] = await firstRow(
    connection,
    `SELECT count(*) FROM (
       SELECT DISTINCT scan_id, file_id, line FROM reject_errors WHERE trim(coalesce(csv_line, 'x'), E' \\t\\r\\n') <> ''
     )`,
  );
  return Number(count);
}

/** The engine's first line without paths, which are this machine's. */
function engineMessage(error: unknown, file: EventFile): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return line
    .replace(/^(?:[A-Z]\w+ )+Error: /, '')
    .replaceAll(file.absolute, file.relative)
    .replaceAll(/\/proc\/self\/fd\/\d+/g, file.relative)
    .replaceAll(/"\/[^"]*"/g, `"${file.relative}"`)
    .trim();
}
