import { columnMissing } from '../columns.js';
import type { EventColumns } from '../event-columns.js';
import type { OpenEvents } from '../open-events.js';
import type { CsvHeader } from './csv-header.js';
import { reasonCode } from './judge-sql.js';
import { fileArgument } from './file-argument.js';
import { quoteLiteral } from './literal.js';
import { textColumn } from './value-sql.js';

/** Longest line of CSV, in bytes; a longer one is a bad line. DuckDB's buffers grow with it. */
export const MAX_LINE_BYTES = 1024 * 1024;

/**
 * Rows of a CSV file, as judge-sql.ts takes them.
 *
 * @param isStrict by RFC 4180; otherwise line endings may be mixed
 * @throws GrowthError `events_column_missing`
 */
export function csvSql(
  file: OpenEvents,
  columns: EventColumns,
  properties: readonly string[],
  header: CsvHeader,
  isStrict: boolean,
): string {
  const structure = header.columns.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  const given = properties.map(
    (name, index) => `, ${textColumn(column([name], header) ?? 'NULL')} AS p${index}`,
  );
  const required = (part: 'user' | 'event' | 'timestamp') => {
    const found = column(columns[part], header);
    if (found === undefined) throw columnMissing(file, part, columns, header.columns);
    return found;
  };
  return `
    SELECT ${reasonCode('no_user')} AS missing, ${textColumn(required('user'))} AS user, ${textColumn(required('event'))} AS event,
      ${required('timestamp')} AS time, ${textColumn(column(columns.id, header) ?? 'NULL')} AS id${given.join('')}
    FROM read_csv(${fileArgument(file)}, columns = {${structure}}, header = true, skip = ${header.blankLines},
      delim = ${quoteLiteral(header.delimiter)}, quote = '"', escape = '"', auto_detect = false,
      hive_partitioning = false, ignore_errors = true, store_rejects = true, max_line_size = ${MAX_LINE_BYTES},
      strict_mode = ${isStrict})`;
}

/** Of the candidate columns that the file has, the first that is not empty in a row, as in JSON. */
function column(candidates: readonly string[], header: CsvHeader): string | undefined {
  const found = candidates.map((name) => header.columns.indexOf(name)).filter((index) => index !== -1);
  return found.length === 0 ? undefined : `coalesce(${found.map((index) => `c${index}`).join(', ')})`;
}
