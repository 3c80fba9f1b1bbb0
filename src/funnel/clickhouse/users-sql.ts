import type { FunnelDefinition } from '../definition.js';
import type { DepthSql } from './window-funnel.js';

/** What users are counted from. */
export interface UserSource {
  readonly definition: FunnelDefinition;
  /** SQL of the kept events of the steps. */
  readonly stepRows: string;
  readonly depth: DepthSql;
  readonly newestMs: number;
}

/**
 * Users who entered, counted by what the server knows of them: one row per `decided`, `segment`, `depth`
 * and `immature`, with `users`.
 */
export function groupsSql(source: UserSource): string {
  return `SELECT decided, segment, depth, immature, count() AS users
    FROM (${verdictsSql(source)}) GROUP BY decided, segment, depth, immature`;
}

/**
 * One row per user who is in the sample or whom the server cannot decide: `sampled`, its verdict as above
 * (`depth` also where it is not decided, 0 where it is not known), and the user's events as `times`,
 * `masks` and `segments`, in no order.
 *
 * @param sample users; undefined for all
 */
export function historiesSql(source: UserSource, sample: number | undefined, hasUndecided: boolean): string {
  const rows = source.stepRows;
  const arrays = [
    'groupArray(g_ms) AS times',
    'groupArray(g_mask) AS masks',
    ...(source.definition.segmentBy === undefined ? [] : ['groupArray(g_segment) AS segments']),
  ];
  if (sample === undefined) return verdictsSql(source, rows, ['toUInt8(1) AS sampled', ...arrays]);
  // The smallest hashes are as good as drawn by lot, and the same in every run.
  const sampled = `g_user IN (SELECT g_user FROM (SELECT DISTINCT g_user FROM (${rows}) WHERE bitAnd(g_mask, 1) != 0)
    ORDER BY cityHash64(g_user), g_user LIMIT ${sample})`;
  const undecided = `g_user IN (SELECT g_user FROM (${verdictsSql(source)}) WHERE NOT decided)`;
  const chosen = `SELECT *, ${sampled} AS g_sampled FROM (${rows}) WHERE g_sampled${hasUndecided ? ` OR ${undecided}` : ''}`;
  return verdictsSql(source, chosen, ['max(g_sampled) AS sampled', ...arrays]);
}

/**
 * What the server knows of each user who entered. The segment is known when all step-1 events agree: the
 * counted attempt begins with one of them. Whether the window is still open is known when the attempt is
 * complete, when it is one event, which then is the earliest, or when all step-1 events are on one side.
 */
function verdictsSql(
  { definition, stepRows, depth, newestMs }: UserSource,
  rows = stepRows,
  columns: readonly string[] = [],
): string {
  const isFirst = 'bitAnd(g_mask, 1) != 0';
  const facts = [
    'g_user',
    `${depth.depth} AS depth`,
    `minIf(g_ms, ${isFirst}) AS g_first`,
    `maxIf(g_ms, ${isFirst}) AS g_last`,
    `minIf(g_segment, ${isFirst}) AS segment`,
    `maxIf(g_segment, ${isFirst}) AS g_other`,
    `${depth.isLight === undefined ? 'toUInt8(1)' : 'min(g_light)'} AS g_counted`,
    `countIf(${isFirst}) AS g_entries`,
    ...columns,
  ];
  const marked = depth.isLight === undefined ? rows : `SELECT *, ${depth.isLight} AS g_light FROM (${rows})`;
  const { isKnown, isOpen } = openWindowSql(definition, newestMs);
  return `SELECT *, toUInt8(g_counted AND segment = g_other AND (${isKnown})) AS decided, toUInt8(${isOpen}) AS immature
    FROM (SELECT ${facts.join(', ')} FROM (${marked}) GROUP BY g_user) WHERE g_entries > 0`;
}

function openWindowSql(
  { steps, windowMs }: FunnelDefinition,
  newestMs: number,
): { isKnown: string; isOpen: string } {
  if (windowMs === null) return { isKnown: '1', isOpen: '0' };
  const isOpen = (time: string) => `(${time} > (${newestMs - windowMs}))`;
  return {
    isKnown: `depth = ${steps.length} OR depth = 1 OR ${isOpen('g_first')} = ${isOpen('g_last')}`,
    isOpen: `depth < ${steps.length} AND ${isOpen('g_first')}`,
  };
}
