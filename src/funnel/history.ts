/** Events of one user by time, then file, then row: all of them in mode `strict`, else those of any step. */
export interface UserHistory {
  /** Milliseconds since 1970, ascending. */
  readonly times: readonly number[];
  /** Per event the steps that it can fill: bit j for step j (from 0); 0 for none. */
  readonly steps: readonly number[];
}

/** Of the deepest attempts the one with the smallest (t1, t2, …). */
export interface Attempt {
  /** Milliseconds since 1970; as many as the attempt is deep. */
  readonly times: readonly number[];
  /** Index of its first event in the history. */
  readonly first: number;
}
