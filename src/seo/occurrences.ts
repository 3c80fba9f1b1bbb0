import { setImmediate } from 'node:timers/promises';
import { SEVERITIES, type Severity } from '../contracts/index.js';
import type { PageRecords } from './page-records.js';
import type { ActiveRule } from './rule-settings.js';
import type { RuleTexts } from './rules/page-rule.js';
import type { Mark, Occurrence, SeoRule } from './rules/rule.js';
import type { Site } from './site.js';

/** An occurrence whose severity is settled. */
export interface Graded extends Occurrence {
  readonly severity: Severity;
}

/** The occurrences of one rule, in the order of page and place. */
export interface RuleResult {
  readonly rule: RuleTexts;
  readonly occurrences: readonly Graded[];
}

/**
 * Applies every rule to the records; rules on single pages have said theirs while pages were read. Signals get their
 * turn after each.
 */
export async function applyRules(
  active: readonly ActiveRule<SeoRule>[],
  records: PageRecords,
  site: Site,
  isIgnored: (file: string) => boolean,
): Promise<RuleResult[]> {
  const marked = collectMarks(active, records, site, isIgnored);
  const results: RuleResult[] = [];
  for (const { index, rule, severity, limits } of active) {
    if (rule.scope === 'page') {
      results.push({ rule, occurrences: marked.get(index) ?? [] });
      continue;
    }
    const found: Graded[] = [];
    for (const place of rule.check(site, limits))
      if (!isIgnored(place.page)) found.push(graded(place, rule, severity));
    results.push({ rule, occurrences: found.sort(byPlace) });
    await setImmediate();
  }
  return results;
}

function collectMarks(
  active: readonly ActiveRule<SeoRule>[],
  records: PageRecords,
  site: Site,
  isIgnored: (file: string) => boolean,
): Map<number, Graded[]> {
  const byIndex = new Map(active.map((rule) => [rule.index, rule]));
  const marked = new Map<number, Graded[]>(active.map(({ index }) => [index, []]));
  for (const page of records.pages) {
    if (isIgnored(page.path)) continue;
    for (const { rule: index, mark } of records.marksOf(page)) {
      const found = byIndex.get(index);
      if (found?.rule.scope !== 'page' || (found.rule.pages === 'indexable' && !site.isIndexable(page)))
        continue;
      const severity = found.severity ?? mark.severity ?? found.rule.severity;
      marked.get(index)?.push({ ...mark, page: page.path, severity });
    }
  }
  return marked;
}

function graded(place: Mark & { readonly page: string }, rule: SeoRule, given: Severity | undefined): Graded {
  return { ...place, severity: given ?? place.severity ?? rule.severity };
}

function byPlace(a: Occurrence, b: Occurrence): number {
  return (
    compareText(a.page, b.page) ||
    (a.offset ?? -1) - (b.offset ?? -1) ||
    compareText(a.value ?? '', b.value ?? '')
  );
}

/** By UTF-16 code unit, whatever the locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function pagesTouched(occurrences: readonly Occurrence[]): number {
  return new Set(occurrences.map(({ page }) => page)).size;
}

/** The worst severity among occurrences; null without any. */
export function worstSeverity(occurrences: readonly Graded[]): Severity | null {
  return SEVERITIES.find((severity) => occurrences.some((place) => place.severity === severity)) ?? null;
}

/** Occurrences in all and by their severity. */
export function bySeverity(results: readonly RuleResult[]): {
  occurrences: number;
  by_severity: Record<Severity, number>;
} {
  const counts = { critical: 0, warning: 0, info: 0, opportunity: 0 };
  for (const { occurrences } of results) for (const { severity } of occurrences) counts[severity] += 1;
  return {
    occurrences: results.reduce((sum, { occurrences }) => sum + occurrences.length, 0),
    by_severity: counts,
  };
}

/** The rules that apply anywhere, each with its worst severity. */
export function byRule(
  results: readonly RuleResult[],
): { rule: string; severity: Severity; occurrences: number; pages: number }[] {
  return results.flatMap(({ rule, occurrences }) => {
    const severity = worstSeverity(occurrences);
    if (severity === null) return [];
    return [{ rule: rule.id, severity, occurrences: occurrences.length, pages: pagesTouched(occurrences) }];
  });
}
