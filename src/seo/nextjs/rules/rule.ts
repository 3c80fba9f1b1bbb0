import type { Severity } from '../../../contracts/index.js';
import type { NextApp } from '../next-app.js';

/** One place in the sources at which a rule applies. */
export interface NextOccurrence {
  /** Source relative to the project's folder. */
  readonly page: string;
  /** Offset in UTF-16 units of the source; absent where something is missing. */
  readonly offset?: number;
  /** What is wrong here, in a few words. */
  readonly message: string;
  readonly value?: string;
  readonly severity: Severity;
  /** Places with one cause. */
  readonly group?: string;
}

/** A rule on the sources of a Next.js project: what a person reads about it, and a pure check. */
export interface NextRule {
  /** Stable and public. */
  readonly id: string;
  /** The severity of its occurrences, unless an occurrence says otherwise. */
  readonly severity: Severity;
  /** The finding in a few words, in the plural. */
  readonly title: string;
  /** What exactly triggers it. */
  readonly meaning: string;
  readonly why: string;
  readonly fix: string;
  /** Where the rule comes from: an address. */
  readonly source: string;
  readonly check: (app: NextApp) => Iterable<NextOccurrence>;
}

/** The occurrences of one rule, by file and place. */
export interface NextRuleResult {
  readonly rule: NextRule;
  readonly occurrences: readonly NextOccurrence[];
}
