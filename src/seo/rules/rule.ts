import type { Severity } from '../../contracts/index.js';
import type { Site } from '../site.js';

/** One place at which a rule applies. */
export interface Occurrence {
  /** Relative to the scanned folder. */
  readonly page: string;
  /** Offset of the element's start tag in the decoded page; absent where the element is missing. */
  readonly offset?: number;
  /** What is wrong here, in a few words. */
  readonly message: string;
  /** The decoded value. */
  readonly value?: string;
  readonly severity: Severity;
  /** Occurrences with one cause: a shared title, a link in a template. */
  readonly group?: string;
}

/** A rule: what a person reads about it, and a pure check from the site's records to occurrences. */
export interface SeoRule {
  /** Stable and public. */
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly why: string;
  readonly fix: string;
  /** Where the rule comes from. */
  readonly source: string;
  readonly check: (site: Site) => Iterable<Occurrence>;
}

/** The occurrences of one rule, in the order of page and place. */
export interface RuleResult {
  readonly rule: SeoRule;
  readonly occurrences: readonly Occurrence[];
}
