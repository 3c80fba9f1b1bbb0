import { isUrl } from '../../inputs/web-address.js';
import { canonicalForm, headCanonicals } from './head-canonicals.js';
import type { PageRule } from './rule.js';

export const canonicalInvalid: PageRule = {
  id: 'canonical-invalid',
  scope: 'page',
  pages: 'content',
  severity: 'critical',
  title: 'Canonical links that are no web address',
  meaning:
    'The canonical address of these pages cannot be read as an address, or does not lead to the web (http or https).',
  why: 'Search engines ignore it and choose among duplicates themselves.',
  fix: 'Correct the address; it is the full address of the page, beginning with https://.',
  source: 'https://developer.chrome.com/docs/lighthouse/seo/canonical',
  *check(page) {
    for (const { offset, href } of headCanonicals(page)) {
      if (href === undefined || canonicalForm(href) !== 'invalid') continue;
      const message = isUrl(href) ? 'neither http nor https' : 'not a valid address';
      yield { offset, message, value: href };
    }
  },
};
