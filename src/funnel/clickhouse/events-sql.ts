import { type FunnelDefinition, type FunnelStep } from '../definition.js';
import { isOneOfSql, textSql } from './column.js';
import { quotePattern, quoteString } from './literal.js';
import type { EventsSource } from './source.js';

/** White space as the other engines know it. */
const BLANK = /^[\t\n\f\r ]*$/;
const DROP_REASONS = ['no_user', 'no_event', 'bad_ts'] as const;

/**
 * One row of counts: `read`, rows by reason to drop them, `duplicate`, and of the kept events `used`,
 * `users`, `oldest`, `newest` and `fractions`, how many are not in whole seconds.
 */
export function countsSql(source: EventsSource): string {
  const rows = `SELECT g_reason, g_user, g_ms, toUInt64(1) AS g_rows FROM (${judgedSql(source)})`;
  // Of duplicates the earliest stays, so of each group one row is kept, at its earliest time.
  const events =
    source.id === null
      ? rows
      : `${rows} WHERE g_reason != '' OR g_id = ''
    UNION ALL
    SELECT g_reason, g_user, min(g_ms) AS g_ms, count() AS g_rows FROM (${judgedSql(source)})
    WHERE g_reason = '' AND g_id != '' GROUP BY g_reason, g_user, g_id`;
  const dropped = DROP_REASONS.map((reason) => `countIf(g_reason = '${reason}') AS ${reason}`);
  const kept = "g_reason = ''";
  return `SELECT sum(g_rows) AS read, ${dropped.join(', ')}, sumIf(g_rows - 1, ${kept}) AS duplicate,
    countIf(${kept}) AS used, uniqExactIf(g_user, ${kept}) AS users, minIf(g_ms, ${kept}) AS oldest,
    maxIf(g_ms, ${kept}) AS newest, countIf(${kept} AND g_ms % 1000 != 0) AS fractions FROM (${events})`;
}

/** Which of the rows are read for the steps. */
export interface StepRows {
  /** Time of the newest event that was counted; what is later came while the server counts. */
  readonly newestMs: number;
  readonly hasDuplicates: boolean;
}

/**
 * Kept events that can fill a step: `g_user`, `g_ms`, `g_mask` (bit j for step j, from 0) and `g_segment`:
 * the property after a plus, or a minus where it is missing.
 */
export function stepRowsSql(
  source: EventsSource,
  definition: FunnelDefinition,
  { newestMs, hasDuplicates }: StepRows,
): string {
  const bits = definition.steps.map((step, index) => `if(${stepSql(step, source)}, ${2 ** index}, 0)`);
  const events = hasDuplicates
    ? withoutDuplicates(source, definition)
    : judgedSql(
        source,
        definition.steps.map(({ event }) => event),
      );
  return `SELECT g_user, g_ms, toUInt32(${bits.join(' + ')}) AS g_mask, ${segmentSql(source, definition)} AS g_segment
    FROM (${events}) WHERE g_reason = '' AND g_ms <= (${newestMs}) AND g_mask != 0`;
}

/** A table has no order of rows: of duplicates of one time the one with the smaller name and properties stays. */
function withoutDuplicates(source: EventsSource, definition: FunnelDefinition): string {
  const properties = [...source.properties.keys()].map((_, index) => `g_p${index}`);
  const columns = ['g_reason', 'g_user', 'g_event', 'g_ms', ...properties].join(', ');
  const kept = `SELECT ${columns}, g_id FROM (${judgedSql(source)}) WHERE g_reason = ''`;
  const order = ['g_ms', 'g_event', segmentSql(source, definition), ...properties].join(', ');
  return `SELECT ${columns} FROM (${kept}) WHERE g_id = ''
    UNION ALL
    SELECT ${columns} FROM (SELECT ${columns}, g_id FROM (${kept}) WHERE g_id != '' ORDER BY ${order} LIMIT 1 BY g_user, g_id)`;
}

/** Rows with their parts as text, and why they are dropped: '' for those that are not. */
function judgedSql(source: EventsSource, events?: readonly string[]): string {
  const parts = [
    `ifNull(${textSql(source.user)}, '') AS g_user`,
    `ifNull(${textSql(source.event)}, '') AS g_event`,
    `${source.time.isTime} AS g_timed`,
    `${source.time.milliseconds} AS g_ms`,
    `${source.id === null ? "''" : `ifNull(${textSql(source.id)}, '')`} AS g_id`,
    ...[...source.properties.values()].map((column, index) => `${textSql(column)} AS g_p${index}`),
  ];
  const conditions = [
    ...source.where.map(({ column, values }) => isOneOfSql(column, values)),
    ...(events === undefined ? [] : [isOneOfSql(source.event, [...new Set(events)])]),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT *, multiIf(match(g_user, ${quotePattern(BLANK)}), 'no_user', g_event = '', 'no_event',
      NOT g_timed, 'bad_ts', '') AS g_reason
    FROM (SELECT ${parts.join(', ')} FROM ${source.table}${where})`;
}

/** Whether a row is an event of the step. */
function stepSql({ event, where }: FunnelStep, source: EventsSource): string {
  const names = [...source.properties.keys()];
  const filters = where.map(({ property, values }) => {
    const isOneOf = `g_p${names.indexOf(property)} IN (${values.map(quoteString).join(', ')})`;
    return `ifNull(${isOneOf}, 0)`;
  });
  return [`g_event = ${quoteString(event)}`, ...filters].join(' AND ');
}

function segmentSql(source: EventsSource, { segmentBy }: FunnelDefinition): string {
  if (segmentBy === undefined) return "'-'";
  return `ifNull(concat('+', g_p${[...source.properties.keys()].indexOf(segmentBy)}), '-')`;
}

/** Text of the segment property from `g_segment`, null when missing. */
export function segmentOf(encoded: string): string | null {
  return encoded.startsWith('+') ? encoded.slice(1) : null;
}
