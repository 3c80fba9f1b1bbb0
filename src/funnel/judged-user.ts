import { countedAttempt } from './attempt.js';
import type { FunnelDefinition } from './definition.js';
import type { UserHistory } from './history.js';

/** What of a user the counts depend on. */
export interface UserCount {
  /** Steps reached, at least one. */
  readonly depth: number;
  /** Text of the segment property, null when missing. */
  readonly segment: string | null;
  /** Entered, not converted, with the window still open at the newest event. */
  readonly isImmature: boolean;
}

/** A user as the state machine sees them. */
export interface JudgedUser extends UserCount {
  /** Of the steps of the counted attempt, milliseconds since 1970. */
  readonly times: readonly number[];
}

/**
 * What a user counts for; undefined for one who never entered.
 *
 * @param newestMs time of the newest kept event of any user, milliseconds since 1970; null without any
 * @param segmentOf text of the segment property of an event of the history, null when missing
 */
export function judgeUser(
  history: UserHistory,
  definition: FunnelDefinition,
  newestMs: number | null,
  segmentOf: (event: number) => string | null,
): JudgedUser | undefined {
  const attempt = countedAttempt(history, definition);
  if (attempt === undefined) return undefined;
  const { times, first } = attempt;
  const { steps, windowMs } = definition;
  const isOpen = windowMs !== null && (times[0] ?? 0) + windowMs > (newestMs ?? Infinity);
  return {
    depth: times.length,
    segment: segmentOf(first),
    isImmature: times.length < steps.length && isOpen,
    times,
  };
}
