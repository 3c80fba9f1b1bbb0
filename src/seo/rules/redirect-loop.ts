import { redirectPath } from './redirects.js';
import type { SiteRule } from './rule.js';

export const redirectLoop: SiteRule = {
  id: 'redirect-loop',
  scope: 'site',
  severity: 'critical',
  title: 'Redirects that go round in circles',
  meaning: 'A meta refresh leads, over one or more pages, back to a page that was passed already.',
  why: 'Visitors never arrive, and browsers reload without end.',
  fix: 'Point one of the redirects to a page that stays.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/301-redirects',
  *check(site) {
    for (const page of site.pages) {
      if (page.refresh === undefined) continue;
      const { hops, isLoop } = redirectPath(site, page);
      if (!isLoop) continue;
      yield {
        page: page.path,
        offset: page.refresh.offset,
        message: hops.map(({ path }) => path).join(' → '),
        value: page.refresh.value,
      };
    }
  },
};
