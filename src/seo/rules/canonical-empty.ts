import { canonicalForm, headCanonicals } from './head-canonicals.js';
import type { PageRule } from './rule.js';

export const canonicalEmpty: PageRule = {
  id: 'canonical-empty',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Canonical links without an address',
  meaning: 'These pages have a <link rel="canonical"> whose address is empty or absent.',
  why: 'It says nothing, so search engines choose among duplicates themselves. Mostly the template had no address to fill in.',
  fix: 'Fill in the full address of the page, or remove the element.',
  source: 'https://developer.chrome.com/docs/lighthouse/seo/canonical',
  *check(page) {
    for (const { offset, href } of headCanonicals(page)) {
      if (canonicalForm(href) !== 'empty') continue;
      yield { offset, message: href === undefined ? 'no href' : 'an empty href' };
    }
  },
};
