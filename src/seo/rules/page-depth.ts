import { isHome } from './orphan-page.js';
import type { SiteRule } from './rule.js';
import { hasUnknownLinks } from './unknown-links.js';

export const pageDepth: SiteRule = {
  id: 'page-depth',
  scope: 'site',
  severity: 'info',
  title: 'Pages far from the home page',
  meaning:
    'These indexable pages are more than three clicks from the home page, or no chain of links from there reaches them although other pages link to them.',
  why: 'What is far away is visited less, by people and by crawlers.',
  fix: 'Link to what matters from the home page or from pages near it; join islands to the rest of the site.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  limits: { max: 3 },
  *check(site, { max = 3 }) {
    // Without a home page, or one that links nowhere, there is nothing to count from.
    const home = site.pages.find(({ path }) => isHome(path));
    if (!site.isComplete || home === undefined || !site.graph.depth.some((depth) => depth > 0)) return;
    const isUncertain = hasUnknownLinks(site);
    for (const page of site.pages) {
      if (!site.isIndexable(page)) continue;
      const depth = site.graph.depth[page.index] ?? -1;
      const { offset } = page.html;
      if (depth > max) yield { page: page.path, offset, message: `${depth} clicks from the home page` };
      else if (depth === -1 && (site.graph.inbound[page.index] ?? 0) > 0) {
        yield {
          page: page.path,
          offset,
          message: 'linked, but not reached from the home page',
          severity: isUncertain ? 'info' : 'warning',
        };
      }
    }
  },
};
