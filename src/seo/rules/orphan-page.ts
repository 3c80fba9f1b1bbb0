import { LinkKind } from '../page/link-kind.js';
import type { PageRecord } from '../site.js';
import type { SiteRule } from './rule.js';
import { hasUnknownLinks } from './unknown-links.js';

export const orphanPage: SiteRule = {
  id: 'orphan-page',
  scope: 'site',
  severity: 'warning',
  title: 'Pages to which no other page links',
  meaning:
    'No other page of the export links to these indexable pages by a or area, nor shows them in a frame. Where redirects of the host or scripts may lead there, that is only information.',
  why: 'Visitors cannot get there, and crawlers find them by the sitemap at best.',
  fix: 'Link to them from where they belong, or take them out of the export.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    // A single page has no other, and without links between pages the menu is made by a script.
    if (!site.isComplete || site.graph.inbound.every((pages) => pages === 0)) return;
    const framed = new Set<PageRecord>();
    for (const { target } of site.linksTo(LinkKind.frame, ({ kind }) => kind === 'page'))
      if (target.kind === 'page') framed.add(target.page);
    const isUncertain = hasUnknownLinks(site);
    for (const page of site.pages) {
      if ((site.graph.inbound[page.index] ?? 0) > 0 || framed.has(page)) continue;
      // Depth 0 is also where a home page redirects.
      if (isHome(page.path) || site.graph.depth[page.index] === 0 || !site.isIndexable(page)) continue;
      yield {
        page: page.path,
        offset: page.html.offset,
        message: isUncertain
          ? 'no link from another page, as far as files tell'
          : 'no link from another page',
        ...(isUncertain && { severity: 'info' as const }),
      };
    }
  },
};

export function isHome(path: string): boolean {
  return path === 'index.html' || path === 'index.htm';
}
