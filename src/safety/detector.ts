export type PersonalDataKind = 'email' | 'phone' | 'card' | 'iban' | 'ssn' | 'ip';

/** Where in a candidate the datum stands, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A kind of personal datum: a pattern for candidates, and a check that finds the datum in one.
 *
 * Patterns take linear time: a run that repeats is bounded, or can begin at one place only. The search goes
 * on behind a candidate that is refused, so a look-alike may be matched as a whole to be passed over.
 */
export interface PersonalDataDetector {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** @param before up to `BEFORE` characters in front of the candidate */
  readonly locate: (candidate: string, before: string) => Span | undefined;
}

/** So many characters in front of a candidate tell what it is. */
export const BEFORE = 32;

/** The candidate as a whole, if a check says so. */
export const whole =
  (isOne: (candidate: string, before: string) => boolean) =>
  (candidate: string, before: string): Span | undefined =>
    isOne(candidate, before) ? { start: 0, end: candidate.length } : undefined;

/** Spaces that people put between groups of digits, `+` and `%20` as addresses write them. */
export const GROUP_SPACE = String.raw`(?:[ \u00a0\u2007\u2009\u202f+]|%20)`;
