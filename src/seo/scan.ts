import { readFile } from 'node:fs/promises';
import type { ActionableFinding } from '../findings.js';
import { pagesTouched, seoFindings } from './findings.js';
import { type PageRecord, readPage } from './page-record.js';
import { type SiteFiles, listSiteFiles } from './page-set.js';
import { seoRules } from './rules/index.js';
import type { Occurrence, RuleResult, SeoRule } from './rules/rule.js';
import { type Site, assembleSite } from './site.js';

export interface SeoScanOptions {
  /** Folder of the site: absolute, links resolved. */
  readonly folder: string;
  /** The folder as documents show it, relative to the root. */
  readonly sourcePath: string;
  /** Root of the inputs: absolute, links resolved. */
  readonly root: string;
  readonly siteUrl?: string | undefined;
  readonly maxPages: number;
  readonly rules?: readonly SeoRule[];
  readonly onPage?: (done: number, total: number) => void;
}

export interface SeoSummary {
  readonly pages: number;
  readonly indexable_pages: number;
  readonly redirect_stubs: number;
  /** Address of the site, given or inferred from canonical links; null if neither. */
  readonly site_url: string | null;
  readonly occurrences: number;
  readonly by_severity: Readonly<Record<'critical' | 'warning' | 'info' | 'opportunity', number>>;
  readonly by_rule: readonly {
    readonly rule: string;
    readonly occurrences: number;
    readonly pages: number;
  }[];
}

export interface SeoScan {
  readonly summary: SeoSummary;
  readonly findings: readonly ActionableFinding[];
  /** HTML files that were not read because of `maxPages`. */
  readonly unread: number;
}

/** Scans an exported site: list its files, read each page once, apply every rule to the records. */
export async function scanSite(options: SeoScanOptions): Promise<SeoScan> {
  const files = await listSiteFiles(options.folder, options.root);
  const { pages, unread } = await readPages(files, options);
  const site = assembleSite(files, pages, options.siteUrl);
  const results = (options.rules ?? seoRules).map((rule) => applyRule(rule, site));
  const findings = await seoFindings(results, {
    sourcePath: options.sourcePath,
    read: (page) => readFile(files.locate(page)),
  });
  return { summary: summarize(site, results), findings, unread };
}

async function readPages(
  files: SiteFiles,
  options: SeoScanOptions,
): Promise<{ pages: PageRecord[]; unread: number }> {
  const pages: PageRecord[] = [];
  for (const [index, file] of files.candidates.entries()) {
    if (pages.length === options.maxPages) return { pages, unread: files.candidates.length - index };
    const page = readPage(file, await readFile(files.locate(file)));
    if (page !== undefined) pages.push(page);
    options.onPage?.(index + 1, files.candidates.length);
  }
  return { pages, unread: 0 };
}

function applyRule(rule: SeoRule, site: Site): RuleResult {
  const occurrences = [...rule.check(site)].sort(
    (a, b) => compare(a.page, b.page) || (a.offset ?? -1) - (b.offset ?? -1),
  );
  return { rule, occurrences };
}

function summarize(site: Site, results: readonly RuleResult[]): SeoSummary {
  const all = results.flatMap(({ occurrences }) => occurrences);
  const ofSeverity = (severity: Occurrence['severity']) =>
    all.filter((occurrence) => occurrence.severity === severity).length;
  return {
    pages: site.pages.length,
    indexable_pages: site.pages.filter(site.isIndexable).length,
    redirect_stubs: site.pages.filter((page) => page.isRedirectStub).length,
    site_url: site.siteUrl ?? null,
    occurrences: all.length,
    by_severity: {
      critical: ofSeverity('critical'),
      warning: ofSeverity('warning'),
      info: ofSeverity('info'),
      opportunity: ofSeverity('opportunity'),
    },
    by_rule: results
      .filter(({ occurrences }) => occurrences.length > 0)
      .map(({ rule, occurrences }) => ({
        rule: rule.id,
        occurrences: occurrences.length,
        pages: pagesTouched(occurrences),
      })),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
