import type { Severity } from '../contracts/index.js';
import { GrowthError, type ErrorDetail } from '../errors.js';
import { globMatcher } from '../inputs/glob.js';
import { nearestFirst } from '../inputs/problems.js';
import type { ActivePageRule } from './page/page-batch.js';
import { seoRules } from './rules/index.js';
import type { RuleTexts } from './rules/page-rule.js';
import type { Limits, SeoRule } from './rules/rule.js';

/** What the inputs say of one rule: off, another severity, other numbers. */
export type RuleSetting =
  'off' | Severity | ({ readonly severity?: Severity | undefined } & Readonly<Record<string, unknown>>);

/** A rule that applies, with its numbers and the severity that the inputs give it. */
export interface ActiveRule<Rule extends RuleTexts> {
  readonly index: number;
  readonly rule: Rule;
  readonly limits: Limits;
  readonly severity: Severity | undefined;
}

/**
 * The rules that apply, in the order of the list.
 *
 * @param settings checked by `checkRuleSettings`
 */
export function activeRules<Rule extends RuleTexts>(
  rules: readonly Rule[],
  settings: Readonly<Record<string, RuleSetting>> = {},
): ActiveRule<Rule>[] {
  return rules.flatMap((rule, index): ActiveRule<Rule>[] => {
    const setting = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
    if (setting === 'off') return [];
    if (typeof setting === 'string') return [{ index, rule, limits: rule.limits ?? {}, severity: setting }];
    const { severity, ...numbers } = setting ?? {};
    return [{ index, rule, limits: { ...rule.limits, ...numbersOf(numbers) }, severity }];
  });
}

/**
 * Refuses settings of rules that do not exist, on exports or on Next.js sources.
 *
 * @throws GrowthError `inputs_invalid` for an id or a number that no rule has, with the nearest one
 */
export async function checkRuleSettings(settings: Readonly<Record<string, RuleSetting>> = {}): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  const { nextRules } = await import('./nextjs/rules/index.js');
  const rules = [...seoRules, ...nextRules];
  const problems = Object.entries(settings).flatMap(([id, setting]) => settingProblems(rules, id, setting));
  if (problems.length > 0)
    throw new GrowthError('inputs_invalid', 'seo_scan.rules cannot be applied', { details: problems });
}

function numbersOf(numbers: Readonly<Record<string, unknown>>): Limits {
  return Object.fromEntries(
    Object.entries(numbers).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}

function settingProblems(rules: readonly RuleTexts[], id: string, setting: RuleSetting): ErrorDetail[] {
  const path = `/seo_scan/rules/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const rule = rules.find((known) => known.id === id);
  if (rule === undefined) {
    const [nearest = ''] = nearestFirst(
      id,
      rules.map((known) => known.id),
    );
    return [{ path, message: `unknown rule "${id}"; did you mean "${nearest}"?` }];
  }
  if (typeof setting === 'string') return [];
  const known = Object.keys(rule.limits ?? {});
  return Object.keys(setting)
    .filter((name) => name !== 'severity' && !known.includes(name))
    .map((name) => ({
      path: `${path}/${name}`,
      message: `${id} has no number "${name}"; it has ${known.length === 0 ? 'none' : known.join(', ')}`,
    }));
}

/** The rules that run while a page is read. */
export function pageRules(active: readonly ActiveRule<SeoRule>[]): ActivePageRule[] {
  return active.flatMap(({ index, rule, limits }) =>
    rule.scope === 'page' ? [{ index, rule, limits }] : [],
  );
}

/** Whether findings on a file are not wanted, by globs over paths relative to the scanned folder. */
export function ignoredFiles(globs: readonly string[] = []): (file: string) => boolean {
  if (globs.length === 0) return () => false;
  const matchers = globs.map(globMatcher);
  const known = new Map<string, boolean>();
  return (file) => {
    let ignored = known.get(file);
    if (ignored === undefined) known.set(file, (ignored = matchers.some((matches) => matches(file))));
    return ignored;
  };
}
