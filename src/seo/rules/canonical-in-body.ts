import type { PageRule } from './rule.js';

export const canonicalInBody: PageRule = {
  id: 'canonical-in-body',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Canonical links outside the head',
  meaning:
    'Browsers and search engines find these <link rel="canonical"> elements in the body, where the source may still show them in the head: an element that is not allowed in the head ends it.',
  why: 'Google ignores a canonical link in the body; otherwise any comment on a page could name another original.',
  fix: 'Move the link into the head, before any element that does not belong there.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  *check(page) {
    for (const { offset, href, rel, isInHead } of page.links) {
      if (isInHead || !rel.includes('canonical')) continue;
      yield { offset, message: 'in the body', ...(href !== undefined && { value: href }) };
    }
  },
};
