import type { ActionableFinding } from '../findings.js';
import { seoFindings } from './findings.js';
import { type RuleResult, applyRules } from './occurrences.js';
import { listSiteFiles } from './page-set.js';
import { readPages } from './read-pages.js';
import { type RuleSetting, activeRules, ignoredFiles, pageRules } from './rule-settings.js';
import { seoRules } from './rules/index.js';
import type { SeoRule } from './rules/rule.js';
import { Site } from './site.js';
import { siteReach } from './site-reach.js';
import { readContext } from './site-context.js';
import { SourceTexts } from './source-texts.js';
import { type SeoSummary, summarize } from './summary.js';

export interface SeoScanOptions {
  /** Folder of the site: absolute, links resolved. */
  readonly folder: string;
  /** The folder as documents show it, relative to the root. */
  readonly sourcePath: string;
  /** Root of the inputs: absolute, links resolved. */
  readonly root: string;
  readonly siteUrl?: string | undefined;
  readonly maxPages: number;
  readonly threads: number;
  /** When the run takes place; undefined where output may not depend on it. */
  readonly now?: Date | undefined;
  readonly settings?: Readonly<Record<string, RuleSetting>> | undefined;
  /** Globs of files on which findings are not wanted. */
  readonly ignore?: readonly string[] | undefined;
  readonly onPage?: ((done: number, total: number) => void) | undefined;
}

export interface SeoScan {
  readonly summary: SeoSummary;
  readonly findings: readonly ActionableFinding[];
  readonly results: readonly RuleResult[];
  /** For lines and columns of occurrences. */
  readonly texts: SourceTexts;
  /** HTML files that were not read because of `maxPages`. */
  readonly unread: number;
  /** HTML files that are larger than a page may be, or hold more links. */
  readonly oversized: readonly string[];
  /** What is no part of the site: links that lead out of the root, pipes, sockets, devices. */
  readonly leftOut: readonly string[];
  /** Configuration of hosts that cannot be read. */
  readonly hostProblems: readonly { readonly file: string; readonly message: string }[];
}

/**
 * Scans an exported site: lists its files, reads each page once, applies every rule to the records.
 *
 * @throws GrowthError `page_unreadable`, `path_…`, `limit_exceeded`
 */
export async function scanSite(
  options: SeoScanOptions,
  rules: readonly SeoRule[] = seoRules,
): Promise<SeoScan> {
  const active = activeRules(rules, options.settings);
  const files = await listSiteFiles(options.folder, options.root);
  const { records, unread, oversized } = await readPages(files, {
    threads: options.threads,
    maxPages: options.maxPages,
    rules: pageRules(active),
    onPage: options.onPage,
  });
  const site = new Site(
    records,
    await readContext(files, records.pages, {
      siteUrl: options.siteUrl,
      now: options.now,
      isComplete: unread === 0 && oversized.length === 0,
    }),
  );
  const results = await applyRules(active, records, site, ignoredFiles(options.ignore));
  const texts = new SourceTexts(files);
  const { reachOf, isFromTemplate } = siteReach(site);
  const findings = seoFindings(results, { sourcePath: options.sourcePath, texts, reachOf, isFromTemplate });
  return {
    summary: summarize(site, results),
    findings,
    results,
    texts,
    unread,
    oversized,
    leftOut: files.leftOut,
    hostProblems: site.hosts.problems,
  };
}
