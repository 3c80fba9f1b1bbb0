import type { FunnelDefinition } from './definition.js';
import type { Attempt, UserHistory } from './history.js';
import { consecutiveSteps, firstStarter } from './tied-events.js';
import { unorderedAttempt } from './unordered.js';

/**
 * The one place that decides how deep a user went, at which times and in which segment, for every mode.
 * Engines only deliver histories. docs/funnels.md holds the definitions.
 */

/** @returns undefined for a user who never entered */
export function countedAttempt(
  history: UserHistory,
  { mode, steps, windowMs }: Pick<FunnelDefinition, 'mode' | 'steps' | 'windowMs'>,
): Attempt | undefined {
  const window = windowMs ?? Infinity;
  switch (mode) {
    case 'strict':
      return neighbours(history, steps.length, window);
    case 'unordered':
      return unorderedAttempt(history, steps.length, window);
    case 'first_touch': {
      const first = history.steps.findIndex((mask) => (mask & 1) === 1);
      return first === -1 ? undefined : earliestFrom(first, history, window, false);
    }
    case 'ordered':
      return bestOrdered(history, steps.length, window, false);
    case 'strict_increase':
      return bestOrdered(history, steps.length, window, true);
  }
}

/**
 * The earliest moment at which the greatest depth is reached fixes the counted attempt: no deeper or
 * equally deep one starts more than a window before it, and an earlier start never arrives later. So it
 * starts at the first step-1 event within the window before that moment.
 */
function bestOrdered(
  history: UserHistory,
  steps: number,
  window: number,
  isIncreasing: boolean,
): Attempt | undefined {
  const end = earliestDeepest(history, steps, window, isIncreasing);
  if (end === undefined) return undefined;
  const first = history.steps.findIndex(
    (mask, index) => (mask & 1) === 1 && end - (history.times[index] ?? 0) <= window,
  );
  return earliestFrom(first, history, window, isIncreasing);
}

/** The earliest time at which an attempt reaches the greatest depth of all; one pass over the history. */
function earliestDeepest(
  history: UserHistory,
  steps: number,
  window: number,
  isIncreasing: boolean,
): number | undefined {
  // Of the attempts of depth d, the latest start: it lives longest.
  const starts = Array.from({ length: steps + 1 }, () => -Infinity);
  let depth = 0;
  let end: number | undefined;
  for (let from = 0; from < history.times.length && depth < steps;) {
    const time = history.times[from] ?? 0;
    const to = endOfTie(history, from);
    const tied = to - from === 1 ? undefined : history.steps.slice(from, to);
    // From deep to shallow, so that an event carries no attempt on that it has just made.
    for (let reached = steps - 1; reached >= 0; reached--) {
      const start = reached === 0 ? time : (starts[reached] ?? -Infinity);
      if (start === -Infinity || time - start > window) continue;
      const more = extension(history.steps[from] ?? 0, tied, reached, isIncreasing);
      for (let deeper = reached + 1; deeper <= reached + more; deeper++) {
        if (start > (starts[deeper] ?? -Infinity)) starts[deeper] = start;
        if (deeper > depth) [depth, end] = [deeper, time];
      }
    }
    from = to;
  }
  return end;
}

/** From the time of a given event on, each step at the earliest time, which also reaches the greatest depth. */
function earliestFrom(entry: number, history: UserHistory, window: number, isIncreasing: boolean): Attempt {
  const start = history.times[entry] ?? 0;
  const firstOfTie = history.times.indexOf(start);
  const times: number[] = [];
  let first = entry;
  for (let from = firstOfTie; from < history.times.length;) {
    const time = history.times[from] ?? 0;
    if (time - start > window) break;
    const to = endOfTie(history, from);
    const tied = to - from === 1 ? undefined : history.steps.slice(from, to);
    const more = extension(history.steps[from] ?? 0, tied, times.length, isIncreasing);
    if (from === firstOfTie && tied !== undefined) first = from + firstStarter(tied, more);
    for (let step = 0; step < more; step++) times.push(time);
    from = to;
  }
  return { times, first };
}

/** By how many steps an attempt of depth `reached` gets on with one event, or with those of one instant. */
function extension(
  single: number,
  tied: readonly number[] | undefined,
  reached: number,
  isIncreasing: boolean,
): number {
  if (tied === undefined) return (single >> reached) & 1;
  return isIncreasing ? Number(tied.some((mask) => (mask >> reached) & 1)) : consecutiveSteps(tied, reached);
}

function endOfTie({ times }: UserHistory, from: number): number {
  let to = from + 1;
  while (to < times.length && times[to] === times[from]) to += 1;
  return to;
}

/** Events that are neighbours in the whole list of the user, in its order. */
function neighbours({ times, steps }: UserHistory, depth: number, window: number): Attempt | undefined {
  let best: Attempt | undefined;
  for (const [first, start] of times.entries()) {
    let length = 0;
    while (length < depth && ((steps[first + length] ?? 0) >> length) & 1) {
      if ((times[first + length] ?? 0) - start > window) break;
      length += 1;
    }
    if (length > (best?.times.length ?? 0)) best = { times: times.slice(first, first + length), first };
  }
  return best;
}
