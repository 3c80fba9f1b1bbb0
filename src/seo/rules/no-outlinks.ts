import { parseUrl } from '../../inputs/web-address.js';
import { FOLLOWED, LinkKind } from '../page/link-kind.js';
import type { PageRecord, Site, Target } from '../site.js';
import type { SiteRule } from './rule.js';

export const noOutlinks: SiteRule = {
  id: 'no-outlinks',
  scope: 'site',
  severity: 'warning',
  title: 'Pages without a link to go on',
  meaning:
    'These indexable pages hold no link (a or area with an address) to another page or file of the site.',
  why: 'Visitors have nowhere to go, and crawlers end there.',
  fix: 'Add the menu of the site, or a link back.',
  source: 'https://sitebulb.com/hints/links/',
  *check(site) {
    // Without any link between pages the menu is made by a script.
    if (site.graph.inbound.every((pages) => pages === 0)) return;
    const leadOn = new Set<PageRecord>();
    const isOfSite = (target: Target) => target.kind !== 'external' || mayBeOfSite(site, target.href);
    // Of links to pages the graph knows; few links lead elsewhere.
    for (const { page } of site.linksTo(FOLLOWED, (target) => target.kind !== 'page' && isOfSite(target)))
      leadOn.add(page);
    for (const { page, target } of site.linksTo(LinkKind.frame, isOfSite))
      if (target.kind !== 'page' || target.page !== page) leadOn.add(page);
    for (const page of site.pages) {
      if (site.graph.leadsOn(page) || leadOn.has(page) || page.isClientRendered || !site.isIndexable(page))
        continue;
      const message = page.anchors === 0 ? 'no link' : 'no link to another page of the site';
      yield { page: page.path, offset: page.html.offset, message };
    }
  },
};

/** Beside the scanned folder on the same host; anywhere on the web, where nobody knows which host that is. */
function mayBeOfSite(site: Site, href: string): boolean {
  const url = parseUrl(href, site.siteUrl ?? 'http://site.invalid/');
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return site.siteUrl === undefined || url.host === new URL(site.siteUrl).host;
}
