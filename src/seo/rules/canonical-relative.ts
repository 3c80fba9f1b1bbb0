import { canonicalForm, headCanonicals } from './head-canonicals.js';
import type { PageRule } from './rule.js';

export const canonicalRelative: PageRule = {
  id: 'canonical-relative',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Canonical links without a full address',
  meaning: 'The canonical address of these pages does not begin with https:// or http://.',
  why: 'Search engines complete it from wherever they found the page, so a copy on a test server or another host names itself as the original. An address such as www.example.com/page is even read as a folder of the site.',
  fix: 'Write the full address, beginning with https://.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  *check(page) {
    for (const { offset, href } of headCanonicals(page)) {
      if (href === undefined || canonicalForm(href) !== 'relative') continue;
      const message = /^\s*www\./i.test(href) ? 'a host name without https://' : 'not a full address';
      yield { offset, message, value: href };
    }
  },
};
