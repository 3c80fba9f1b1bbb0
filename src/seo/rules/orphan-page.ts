import { FOLLOWED, LinkKind } from '../page/link-kind.js';
import type { PageRecord, Site } from '../site.js';
import type { SiteRule } from './rule.js';
import { hasUnknownLinks } from './unknown-links.js';

export const orphanPage: SiteRule = {
  id: 'orphan-page',
  scope: 'site',
  severity: 'warning',
  title: 'Pages to which no other page links',
  meaning:
    'No other page of the export links to these indexable pages by a or area, nor shows them in a frame, nor links to an address that a redirect rule of the host leads to them. Where other redirects of the host or scripts may lead there, that is only information.',
  why: 'Visitors cannot get there, and crawlers find them by the sitemap at best.',
  fix: 'Link to them from where they belong, or take them out of the export.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    // A single page has no other, and without links between pages the menu is made by a script.
    if (!site.isComplete || site.graph.inbound.every((pages) => pages === 0)) return;
    const shown = shownOtherwise(site);
    const isUncertain = hasUnknownLinks(site);
    for (const page of site.pages) {
      if ((site.graph.inbound[page.index] ?? 0) > 0 || shown.has(page)) continue;
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

/** Pages in a frame of another, and those to which a redirect rule of the host leads from an address that is linked. */
function shownOtherwise(site: Site): ReadonlySet<PageRecord> {
  const shown = new Set<PageRecord>();
  for (const { target } of site.linksTo(LinkKind.frame, ({ kind }) => kind === 'page'))
    if (target.kind === 'page') shown.add(target.page);
  const arrivals = new Map<string, PageRecord | undefined>();
  for (const { page, target } of site.linksTo(FOLLOWED, ({ kind }) => kind === 'redirected')) {
    if (target.kind !== 'redirected') continue;
    if (!arrivals.has(target.path)) arrivals.set(target.path, site.hostRedirectOf(target.path));
    const arrival = arrivals.get(target.path);
    if (arrival !== undefined && arrival !== page) shown.add(arrival);
  }
  return shown;
}

export function isHome(path: string): boolean {
  return path === 'index.html' || path === 'index.htm';
}
