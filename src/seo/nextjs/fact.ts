/** Where a value is set. */
export interface Place {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly offset: number;
}

/** What is known of a value. `absent`: there certainly is none. */
export type Fact<T> =
  | { readonly kind: 'known'; readonly value: T; readonly place: Place }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

export const ABSENT = { kind: 'absent' } as const;
export const UNKNOWN = { kind: 'unknown' } as const;

export function known<T>(value: T, place: Place): Fact<T> {
  return { kind: 'known', value, place };
}
