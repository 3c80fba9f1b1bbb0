import { type Row, propertyOf } from './rows.js';

/**
 * Exhaustive search: every attempt that a user's events allow is made and judged. Exponential on purpose,
 * so that nothing but the definition decides.
 */

export type Mode = 'ordered' | 'strict_increase' | 'strict' | 'first_touch' | 'unordered';

export interface Step {
  readonly name: string;
  readonly event: string;
  readonly where: Readonly<Record<string, readonly string[]>>;
}

export interface Rules {
  readonly mode: Mode;
  readonly steps: readonly Step[];
  /** Elapsed milliseconds, inclusive; null for none. */
  readonly windowMs: number | null;
}

/** Events in the order of their times; e1 first. */
type Attempt = readonly Row[];

/** The counted attempt of one user: of the deepest, the one with the smallest times; empty for none. */
export function countedAttempt(events: readonly Row[], rules: Rules): Attempt {
  let best: Attempt = [];
  for (const attempt of allAttempts(events, rules)) if (isBetter(attempt, best)) best = attempt;
  return best;
}

function isBetter(attempt: Attempt, best: Attempt): boolean {
  if (attempt.length !== best.length) return attempt.length > best.length;
  for (const [index, { time }] of attempt.entries()) {
    const other = best[index]?.time ?? Infinity;
    if (time !== other) return time < other;
  }
  return (attempt[0]?.place ?? Infinity) < (best[0]?.place ?? Infinity);
}

function* allAttempts(events: readonly Row[], rules: Rules): Generator<Attempt> {
  if (rules.mode === 'unordered') {
    for (const set of stepSets(events, rules, 0, [])) if (isWithin(set, rules)) yield inTime(set);
    return;
  }
  const listed = inTime(events);
  for (const attempt of sequences(events, rules, [])) {
    if (isWithin(attempt, rules) && isAllowed(attempt, listed, rules)) yield attempt;
  }
}

/** Every choice of different events for the first steps, whatever their times. */
function* sequences(events: readonly Row[], rules: Rules, chosen: Attempt): Generator<Attempt> {
  const step = rules.steps[chosen.length];
  if (step === undefined) return;
  for (const event of events) {
    if (chosen.includes(event) || !isStep(event, step)) continue;
    const attempt = [...chosen, event];
    yield attempt;
    yield* sequences(events, rules, attempt);
  }
}

/** Every choice of different events for any of the steps. */
function* stepSets(events: readonly Row[], rules: Rules, index: number, chosen: Attempt): Generator<Attempt> {
  const step = rules.steps[index];
  if (step === undefined) {
    if (chosen.length > 0) yield chosen;
    return;
  }
  yield* stepSets(events, rules, index + 1, chosen);
  for (const event of events) {
    if (!chosen.includes(event) && isStep(event, step)) {
      yield* stepSets(events, rules, index + 1, [...chosen, event]);
    }
  }
}

function isWithin(attempt: Attempt, { windowMs }: Rules): boolean {
  const times = attempt.map(({ time }) => time);
  return windowMs === null || Math.max(...times) - Math.min(...times) <= windowMs;
}

function isAllowed(attempt: Attempt, listed: readonly Row[], { mode, steps }: Rules): boolean {
  const pairs = attempt.slice(1).map((event, index) => [attempt[index] ?? event, event] as const);
  if (mode === 'strict_increase') return pairs.every(([a, b]) => a.time < b.time);
  if (mode === 'strict') return pairs.every(([a, b]) => listed.indexOf(b) === listed.indexOf(a) + 1);
  if (!pairs.every(([a, b]) => a.time <= b.time)) return false;
  if (mode !== 'first_touch') return true;
  const [first] = steps;
  const entries = listed.filter((event) => first !== undefined && isStep(event, first));
  return attempt[0]?.time === entries[0]?.time;
}

function inTime(events: readonly Row[]): Attempt {
  return [...events].sort((a, b) => a.time - b.time || a.place - b.place);
}

function isStep(event: Row, { event: name, where }: Step): boolean {
  return (
    event.event === name &&
    Object.entries(where).every(([property, values]) => {
      const value = propertyOf(event.fields, property);
      return value !== null && values.includes(value);
    })
  );
}
