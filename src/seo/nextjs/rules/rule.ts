import type { Severity } from '../../../contracts/index.js';
import type { Mark, RuleTexts } from '../../rules/page-rule.js';
import type { NextApp } from '../next-app.js';

/** One place in the sources at which a rule applies; its offset is in UTF-16 units of the source. */
export interface NextOccurrence extends Mark {
  /** Source relative to the project's folder. */
  readonly page: string;
  readonly severity: Severity;
}

/** A rule on the sources of a Next.js project: what a person reads about it, and a pure check. */
export interface NextRule extends Omit<RuleTexts, 'limits'> {
  readonly check: (app: NextApp) => Iterable<NextOccurrence>;
}

/** The occurrences of one rule, by file and place. */
export interface NextRuleResult {
  readonly rule: NextRule;
  readonly occurrences: readonly NextOccurrence[];
}
