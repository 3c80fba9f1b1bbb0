/** Users of a segment at each step. */
export interface SegmentSummary {
  /** Value of the property as text; `(none)` where it is missing, `(other)` for all beyond the 50 listed. */
  readonly value: string;
  readonly users: readonly number[];
}

const MAX_SEGMENTS = 50;
const NO_SEGMENT = '(none)';
export const OTHER_SEGMENTS = '(other)';

/** Counts users by segment; holds a row of counts per distinct value. */
export class SegmentTally {
  readonly #usersByValue = new Map<string, number[]>();

  constructor(readonly steps: number) {}

  /** Counts users who reached `depth` steps. */
  add(value: string | null, depth: number, users: number): void {
    const key = value ?? NO_SEGMENT;
    const reached = this.#usersByValue.get(key) ?? Array.from({ length: this.steps }, () => 0);
    for (let step = 0; step < depth; step++) reached[step] = (reached[step] ?? 0) + users;
    this.#usersByValue.set(key, reached);
  }

  /** At most 50 values, by users at the first step, then by value in code units; the rest is one row. */
  summary(): SegmentSummary[] {
    const all = [...this.#usersByValue]
      .map(([value, users]) => ({ value, users }))
      .sort((a, b) => (b.users[0] ?? 0) - (a.users[0] ?? 0) || (a.value < b.value ? -1 : 1));
    const rest = all.slice(MAX_SEGMENTS);
    if (rest.length === 0) return all;
    const users = Array.from({ length: this.steps }, (_, step) =>
      rest.reduce((sum, segment) => sum + (segment.users[step] ?? 0), 0),
    );
    return [...all.slice(0, MAX_SEGMENTS), { value: OTHER_SEGMENTS, users }];
  }
}
