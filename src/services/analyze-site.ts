import { stat } from 'node:fs/promises';
import path from 'node:path';
import { contentId } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import type { ActionableFinding } from '../findings.js';
import { type ContainedPath, containedPath } from '../inputs/containment.js';
import type { SeoScanInputs } from '../inputs/schema.js';
import { jobTypeOf } from '../runners/runner.js';
import { seoScan } from '../runners/seo-scan.js';
import { type SeoScan, type SeoSummary, scanSite } from '../seo/scan.js';
import type { OnProgress, SectionResult } from './section.js';

export interface SiteResult extends SectionResult {
  readonly summary?: SeoSummary;
}

/**
 * Scans the site of the `seo_scan` section and asks for the job.
 *
 * @throws GrowthError `path_…`, `site_empty`
 */
export async function analyzeSite(
  inputs: SeoScanInputs,
  root: string,
  onProgress: OnProgress,
): Promise<SiteResult> {
  const source = await containedPath(root, inputs.source_path, 'folder', '/seo_scan/source_path');
  const folder = inputs.source_type === 'nextjs_routes' ? await builtExport(root, source) : source;
  if (folder === undefined) return notScanned(source, inputs);
  const scan = await scanSite({
    folder: folder.absolute,
    sourcePath: folder.relative,
    root,
    siteUrl: inputs.site_url,
    maxPages: inputs.max_pages,
    onPage: (done, total) => onProgress({ stage: 'pages', done, total }),
  });
  if (scan.summary.pages === 0) {
    const message = `"${folder.relative}" holds no HTML page`;
    throw new GrowthError('site_empty', `/seo_scan/source_path: ${message}`, {
      details: [{ path: '/seo_scan/source_path', message }],
    });
  }
  return {
    summary: scan.summary,
    findings: [...scan.findings, ...unreadPages(scan, inputs, folder)],
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

function notScanned(source: ContainedPath, inputs: SeoScanInputs): SiteResult {
  return {
    findings: [
      {
        finding: {
          id: contentId('finding', { kind: 'nextjs-not-built', source_path: source.relative }),
          title: 'The Next.js sources were not analysed',
          description: `This version reads the export of a Next.js site, not its sources. Build with output: 'export', so that ${source.relative}/out exists, and run the analysis again. The job request was made all the same.`,
          severity: 'info',
          related_job_types: [jobTypeOf(seoScan)],
        },
      },
    ],
    requests: [request(source, inputs)],
    notes: [`seo_scan: ${source.relative} (Next.js sources, not analysed)`],
  };
}

function unreadPages({ unread }: SeoScan, inputs: SeoScanInputs, folder: ContainedPath): ActionableFinding[] {
  if (unread === 0) return [];
  return [
    {
      action: `Raise seo_scan.max_pages above ${inputs.max_pages} and run the analysis again.`,
      finding: {
        id: contentId('finding', { kind: 'max-pages', source_path: folder.relative }),
        title: `The scan stopped at ${inputs.max_pages} pages`,
        description: `${unread} HTML files of ${folder.relative} were not read, so nothing is said about them, and counts of duplicates may be too low. Raise seo_scan.max_pages to read them all.`,
        severity: 'warning',
        evidence: [
          { type: 'event_count', path: folder.relative, description: 'HTML files not read.', value: unread },
        ],
        related_job_types: [jobTypeOf(seoScan)],
      },
    },
  ];
}

function request(
  source: ContainedPath,
  inputs: SeoScanInputs,
  scan?: SeoScan,
): SectionResult['requests'][number] {
  const evidence =
    scan === undefined
      ? `${source.relative} was not analysed here.`
      : `${scan.findings.length} SEO findings in ${scan.summary.occurrences} places on ${scan.summary.pages} pages of ${source.relative}.`;
  return {
    jobType: jobTypeOf(seoScan),
    payload: {
      source_path: source.relative,
      source_type: inputs.source_type,
      check_external_links: false,
      max_pages: inputs.max_pages,
    },
    priority: (scan?.summary.by_severity.critical ?? 0) > 0 ? 'high' : 'normal',
    evidence,
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
