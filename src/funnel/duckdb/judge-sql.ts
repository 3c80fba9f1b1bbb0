import { type FunnelDefinition, propertiesOf } from '../definition.js';
import { TIME_SQL } from './time-sql.js';
import { plainText, valueLiteral } from './value-sql.js';

/** Why a row is not used; `unclear` is a line that is no object, or an object without a user, name and time. */
const DROP_REASONS = ['bad_line', 'no_user', 'no_event', 'bad_ts', 'unclear'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Rows that count: their steps are a mask, and not the negative number of a reason. */
export const KEPT = 'steps >= 0';

/** What stands for a reason in the column `steps`. */
export function reasonCode(reason: DropReason): number {
  return -1 - DROP_REASONS.indexOf(reason);
}

/** @returns undefined for a mask of steps */
export function reasonOf(steps: number): DropReason | undefined {
  return DROP_REASONS[-1 - steps];
}

/**
 * Users and ids are kept as hashes, so that the table is small and sorted fast: a user as 96 bits, an id as
 * 64 more that count only among the rows of one user. Rows are in the order of files and lines.
 */
export function eventsTableSql({ segmentBy }: FunnelDefinition): string {
  const segment = segmentBy === undefined ? '' : ', segment VARCHAR';
  return `CREATE TABLE events (u UBIGINT, v UINTEGER, i UBIGINT, ts BIGINT, steps INTEGER${segment})`;
}

/**
 * Rows of the table of events.
 *
 * @param rows SQL of `missing` (the reason of a row without a user), `user`, `event`, `id` and the
 *   properties `p0, p1, …` as values (value-sql.ts) and `time` as text
 */
export function judgedSql(definition: FunnelDefinition, rows: string): string {
  const { segmentBy } = definition;
  const property = `p${propertiesOf(definition).indexOf(segmentBy ?? '')}`;
  const segment = `, CASE WHEN mask <> 0 THEN ${plainText(property)} END AS segment`;
  return `
    SELECT hash(user) AS u, (hash('#' || user) & 4294967295)::UINTEGER AS v,
      CASE WHEN id <> '""' THEN hash(id) END AS i, ts, CASE
        WHEN user IS NULL THEN missing
        WHEN is_blank(user) THEN ${reasonCode('no_user')}
        WHEN event IS NULL OR event = '""' THEN ${reasonCode('no_event')}
        WHEN ts IS NULL THEN ${reasonCode('bad_ts')}
        ELSE mask END AS steps${segmentBy === undefined ? '' : segment}
    FROM (SELECT *, ${TIME_SQL} AS ts, ${stepMaskSql(definition)} AS mask FROM (${rows}))`;
}

/** SQL for the steps that a row can fill by name and filters: bit j for step j (from 0). */
function stepMaskSql(definition: FunnelDefinition): string {
  const properties = propertiesOf(definition);
  const steps = definition.steps.map(({ event, where }, index) => {
    const filters = where.map(
      ({ property, values }) =>
        `coalesce(p${properties.indexOf(property)} IN (${values.map(valueLiteral).join(', ')}), false)`,
    );
    const bit = 2 ** index;
    const passes =
      filters.length === 0 ? `${bit}` : `CASE WHEN ${filters.join(' AND ')} THEN ${bit} ELSE 0 END`;
    return `CASE WHEN event = ${valueLiteral(event)} THEN ${passes} ELSE 0 END`;
  });
  return `(${steps.join(' | ')})`;
}
