import type { Attempt, UserHistory } from './history.js';

/**
 * The most steps that different events within one window can fill, in any order, and of such sets the one
 * with the smallest times. As in ordered modes, the earliest moment at which the greatest number is
 * reached fixes the set: within the window before it, events are taken from the earliest on, each that
 * fills one more step (the greedy basis of a matroid is smallest in every place; Edmonds 1971).
 */
export function unorderedAttempt(
  history: UserHistory,
  stepCount: number,
  window: number,
): Attempt | undefined {
  const { times, steps } = history;
  const inWindow = new Map<number, number>();
  let depth = 0;
  let span: readonly [number, number] | undefined;
  let left = 0;
  for (let right = 0; right < times.length && depth < stepCount; right++) {
    for (; (times[right] ?? 0) - (times[left] ?? 0) > window; left++) {
      const gone = steps[left] ?? 0;
      inWindow.set(gone, (inWindow.get(gone) ?? 0) - 1);
    }
    const mask = steps[right] ?? 0;
    const others = inWindow.get(mask) ?? 0;
    inWindow.set(mask, others + 1);
    // As many of its like as it could fill steps: one more adds nothing.
    if (others >= bitCount(mask)) continue;
    const reached = mostSteps(inWindow);
    if (reached > depth) [depth, span] = [reached, [left, right]];
  }
  return span === undefined ? undefined : smallestSet(history, ...span);
}

function mostSteps(events: ReadonlyMap<number, number>): number {
  const matching = new EventMatching();
  for (const [mask, count] of events) {
    for (let like = Math.min(count, bitCount(mask)); like > 0; like--) matching.add(mask);
  }
  return matching.size;
}

function smallestSet({ times, steps }: UserHistory, left: number, right: number): Attempt {
  const matching = new EventMatching();
  const chosen: number[] = [];
  for (let index = left; index <= right; index++) {
    if (matching.add(steps[index] ?? 0)) chosen.push(index);
  }
  return { times: chosen.map((index) => times[index] ?? 0), first: chosen[0] ?? left };
}

/** A matching of events with steps, grown event by event along augmenting paths (Kuhn 1955). */
class EventMatching {
  size = 0;
  /** Per step the mask of the event that fills it. */
  readonly #filledBy: (number | undefined)[] = [];

  /** Finds a step for the event, moving others if need be; false, and nothing moved, if there is none. */
  add(mask: number): boolean {
    const isAdded = this.#place(mask, { steps: 0 });
    if (isAdded) this.size += 1;
    return isAdded;
  }

  #place(mask: number, tried: { steps: number }): boolean {
    for (let step = 0; mask >> step !== 0; step++) {
      const bit = 1 << step;
      if ((mask & bit & ~tried.steps) === 0) continue;
      tried.steps |= bit;
      const occupant = this.#filledBy[step];
      if (occupant === undefined || this.#place(occupant, tried)) {
        this.#filledBy[step] = mask;
        return true;
      }
    }
    return false;
  }
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
