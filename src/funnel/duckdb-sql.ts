import { columnMissing } from './columns.js';
import type { CsvHeader } from './csv-header.js';
import { type FunnelDefinition, propertiesOf } from './definition.js';
import type { EventColumns } from './event-columns.js';
import type { EventFile } from './event-files.js';

/** Longest line of NDJSON or CSV, in bytes; a longer one is a bad line. DuckDB's buffers grow with it. */
const MAX_LINE_BYTES = 1024 * 1024;
/** Largest element of a JSON array, in bytes; a larger one makes the file unreadable. */
const MAX_ELEMENT_BYTES = 16 * 1024 * 1024;

/** Reads any line as one column: no delimiter of a text file is U+0001, which JSON does not allow raw. */
const LINE_OPTIONS = `columns = {'line': 'VARCHAR'}, delim = E'\\x01', quote = '', escape = '', header = false`;
const READ_OPTIONS = `auto_detect = false, hive_partitioning = false, ignore_errors = true, store_rejects = true, max_line_size = ${MAX_LINE_BYTES}`;

/**
 * SQL that yields `row, bad, user, event, ts, id` and the properties `p0, p1, …` of a JSON or NDJSON file, one row per row of the file
 * (blank lines are none), `ts` in whole milliseconds, rounded down.
 */
export function jsonEventsSql(file: EventFile, columns: EventColumns, properties: readonly string[]): string {
  const source = fileLiteral(file.absolute);
  return file.format === 'ndjson'
    ? jsonRows(
        columns,
        properties,
        `SELECT row_number() OVER () AS row, CASE WHEN json_valid(line) THEN line::JSON END AS json
         FROM (SELECT ltrim(line, chr(65279)) AS line
               FROM read_csv(${source}, ${LINE_OPTIONS}, ${READ_OPTIONS}, strict_mode = false))
         WHERE line IS NOT NULL AND NOT regexp_full_match(line, '\\s*')`,
      )
    : jsonRows(
        columns,
        properties,
        `SELECT row_number() OVER () AS row, json
         FROM read_json_objects(${source}, format = 'array', hive_partitioning = false,
           maximum_object_size = ${MAX_ELEMENT_BYTES})`,
      );
}

function jsonRows(columns: EventColumns, properties: readonly string[], rows: string): string {
  return withTimes(`
    SELECT row, coalesce(json_type(json), '') <> 'OBJECT' AS bad,
      ${jsonValue(columns.user, ['VARCHAR', ...JSON_NUMBERS])} AS user,
      ${jsonValue(columns.event, ['VARCHAR'])} AS event,
      ${jsonValue(columns.timestamp, ['VARCHAR', ...JSON_NUMBERS])} AS time,
      ${jsonValue(columns.id, ['VARCHAR', ...JSON_NUMBERS])} AS id${propertyColumns(properties, (name) =>
        jsonValue([name], ['VARCHAR', 'BOOLEAN', ...JSON_NUMBERS]),
      )}
    FROM (${rows})`);
}

const JSON_NUMBERS = ['BIGINT', 'UBIGINT', 'HUGEINT', 'UHUGEINT', 'DOUBLE', 'DECIMAL'] as const;

/** Text of the first candidate that the object has, if its type is one of those. */
function jsonValue(candidates: readonly string[], types: readonly string[]): string {
  const list = types.map(quoteLiteral).join(', ');
  const branches = candidates.map((name) => {
    const pointer = quoteLiteral(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return `WHEN coalesce(json_type(json, ${pointer}), 'NULL') <> 'NULL' THEN
      CASE WHEN json_type(json, ${pointer}) = 'DOUBLE'
        THEN ${finiteText(`json_extract_string(json, ${pointer})`)}
      WHEN json_type(json, ${pointer}) IN (${list}) THEN json_extract_string(json, ${pointer}) END`;
  });
  return `CASE ${branches.join(' ')} END`;
}

/** Text of a double without a trailing `.0`; NULL for NaN and Infinity, which are no values. */
function finiteText(text: string): string {
  return `CASE WHEN NOT regexp_matches(${text}, '[nN]') THEN regexp_replace(${text}, '\\.0$', '') END`;
}

/**
 * The same of a CSV file.
 *
 * @param isStrict by RFC 4180; otherwise line endings may be mixed
 * @throws GrowthError `events_column_missing`
 */
export function csvEventsSql(
  file: EventFile,
  columns: EventColumns,
  properties: readonly string[],
  header: CsvHeader,
  isStrict: boolean,
): string {
  const structure = header.columns.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  return withTimes(`
    SELECT row_number() OVER () AS row, false AS bad, ${csvValue(file, 'user', columns, header)} AS user,
      ${csvValue(file, 'event', columns, header)} AS event,
      ${csvValue(file, 'timestamp', columns, header)} AS time, ${csvColumn(columns.id, header) ?? 'NULL'} AS id${propertyColumns(properties, (name) => csvColumn([name], header) ?? 'NULL')}
    FROM read_csv(${fileLiteral(file.absolute)}, columns = {${structure}}, header = true, skip = ${header.blankLines},
      delim = ${quoteLiteral(header.delimiter)}, quote = '"', escape = '"', ${READ_OPTIONS},
      strict_mode = ${isStrict})`);
}

function csvValue(
  file: EventFile,
  part: 'user' | 'event' | 'timestamp',
  columns: EventColumns,
  header: CsvHeader,
): string {
  const found = csvColumn(columns[part], header);
  if (found !== undefined) return found;
  throw columnMissing(file, part, columns, header.columns);
}

/** Of the candidate columns that the file has, the first that is not empty in a row, as in JSON. */
function csvColumn(candidates: readonly string[], header: CsvHeader): string | undefined {
  const found = candidates.map((name) => header.columns.indexOf(name)).filter((index) => index !== -1);
  return found.length === 0 ? undefined : `coalesce(${found.map((index) => `c${index}`).join(', ')})`;
}

/** ISO 8601 date, or date and time, which is UTC unless an offset follows. DuckDB's TIMESTAMP ignores offsets. */
const ISO_LOCAL = String.raw`\d{4}-\d{2}-\d{2}([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)?`;
const ISO_OFFSET = String.raw`(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)`;
/** DuckDB knows no offset after minutes. */
const WITH_SECONDS = `CASE WHEN substr(time, 17, 1) IN ('Z', '+', '-')
          THEN substr(time, 1, 16) || ':00' || substr(time, 17) ELSE time END`;

/**
 * Turns the column `time`, a text, into `ts`: milliseconds since 1970, rounded down. A number is seconds
 * below 1e11, milliseconds below 1e14, microseconds below 1e17, else nanoseconds. Whole numbers, the
 * usual kind, are kept apart since decimal arithmetic is slow.
 */
export function withTimes(rows: string): string {
  return `
    SELECT * EXCLUDE (time, whole, number), CASE
        WHEN whole IS NOT NULL THEN CASE
          WHEN abs(whole) < 100000000000 THEN whole * 1000
          WHEN abs(whole) < 100000000000000 THEN whole
          WHEN abs(whole) < 100000000000000000 THEN floor_div(whole, 1000)
          ELSE floor_div(whole, 1000000)
        END
        WHEN number IS NOT NULL THEN CASE
          WHEN abs(number) < 100000000000 THEN floor(number * 1000)::BIGINT
          WHEN abs(number) < 100000000000000 THEN floor(number)::BIGINT
          WHEN abs(number) < 100000000000000000 THEN floor_div(floor(number)::HUGEINT, 1000::HUGEINT)::BIGINT
          ELSE floor_div(floor(number)::HUGEINT, 1000000::HUGEINT)::BIGINT
        END
        WHEN regexp_full_match(time, '${ISO_LOCAL}') THEN floor_div(epoch_us(try_cast(time AS TIMESTAMP)), 1000)
        WHEN regexp_full_match(time, '${ISO_LOCAL}${ISO_OFFSET}')
          THEN floor_div(epoch_us(try_cast(${WITH_SECONDS} AS TIMESTAMPTZ)), 1000)
      END AS ts
    FROM (
      SELECT *, CASE WHEN whole IS NULL AND regexp_full_match(time, '-?\\d{1,20}(\\.\\d+)?')
          THEN try_cast(time AS DECIMAL(38, 9)) END AS number
      FROM (SELECT *, CASE WHEN regexp_full_match(time, '-?\\d{1,18}') THEN time::BIGINT END AS whole FROM (${rows}))
    )`;
}

/** An SQL string literal that names one file; in the engine's functions `*`, `?` and `[` are patterns. */
export function fileLiteral(absolute: string): string {
  return quoteLiteral(absolute.replaceAll(/[*?[]/g, (character) => `[${character}]`));
}

/** `, … AS p0, … AS p1` for the properties that filters and segments read. */
export function propertyColumns(properties: readonly string[], value: (name: string) => string): string {
  return properties.map((name, index) => `, ${value(name)} AS p${index}`).join('');
}

/** SQL for the steps that a row can fill by name and filters: bit j for step j (from 0). */
export function stepMaskSql(definition: FunnelDefinition): string {
  const properties = propertiesOf(definition);
  const steps = definition.steps.map(({ event, where }, index) => {
    const filters = where.map(
      ({ property, values }) =>
        `coalesce(p${properties.indexOf(property)} IN (${values.map(quoteLiteral).join(', ')}), false)`,
    );
    const conditions = [`event = ${quoteLiteral(event)}`, ...filters].join(' AND ');
    return `CASE WHEN ${conditions} THEN ${2 ** index} ELSE 0 END`;
  });
  return `(${steps.join(' | ')})`;
}

/** An SQL string literal; the parser ends a statement at U+0000, so that one is added by its number. */
function quoteLiteral(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`;
}
