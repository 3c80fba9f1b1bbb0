import { languageVersions } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

export const hreflangRelative: PageRule = {
  id: 'hreflang-relative',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Language links without a full address',
  meaning: 'The href of these hreflang links does not begin with http:// or https://.',
  why: 'Google asks for fully qualified addresses here, and may not take a relative one as the version that you mean.',
  fix: 'Write the whole address of the version: https://example.com/de/.',
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(page) {
    for (const { offset, href } of languageVersions(page)) {
      const address = href.trim();
      // Another scheme is no relative address, whatever else it may be.
      if (/^[a-z][a-z\d+.-]*:/i.test(address)) continue;
      yield {
        offset,
        message: address === '' ? 'no address' : 'an address without scheme and host',
        value: href,
      };
    }
  },
};
