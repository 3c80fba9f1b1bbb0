import { contentId } from '../contracts/index.js';
import type { ActionableFinding } from '../findings.js';
import { inMebibytes } from '../inputs/sizes.js';
import { jobTypeOf } from '../runners/runner.js';
import { seoScan } from '../runners/seo-scan.js';
import { MAX_PAGE_BYTES, MAX_PAGE_LINKS } from './page/read-batch.js';
import type { SeoScan } from './scan.js';

/** Files that the evidence of a finding names. */
const MAX_NAMED = 10;

/** What of a site was not read, and why: nothing is left out in silence. */
export function unreadFindings(
  scan: Pick<SeoScan, 'unread' | 'oversized' | 'leftOut' | 'hostProblems'>,
  maxPages: number,
  folder: string,
): ActionableFinding[] {
  return [
    ...(scan.unread > 0 ? [beyondMaxPages(scan.unread, maxPages, folder)] : []),
    ...(scan.oversized.length > 0 ? [oversized(scan.oversized, folder)] : []),
    ...(scan.leftOut.length > 0 ? [leftOut(scan.leftOut, folder)] : []),
    ...(scan.hostProblems.length > 0 ? [hostFiles(scan.hostProblems, folder)] : []),
  ];
}

function beyondMaxPages(unread: number, maxPages: number, folder: string): ActionableFinding {
  return {
    action: `Raise seo_scan.max_pages above ${maxPages} and run the analysis again.`,
    finding: {
      id: contentId('finding', { kind: 'max-pages', source_path: folder }),
      title: `The scan stopped at ${maxPages} pages`,
      description: `${unread} HTML files of ${folder} were not read, so nothing is said about them, and counts of duplicates may be too low. Raise seo_scan.max_pages to read them all.`,
      severity: 'warning',
      evidence: [{ type: 'event_count', path: folder, description: 'HTML files not read.', value: unread }],
      related_job_types: [jobTypeOf(seoScan)],
    },
  };
}

function oversized(files: readonly string[], folder: string): ActionableFinding {
  const are = files.length === 1 ? '1 HTML file is' : `${files.length} HTML files are`;
  const limits = `${inMebibytes(MAX_PAGE_BYTES)} or ${MAX_PAGE_LINKS.toLocaleString('en')} links`;
  return {
    action: `Split the pages beyond ${limits} and run the analysis again.`,
    finding: {
      id: contentId('finding', { kind: 'oversized-pages', source_path: folder, files }),
      title: 'Pages are too large to be read',
      description: `${are} beyond ${limits}, so nothing is said about them, nor about pages that only they may link to. Google reads the first 2 MB of a page. Split them.`,
      severity: 'warning',
      evidence: files.slice(0, MAX_NAMED).map((file) => ({
        type: 'html_element',
        path: within(folder, file),
        description: 'Not read: too large.',
      })),
      related_job_types: [jobTypeOf(seoScan)],
    },
  };
}

function leftOut(entries: readonly string[], folder: string): ActionableFinding {
  const are = entries.length === 1 ? '1 entry is' : `${entries.length} entries are`;
  return {
    action: `Replace links that lead out of the root, pipes, sockets and devices in ${folder} by files, or remove them.`,
    finding: {
      id: contentId('finding', { kind: 'left-out', source_path: folder, entries }),
      title: 'Entries of the folder are no part of the site',
      description: `${are} a link that leads out of the root, a pipe, a socket or a device. They were not opened, and links to them count as links to nothing.`,
      severity: 'info',
      evidence: entries.slice(0, MAX_NAMED).map((entry) => ({
        type: 'html_element',
        path: within(folder, entry),
        description: 'Not read: no file inside the root.',
      })),
      related_job_types: [jobTypeOf(seoScan)],
    },
  };
}

function hostFiles(problems: SeoScan['hostProblems'], folder: string): ActionableFinding {
  const files = problems.map(({ file, message }) => `${file} (${message})`).join(', ');
  return {
    action: `Correct ${files} and run the analysis again.`,
    finding: {
      id: contentId('finding', { kind: 'host-files', source_path: folder, files }),
      title: 'The configuration of the host cannot be read',
      description: `${files}. It may hold redirects and headers, so links that it might serve are not called broken.`,
      severity: 'warning',
      evidence: problems.slice(0, MAX_NAMED).map(({ file, message }) => ({
        type: 'html_element',
        path: within(folder, file),
        description: message,
      })),
      related_job_types: [jobTypeOf(seoScan)],
    },
  };
}

function within(folder: string, file: string): string {
  return folder === '.' ? file : `${folder}/${file}`;
}
