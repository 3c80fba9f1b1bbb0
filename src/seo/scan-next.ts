import type { ActionableFinding } from '../findings.js';
import { seoFindings } from './findings.js';
import { nextRules } from './nextjs/rules/index.js';
import { type NextSummary, scanNextjs } from './nextjs/scan-nextjs.js';
import { sourcesOf } from './nextjs/sources.js';
import { type RuleResult, byRule, bySeverity, pagesTouched } from './occurrences.js';
import { listSiteFiles } from './page-set.js';
import { type RuleSetting, activeRules, ignoredFiles } from './rule-settings.js';
import { SourceTexts } from './source-texts.js';
import type { RuleCounts } from './summary.js';

export interface NextScanOptions {
  /** Folder of the project: absolute, links resolved. */
  readonly folder: string;
  /** The folder as documents show it, relative to the root. */
  readonly sourcePath: string;
  /** Root of the inputs: absolute, links resolved. */
  readonly root: string;
  readonly settings?: Readonly<Record<string, RuleSetting>> | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** What the sources of a Next.js project show; `pages` are routes, a dynamic one counts once. */
export interface NextSeoSummary extends RuleCounts {
  readonly pages: number;
  readonly nextjs: Omit<NextSummary, 'occurrences'>;
}

export interface NextSeoScan {
  readonly summary: NextSeoSummary;
  readonly findings: readonly ActionableFinding[];
  readonly results: readonly RuleResult[];
  readonly texts: SourceTexts;
}

/** Reads the sources of a Next.js project; nothing of it is executed. */
export async function scanNextSources(options: NextScanOptions): Promise<NextSeoScan> {
  const files = await listSiteFiles(options.folder, options.root);
  const { summary, results: found } = await scanNextjs({ sources: sourcesOf(files) });
  const isIgnored = ignoredFiles(options.ignore);
  const active = new Map(activeRules(nextRules, options.settings).map((rule) => [rule.rule.id, rule]));
  const results = found.flatMap(({ rule, occurrences }): RuleResult[] => {
    const setting = active.get(rule.id);
    if (setting === undefined) return [];
    const kept = occurrences.filter(({ page }) => !isIgnored(page));
    return [
      {
        rule,
        occurrences: kept.map((place) => ({ ...place, severity: setting.severity ?? place.severity })),
      },
    ];
  });
  const texts = new SourceTexts(files);
  const { occurrences: _, ...nextjs } = summary;
  const findings = seoFindings(results, {
    sourcePath: options.sourcePath,
    texts,
    reachOf: (occurrences) => Math.min(1, pagesTouched(occurrences) / Math.max(1, summary.routes)),
    isFromTemplate: () => false,
  });
  return {
    summary: { pages: summary.routes, ...bySeverity(results), by_rule: byRule(results), nextjs },
    findings,
    results,
    texts,
  };
}
