import { canonicalForm, headCanonicals } from './head-canonicals.js';
import type { PageRule } from './rule.js';

export const canonicalFragment: PageRule = {
  id: 'canonical-fragment',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Canonical links with a fragment',
  meaning: 'The canonical address of these pages has a # in it.',
  why: 'Search engines drop what follows the #, so the address that they read is another one than was meant.',
  fix: 'Write the address without the # and what follows it.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  *check(page) {
    for (const { offset, href } of headCanonicals(page)) {
      if (href === undefined || canonicalForm(href) === 'invalid' || !href.includes('#')) continue;
      yield { offset, message: 'has a fragment', value: href };
    }
  },
};
