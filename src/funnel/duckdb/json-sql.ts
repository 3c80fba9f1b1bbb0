import type { EventColumns } from '../event-columns.js';
import type { OpenEvents } from '../open-events.js';
import { reasonCode } from './judge-sql.js';
import { fileArgument } from './file-argument.js';
import { quoteLiteral, quoteName } from './literal.js';
import { plainText } from './value-sql.js';

/** Largest element of a JSON array, in bytes; a larger one makes the file unreadable. */
export const MAX_ELEMENT_BYTES = 16 * 1024 * 1024;
/** Longest line, in bytes, where NDJSON is read line by line: the buffers take sixteen times as much. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** Reads any line as one column: no delimiter of a text file is U+0001, which JSON does not allow raw. */
const LINE_OPTIONS = `columns = {'line': 'VARCHAR'}, delim = E'\\x01', quote = '', escape = '', header = false`;
const LINES = `auto_detect = false, hive_partitioning = false, ignore_errors = true, store_rejects = true, strict_mode = false`;
const NEWLINE_DELIMITED = `format = 'newline_delimited', ignore_errors = true, hive_partitioning = false, maximum_object_size = ${MAX_ELEMENT_BYTES}`;

/** Whether the fast reader of NDJSON can be asked for these keys: names of columns know no case. */
export function areDistinctColumns(keys: readonly string[]): boolean {
  return new Set(keys.map((key) => key.toLowerCase())).size === keys.length;
}

/** Keys of an object that are read, each once. */
export function keysOf(columns: EventColumns, properties: readonly string[]): string[] {
  return [
    ...new Set([...columns.user, ...columns.event, ...columns.timestamp, ...columns.id, ...properties]),
  ];
}

/**
 * Rows of NDJSON by DuckDB's own reader, which takes a line apart once. A line that it cannot read comes
 * as a row without values, and so does an object without the keys: these are `unclear`.
 */
export function ndjsonSql(file: OpenEvents, columns: EventColumns, properties: readonly string[]): string {
  const others = new Set([...columns.user, ...columns.event, ...columns.id, ...properties]);
  const keys = keysOf(columns, properties);
  // A time that is nothing else is asked for as text: it need not be told from other types.
  const types = keys.map((key) => `${quoteLiteral(key)}: '${others.has(key) ? 'JSON' : 'VARCHAR'}'`);
  const value = (key: string) => `${quoteName(key)}::VARCHAR`;
  return valuesSql(columns, properties, {
    value,
    time: (key) => (others.has(key) ? jsonText(value(key)) : value(key)),
    missing: `CASE WHEN raw_event IS NULL AND raw_time IS NULL THEN ${reasonCode('unclear')} ELSE ${reasonCode('no_user')} END`,
    source: `read_json(${fileArgument(file)}, ${NEWLINE_DELIMITED}, columns = {${types.join(', ')}})`,
  });
}

/** One row with the number of lines that are no object, of those that the fast reader takes for rows. */
export function badLinesSql(file: OpenEvents): string {
  return `SELECT count(*) FROM read_json_objects(${fileArgument(file)}, ${NEWLINE_DELIMITED})
    WHERE json IS NULL OR NOT regexp_matches(json::VARCHAR, '^\\s*\\{')`;
}

/** Rows of NDJSON line by line, for files that the fast reader does not take. Blank lines are none. */
export function linesSql(file: OpenEvents, columns: EventColumns, properties: readonly string[]): string {
  const source = `(SELECT CASE WHEN json_valid(line) THEN line::JSON END AS json
    FROM (SELECT ltrim(line, chr(65279)) AS line FROM read_csv(${fileArgument(file)}, ${LINE_OPTIONS}, ${LINES},
      max_line_size = ${MAX_LINE_BYTES}))
    WHERE line IS NOT NULL AND NOT regexp_full_match(line, '\\s*'))`;
  return objectsSql(columns, properties, source);
}

/** Rows of a JSON array, one per element. */
export function arraySql(file: OpenEvents, columns: EventColumns, properties: readonly string[]): string {
  const source = `read_json_objects(${fileArgument(file)}, format = 'array', hive_partitioning = false,
    maximum_object_size = ${MAX_ELEMENT_BYTES})`;
  return objectsSql(columns, properties, source);
}

function objectsSql(columns: EventColumns, properties: readonly string[], source: string): string {
  const keys = keysOf(columns, properties);
  const pointers = keys.map((key) => quoteLiteral(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`));
  const value = (key: string) => `nullif(found[${keys.indexOf(key) + 1}]::VARCHAR, 'null')`;
  return valuesSql(columns, properties, {
    value,
    time: (key) => jsonText(value(key)),
    missing: `CASE WHEN coalesce(json_type(json), '') = 'OBJECT' THEN ${reasonCode('no_user')} ELSE ${reasonCode('bad_line')} END`,
    context: ', json',
    source: `(SELECT json, json_extract(json, [${pointers.join(', ')}]) AS found FROM ${source})`,
  });
}

/** The text of a JSON string, and any other value as it is written. */
function jsonText(sql: string): string {
  return `CASE WHEN starts_with(${sql}, '"') THEN ${plainText(sql)} ELSE ${sql} END`;
}

interface JsonReader {
  /** SQL of the value of a key, as JSON. */
  readonly value: (key: string) => string;
  /** SQL of the value of a key, as text. */
  readonly time: (key: string) => string;
  /** SQL of the reason why a row has no user. */
  readonly missing: string;
  /** Further columns of the source that this needs; a key may have any name, so not all are passed on. */
  readonly context?: string;
  readonly source: string;
}

/** Of the candidates for a part of an event, the first that the object has and that is not null counts. */
function valuesSql(
  columns: EventColumns,
  properties: readonly string[],
  { value, time, missing, context = '', source }: JsonReader,
): string {
  const first = (candidates: readonly string[], of: (key: string) => string) =>
    `coalesce(${candidates.map(of).join(', ')})`;
  const raw = properties.map((name, index) => `, ${value(name)} AS raw${index}`).join('');
  const judged = properties.map((_, index) => `, property_value(raw${index}) AS p${index}`).join('');
  return `
    SELECT ${missing} AS missing, text_value(raw_user) AS user, CASE WHEN starts_with(raw_event, '"') THEN raw_event END AS event,
      raw_time AS time, text_value(raw_id) AS id${judged}
    FROM (SELECT ${first(columns.user, value)} AS raw_user, ${first(columns.event, value)} AS raw_event,
        ${first(columns.timestamp, time)} AS raw_time, ${first(columns.id, value)} AS raw_id${raw}${context}
      FROM ${source})`;
}
