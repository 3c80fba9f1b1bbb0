import { GrowthError } from '../../errors.js';
import type { FunnelDefinition, FunnelStep } from '../definition.js';
import type { ClickHouseConnection } from './connection.js';

/** What the kept events are like, as the server counts them. */
export interface KeptEvents {
  readonly oldestMs: number;
  readonly newestMs: number;
  readonly isInWholeSeconds: boolean;
}

/** First version whose windowFunnel knows `strict_once`: its changelog, pull request 69738. */
const STRICT_ONCE_SINCE = [24, 10] as const;
/** A version whose windowFunnel takes times and windows of 64 bits. */
const WIDE_TIMES_SINCE = [21, 8] as const;
/** Older ones keep times in 32 bits, one of them for the sign. */
const NARROW_RANGE = 2 ** 31;
/**
 * `strict_once` keeps every chain of a user's events, which can be as many as the product of those at each
 * step. Above so many a user is left to the state machine: 3,000 events once took 600 MB.
 */
const MAX_CHAINS = 10_000;

function isSince(version: string, [sinceMajor, sinceMinor]: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}

/**
 * @throws GrowthError `clickhouse_unsupported` when the server can't count the funnel exactly
 */
export function assertCountable(
  { mode, steps }: FunnelDefinition,
  { version }: Pick<ClickHouseConnection, 'version'>,
): void {
  if (mode !== 'ordered' && mode !== 'strict_increase') {
    throw unsupported(
      '/funnel_analysis/mode',
      `ClickHouse cannot count the mode "${mode}" exactly; it counts ordered and strict_increase`,
    );
  }
  const shared = steps.findIndex((step, index) => steps.slice(0, index).some((one) => canShare(one, step)));
  if (shared !== -1 && !isSince(version, STRICT_ONCE_SINCE)) {
    const name = steps[shared]?.event ?? '';
    throw unsupported(
      `/funnel_analysis/steps/${shared}`,
      `one event "${name}" can fill two steps, which ClickHouse ${version} cannot count exactly; it needs ${STRICT_ONCE_SINCE.join('.')}`,
    );
  }
}

/** Whether one event can fill both steps: the same name, and no property that tells them apart. */
function canShare(one: FunnelStep, other: FunnelStep): boolean {
  return (
    one.event === other.event &&
    !one.where.some(({ property, values }) =>
      other.where.some(
        (filter) => filter.property === property && !filter.values.some((value) => values.includes(value)),
      ),
    )
  );
}

/** How the depth of a user is counted: over rows with `g_user`, `g_ms` and `g_mask`, grouped by user. */
export interface DepthSql {
  /** The depth as an aggregate; of no meaning for users that are not light. */
  readonly depth: string;
  /** Whether the server may count a user, as a condition on rows; undefined where it may count all. */
  readonly isLight: string | undefined;
}

/** @throws GrowthError `clickhouse_unsupported` when the server can't tell the times apart */
export function depthSql(
  definition: FunnelDefinition,
  kept: KeptEvents,
  version: string,
  stepRows: string,
): DepthSql {
  const { steps } = definition;
  const isShared = steps.some((step, index) => steps.slice(0, index).some((one) => canShare(one, step)));
  const conditions = steps.map((_, index) => `bitAnd(g_mask, ${2 ** index}) != 0`);
  if (!isShared) return { depth: byPlaces(definition, conditions, kept, version), isLight: undefined };
  const chains = conditions.map((condition) => `greatest(toFloat64(countIf(${condition})), 1)`);
  return {
    depth: strictOnce(definition, conditions, kept),
    isLight: `g_user IN (SELECT g_user FROM (${stepRows}) GROUP BY g_user HAVING ${chains.join(' * ')} <= ${MAX_CHAINS})`,
  };
}

/** Times begin at the oldest event, because they must not be negative. Events of heavy users are left out. */
function strictOnce(
  { mode, windowMs }: FunnelDefinition,
  conditions: readonly string[],
  { oldestMs, newestMs }: KeptEvents,
): string {
  const modes = mode === 'strict_increase' ? `'strict_once', 'strict_increase'` : `'strict_once'`;
  return `windowFunnelIf(${windowMs ?? newestMs - oldestMs}, ${modes})(toUInt64(g_ms - (${oldestMs})), ${conditions.join(', ')}, g_light)`;
}

/**
 * Where each event fills one step only, the plain windowFunnel counts in one pass. It sorts events of one
 * time in an order of its own, so that a time is multiplied by the number of steps K, and the step is
 * added: in order for `ordered`, so that ties count in the favourable order; in reverse for
 * `strict_increase`, so that they never count. With windows of W·K + K − 1 and W·K that is exact. Where
 * milliseconds are too fine for 31 bits, seconds may do.
 */
function byPlaces(
  { mode, windowMs, steps }: FunnelDefinition,
  conditions: readonly string[],
  { oldestMs, newestMs, isInWholeSeconds }: KeptEvents,
  version: string,
): string {
  const isWide = isSince(version, WIDE_TIMES_SINCE);
  const unit = isInWholeSeconds ? 1000 : 1;
  const range = (Math.floor((newestMs - oldestMs) / unit) + 1) * steps.length;
  if (!isWide && range + steps.length > NARROW_RANGE) {
    throw unsupported(
      '/funnel_analysis/clickhouse',
      `the events span more ${isInWholeSeconds ? '' : 'milli'}seconds than ClickHouse ${version} can tell apart; use ${WIDE_TIMES_SINCE.join('.')} or newer, or read fewer days by a where`,
    );
  }
  const isStrict = mode === 'strict_increase';
  const places = conditions.map(
    (condition, index) => `${condition}, ${isStrict ? steps.length - 1 - index : index}`,
  );
  const scaled = `intDiv(g_ms - (${oldestMs}), ${unit}) * ${steps.length} + multiIf(${places.join(', ')}, 0)`;
  const limit = windowMs === null ? range : Math.min(range, Math.floor(windowMs / unit) * steps.length);
  return `windowFunnel(${limit + (isStrict ? 0 : steps.length - 1)})(${isWide ? 'toUInt64' : 'toUInt32'}(${scaled}), ${conditions.join(', ')})`;
}

function unsupported(path: string, message: string): GrowthError {
  return new GrowthError('clickhouse_unsupported', message, { details: [{ path, message }] });
}
