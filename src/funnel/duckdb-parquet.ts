import { columnMissing } from './columns.js';
import { fileLiteral, propertyColumns, withTimes } from './duckdb-sql.js';
import type { EventColumns } from './event-columns.js';
import type { EventFile } from './event-files.js';

const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\b.*)$/;

/**
 * SQL that yields the same of a Parquet file as `jsonEventsSql` of JSON.
 *
 * @param types type of each column, as DuckDB names it
 * @throws GrowthError `events_column_missing`
 */
export function parquetEventsSql(
  file: EventFile,
  columns: EventColumns,
  properties: readonly string[],
  types: ReadonlyMap<string, string>,
): string {
  const required = (part: 'user' | 'event' | 'timestamp', allowed: (type: string) => boolean) => {
    if (!columns[part].some((name) => types.has(name)))
      throw columnMissing(file, part, columns, [...types.keys()]);
    return coalesced(columns[part], types, allowed);
  };
  const isText = (type: string) => type === 'VARCHAR';
  const isTextOrNumber = (type: string) => isText(type) || NUMBER.test(type);
  const isTime = (type: string) => isTextOrNumber(type) || /^(?:TIMESTAMP|DATE)/.test(type);
  return withTimes(`
    SELECT file_row_number AS row, false AS bad, ${required('user', isTextOrNumber)} AS user,
      ${required('event', isText)} AS event, ${required('timestamp', isTime)} AS time,
      ${coalesced(columns.id, types, isTextOrNumber)} AS id${propertyColumns(properties, (name) =>
        coalesced([name], types, (type) => isTime(type) || type === 'BOOLEAN'),
      )}
    FROM read_parquet(${fileLiteral(file.absolute)}, file_row_number = true, hive_partitioning = false)`);
}

/** Text of the first candidate column that is not null in a row. */
function coalesced(
  candidates: readonly string[],
  types: ReadonlyMap<string, string>,
  isAllowed: (type: string) => boolean,
): string {
  const values = candidates.flatMap((name) => {
    const type = types.get(name);
    return type === undefined ? [] : [isAllowed(type) ? asText(quoteName(name), type) : 'NULL'];
  });
  return values.length === 0 ? 'NULL' : `coalesce(${values.join(', ')})`;
}

function asText(column: string, type: string): string {
  if (type === 'FLOAT' || type === 'DOUBLE') return `regexp_replace(CAST(${column} AS VARCHAR), '\\.0$', '')`;
  // An instant, in UTC; its own text form has an offset of a kind that ISO 8601 does not know.
  return type === 'TIMESTAMP WITH TIME ZONE'
    ? `CAST(CAST(${column} AS TIMESTAMP) AS VARCHAR)`
    : `CAST(${column} AS VARCHAR)`;
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
