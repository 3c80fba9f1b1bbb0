import { columnMissing } from '../columns.js';
import type { EventColumns } from '../event-columns.js';
import type { OpenEvents } from '../open-events.js';
import { reasonCode } from './judge-sql.js';
import { fileLiteral, quoteName } from './literal.js';
import { textColumn } from './value-sql.js';

const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL\b.*)$/;

/**
 * Rows of a Parquet file, as judge-sql.ts takes them.
 *
 * @param types type of each column, as DuckDB names it
 * @throws GrowthError `events_column_missing`
 */
export function parquetSql(
  file: OpenEvents,
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
  const given = properties.map((name, index) => {
    const property = coalesced([name], types, (type) => isTime(type) || type === 'BOOLEAN');
    return `, ${textColumn(property)} AS p${index}`;
  });
  return `
    SELECT ${reasonCode('no_user')} AS missing, ${textColumn(required('user', isTextOrNumber))} AS user,
      ${textColumn(required('event', isText))} AS event, ${required('timestamp', isTime)} AS time,
      ${textColumn(coalesced(columns.id, types, isTextOrNumber))} AS id${given.join('')}
    FROM read_parquet(${fileLiteral(file.opened.name)}, hive_partitioning = false)`;
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
