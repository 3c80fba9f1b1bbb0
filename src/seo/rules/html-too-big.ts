import type { PageRule } from './rule.js';

const LIMITS = { bytes: 2 * 1024 * 1024 };

export const htmlTooBig: PageRule = {
  id: 'html-too-big',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Pages whose HTML is too big',
  meaning:
    'The HTML of these pages alone is larger than 2 MB; images, scripts and styles in files of their own do not count.',
  why: 'Google reads the first 2 MB of a page for search and drops the rest. On phones such a page is slow, too.',
  fix: 'Move scripts, styles and images that are written into the page to files of their own, and split very long lists.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/googlebot',
  limits: LIMITS,
  *check(page, { bytes = LIMITS.bytes }) {
    if (page.bytes > bytes) yield { message: `${(page.bytes / (1024 * 1024)).toFixed(1)} MB of HTML` };
  },
};
