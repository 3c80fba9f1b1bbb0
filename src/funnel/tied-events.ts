/**
 * Which steps the events of one instant can fill. They may be taken in any order, and each fills at most
 * one step; an event can fill several where names repeat or filters overlap. Events are step masks:
 * bit j is set for what can fill step j (from 0).
 */

/** How many steps, one after another from step `from` on, different ones of the events can fill. */
export function consecutiveSteps(events: readonly number[], from: number): number {
  if (events.every(isSingleStep)) {
    const union = events.reduce((all, mask) => all | mask, 0) >> from;
    return runOfOnes(union);
  }
  const matching = new StepMatching(events);
  let step = from;
  while (matching.fill(step)) step += 1;
  return step - from;
}

/** The first of the events that can fill step 0 while others fill the `depth − 1` steps after it. */
export function firstStarter(events: readonly number[], depth: number): number {
  return events.findIndex(
    (mask, index) => (mask & 1) === 1 && consecutiveSteps(events.toSpliced(index, 1), 1) >= depth - 1,
  );
}

/** A matching of steps with events, grown step by step along augmenting paths (Kuhn 1955). */
class StepMatching {
  readonly #owners: (number | undefined)[] = [];

  constructor(readonly events: readonly number[]) {}

  /** Finds an event for the step, moving others if need be; false, and nothing moved, if there is none. */
  fill(step: number): boolean {
    return this.#search(step, new Set());
  }

  #search(step: number, tried: Set<number>): boolean {
    for (const [index, mask] of this.events.entries()) {
      if (((mask >> step) & 1) === 0 || tried.has(index)) continue;
      tried.add(index);
      const owner = this.#owners[index];
      if (owner === undefined || this.#search(owner, tried)) {
        this.#owners[index] = step;
        return true;
      }
    }
    return false;
  }
}

function isSingleStep(mask: number): boolean {
  return (mask & (mask - 1)) === 0;
}

function runOfOnes(bits: number): number {
  let run = 0;
  while (((bits >> run) & 1) === 1) run += 1;
  return run;
}
