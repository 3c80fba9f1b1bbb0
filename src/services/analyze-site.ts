import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { GrowthError } from '../errors.js';
import { type ContainedPath, containedPath } from '../inputs/containment.js';
import type { SeoScanInputs } from '../inputs/schema.js';
import { inMebibytes } from '../inputs/sizes.js';
import { jobTypeOf } from '../runners/runner.js';
import { seoScan } from '../runners/seo-scan.js';
import { MAX_PAGE_BYTES, MAX_PAGE_LINKS } from '../seo/page/read-batch.js';
import { type SeoScan, scanSite } from '../seo/scan.js';
import { occurrenceTable } from '../seo/occurrence-table.js';
import { checkRuleSettings } from '../seo/rule-settings.js';
import type { NextSeoScan, NextSeoSummary } from '../seo/scan-next.js';
import type { SeoSummary } from '../seo/summary.js';
import { unreadFindings } from '../seo/unread-findings.js';
import type { OnProgress, SectionResult } from './section.js';

export interface SiteResult extends SectionResult {
  readonly summary?: SeoSummary | NextSeoSummary;
}

export interface SiteOptions {
  readonly root: string;
  readonly threads: number;
  /** When the run takes place; undefined where output may not depend on it. */
  readonly now: Date | undefined;
  /** Whether every single occurrence is wanted. */
  readonly details: boolean;
  readonly onProgress: OnProgress;
}

/**
 * Scans the site of the `seo_scan` section and asks for the job.
 *
 * @throws GrowthError `path_…`, `site_empty`
 */
export async function analyzeSite(inputs: SeoScanInputs, options: SiteOptions): Promise<SiteResult> {
  const { root, threads, now, details, onProgress } = options;
  await checkRuleSettings(inputs.rules);
  const source = await containedPath(root, inputs.source_path, 'folder', '/seo_scan/source_path');
  const folder = inputs.source_type === 'nextjs_routes' ? await builtExport(root, source) : source;
  if (folder === undefined) return analyzeSources(inputs, source, options);
  const scan = await scanSite({
    folder: folder.absolute,
    sourcePath: folder.relative,
    root,
    siteUrl: inputs.site_url,
    maxPages: inputs.max_pages,
    threads,
    now,
    settings: inputs.rules,
    ignore: inputs.ignore,
    onPage: (done, total) => onProgress({ stage: 'pages', done, total }),
  });
  // Signals get their turn.
  await setImmediate();
  if (scan.summary.pages === 0) {
    const hasOversized = scan.oversized.length > 0;
    const message = `"${folder.relative}" holds no HTML page${hasOversized ? ' within the limits' : ''}`;
    throw new GrowthError('site_empty', `/seo_scan/source_path: ${message}`, {
      ...(hasOversized && {
        hint: `A page may have ${inMebibytes(MAX_PAGE_BYTES)} and ${MAX_PAGE_LINKS.toLocaleString('en')} links and loaded files; leave out or split larger ones.`,
      }),
      details: [{ path: '/seo_scan/source_path', message }],
    });
  }
  return {
    summary: scan.summary,
    findings: [...scan.findings, ...unreadFindings(scan, inputs.max_pages, folder.relative)],
    occurrences: details ? occurrenceTable(scan.results, scan.texts) : undefined,
    requests: [request(source, inputs, scan)],
    notes: notes(scan, source, folder),
  };
}

/** What `next build` with `output: 'export'` leaves beside the sources is better evidence than they are. */
async function builtExport(root: string, source: ContainedPath): Promise<ContainedPath | undefined> {
  const relative = path.posix.join(source.relative, 'out');
  const exists = await stat(path.join(root, relative)).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  return exists ? containedPath(root, relative, 'folder', '/seo_scan/source_path') : undefined;
}

/** Reads the sources where no build lies beside them. */
async function analyzeSources(
  inputs: SeoScanInputs,
  source: ContainedPath,
  { root, details }: SiteOptions,
): Promise<SiteResult> {
  const { scanNextSources } = await import('../seo/scan-next.js');
  const scan = await scanNextSources({
    folder: source.absolute,
    sourcePath: source.relative,
    root,
    settings: inputs.rules,
    ignore: inputs.ignore,
  });
  const { pages, nextjs } = scan.summary;
  if (pages === 0) {
    const message = `"${source.relative}" holds no route of Next.js (app/ or pages/, also below src/)`;
    throw new GrowthError('site_empty', `/seo_scan/source_path: ${message}`, {
      details: [{ path: '/seo_scan/source_path', message }],
    });
  }
  const unparsed =
    nextjs.unparsed.length === 0
      ? ''
      : ` ${nextjs.unparsed.length} sources could not be parsed, so nothing is said of them: ${nextjs.unparsed.slice(0, 10).join(', ')}.`;
  const links = nextjs.links_unchecked === null ? '' : ` Links were not checked: ${nextjs.links_unchecked}.`;
  return {
    summary: scan.summary,
    findings: scan.findings,
    occurrences: details ? occurrenceTable(scan.results, scan.texts) : undefined,
    requests: [request(source, inputs, scan)],
    notes: [
      `seo_scan: ${source.relative} (Next.js sources, nothing executed), ${pages} routes.${unparsed}${links} A build with output: 'export' shows more.`,
    ],
  };
}

function request(
  source: ContainedPath,
  inputs: SeoScanInputs,
  { findings, summary }: SeoScan | NextSeoScan,
): SectionResult['requests'][number] {
  return {
    jobType: jobTypeOf(seoScan),
    payload: {
      source_path: source.relative,
      source_type: inputs.source_type,
      check_external_links: false,
      max_pages: inputs.max_pages,
    },
    priority: summary.by_severity.critical > 0 ? 'high' : 'normal',
    evidence: `${findings.length} SEO findings in ${summary.occurrences} places on ${summary.pages} pages of ${source.relative}.`,
  };
}

function notes({ summary }: SeoScan, source: ContainedPath, folder: ContainedPath): string[] {
  const from = folder.relative === source.relative ? '' : ', the built export beside the sources';
  const address =
    summary.site_url === null
      ? 'The address of the site is unknown (no site_url, no agreement among canonical links), so absolute links were not checked.'
      : `Absolute links to ${summary.site_url} count as internal.`;
  return [`seo_scan: ${folder.relative}${from}, ${summary.pages} pages. ${address}`];
}
