import { type FunnelDefinition, type StepFilter, propertiesOf } from '../definition.js';
import type { EventColumns } from '../event-columns.js';
import { nearestFirst } from '../../inputs/problems.js';
import type { Column } from './column.js';
import type { ClickHouseConnection } from './connection.js';
import { failed } from './failure.js';
import { quoteIdentifier } from './literal.js';
import { type TimeSql, timeSql } from './time-sql.js';

/** The section `clickhouse` and the columns of the funnel. */
export interface ClickHouseTable {
  readonly table: string;
  readonly database: string | undefined;
  /** Rows of the table that are read: all of them must pass. */
  readonly where: readonly StepFilter[];
  readonly columns: EventColumns;
}

/** The parts of an event, found in the table. */
export interface EventsSource {
  /** The table, quoted, with its database. */
  readonly table: string;
  readonly user: Column;
  readonly event: Column;
  readonly time: TimeSql;
  /** Null where the table has no such column: then no row is a duplicate. */
  readonly id: Column | null;
  /** Column of each property that the funnel asks for. */
  readonly properties: ReadonlyMap<string, Column>;
  /** Rows of the table that are read. */
  readonly where: readonly { readonly column: Column; readonly values: readonly string[] }[];
}

/**
 * Finds the parts of an event among the table's columns.
 *
 * @throws GrowthError `clickhouse_failed`
 */
export async function describeSource(
  connection: ClickHouseConnection,
  table: ClickHouseTable,
  definition: FunnelDefinition,
): Promise<EventsSource> {
  const name = [table.database, table.table]
    .filter((part) => part !== undefined)
    .map(quoteIdentifier)
    .join('.');
  const described = await connection.rows(`DESCRIBE TABLE ${name}`);
  const columns = described.map((row) => ({ name: String(row['name']), type: String(row['type']) }));
  const find = (candidates: readonly string[]) =>
    candidates.flatMap((one) => columns.find((column) => column.name === one) ?? [])[0];
  const needed = (candidates: readonly string[], where: string) => {
    const found = find(candidates);
    if (found === undefined) throw missing(candidates, columns, where);
    return found;
  };
  const timestamp = needed(table.columns.timestamp, 'columns.timestamp');
  const time = timeSql(timestamp);
  if (time === null) {
    throw failed(
      `column "${timestamp.name}" is of type ${timestamp.type}, which holds no time`,
      'Name the column of the time in funnel_analysis.columns.timestamp.',
    );
  }
  return {
    table: name,
    user: needed(table.columns.user, 'columns.user'),
    event: needed(table.columns.event, 'columns.event'),
    time,
    id: find(table.columns.id) ?? null,
    properties: new Map(
      propertiesOf(definition).map((property) => [
        property,
        needed([property], property === definition.segmentBy ? 'segment_by' : 'steps'),
      ]),
    ),
    where: table.where.map(({ property, values }) => ({
      column: needed([property], 'clickhouse.where'),
      values,
    })),
  };
}

/** Columns named in a message at most. */
const SHOWN_COLUMNS = 10;

function missing(candidates: readonly string[], columns: readonly Column[], where: string) {
  const [wanted = ''] = candidates;
  const nearest = nearestFirst(
    wanted,
    columns.map(({ name }) => name),
  ).slice(0, SHOWN_COLUMNS);
  return failed(
    `the table has no column ${candidates.join(' or ')}; it has ${nearest.join(', ')}${columns.length > SHOWN_COLUMNS ? ', …' : ''}`,
    `Name a column of the table in funnel_analysis.${where}.`,
  );
}
