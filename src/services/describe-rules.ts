import { GrowthError } from '../errors.js';
import { nearestFirst } from '../inputs/problems.js';
import { seoRules } from '../seo/rules/index.js';
import type { RuleTexts } from '../seo/rules/page-rule.js';
import { nextRules } from '../seo/nextjs/rules/index.js';

/** A rule as `--json` prints it. */
export type RuleEntry = Pick<
  RuleTexts,
  'id' | 'severity' | 'title' | 'meaning' | 'why' | 'fix' | 'source'
> & {
  readonly limits: Readonly<Record<string, number>>;
};

/**
 * The rules of the SEO scan, all or one.
 *
 * @throws GrowthError `rule_unknown` with the nearest names
 */
/** Rules on exports, then those on the sources of Next.js. */
const ALL_RULES: readonly RuleTexts[] = [...seoRules, ...nextRules];

export function describeRules(id?: string): readonly RuleTexts[] {
  if (id === undefined) return ALL_RULES;
  const rule = ALL_RULES.find((known) => known.id === id);
  if (rule !== undefined) return [rule];
  const nearest = nearestFirst(
    id,
    ALL_RULES.map((known) => known.id),
  ).slice(0, 3);
  throw new GrowthError('rule_unknown', `there is no rule "${id}"; did you mean ${nearest.join(', ')}?`);
}

export function ruleEntries(rules: readonly RuleTexts[]): RuleEntry[] {
  return rules.map(({ id, severity, title, meaning, why, fix, source, limits = {} }) => {
    return { id, severity, title, meaning, why, fix, source, limits };
  });
}
