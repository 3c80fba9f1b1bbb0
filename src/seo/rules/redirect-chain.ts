import { redirectPath } from './redirects.js';
import type { SiteRule } from './rule.js';

export const redirectChain: SiteRule = {
  id: 'redirect-chain',
  scope: 'site',
  severity: 'warning',
  title: 'Redirects that lead to redirects',
  meaning: 'A meta refresh leads to a page that redirects again.',
  why: 'Each step takes time, and crawlers give up after a few.',
  fix: 'Redirect to the last page at once.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/301-redirects',
  *check(site) {
    for (const page of site.pages) {
      if (page.refresh === undefined) continue;
      const { hops, isLoop } = redirectPath(site, page);
      // Wherever the second redirect leads: out of the site, too.
      if (isLoop || hops[1]?.refresh === undefined) continue;
      const last = hops.at(-1)?.refresh;
      const steps = [...hops.map(({ path }) => path), ...(last === undefined ? [] : [last.value])];
      yield {
        page: page.path,
        offset: page.refresh.offset,
        message: steps.join(' → '),
        value: page.refresh.value,
      };
    }
  },
};
