/**
 * The one place that decides how deep a user went. An attempt of depth k is k events of the first k
 * steps with t1 ≤ t2 ≤ … ≤ tk and tk − t1 within the window (inclusive, from the first step, not
 * renewed). Other events in between are allowed, and a user may enter again: the best attempt counts,
 * and among the deepest the one with the smallest (t1, t2, …).
 */

/** A user's events of each step: for step j (from 0), its times in milliseconds, ascending. */
export type StepTimes = readonly (readonly number[])[];

/**
 * The times of the counted attempt; its length is the depth, 0 for a user who never entered.
 *
 * From a given start, taking the earliest next event each time reaches the greatest depth and the
 * smallest times; so the first start that reaches the greatest depth over all starts is the counted one.
 */
export function countedAttempt(stepTimes: StepTimes, windowMs: number | null): number[] {
  let best: number[] = [];
  for (const start of stepTimes[0] ?? []) {
    const times = earliestFrom(start, stepTimes, windowMs);
    if (times.length > best.length) best = times;
    if (best.length === stepTimes.length) break;
  }
  return best;
}

function earliestFrom(start: number, stepTimes: StepTimes, windowMs: number | null): number[] {
  const times = [start];
  for (const candidates of stepTimes.slice(1)) {
    const next = candidates[firstAtOrAfter(candidates, times.at(-1) ?? start)];
    if (next === undefined || (windowMs !== null && next - start > windowMs)) break;
    times.push(next);
  }
  return times;
}

function firstAtOrAfter(ascending: readonly number[], time: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
