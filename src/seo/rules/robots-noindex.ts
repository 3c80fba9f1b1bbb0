import type { PageRecord, Site } from '../site.js';
import { noindexMark } from './noindex-mark.js';
import type { SiteRule } from './rule.js';

export const robotsNoindex: SiteRule = {
  id: 'robots-noindex',
  scope: 'site',
  severity: 'info',
  title: 'Pages that search engines are told not to show',
  meaning:
    'These pages say noindex or none in a robots meta, or the configuration of the host says so in an X-Robots-Tag header.',
  why: 'They do not turn up in search results. That is often intended; on a page that the site itself puts forward, it hardly is.',
  fix: 'Remove noindex from pages that are meant to be found; take the others out of sitemap, canonical and hreflang links.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag',
  *check(site) {
    const pages = site.pages.filter(({ refresh }) => refresh === undefined);
    const hidden = pages.filter(site.isNoindex);
    if (hidden.length === 0) return;
    const isMost = hidden.length * 2 > pages.length;
    const promoted = promotedPages(site, pages);
    for (const page of hidden) {
      const reason = isHome(page) ? 'on the home page' : promoted.get(page);
      const message = reason ?? (isMost ? 'on more than half of the pages' : 'not shown in search results');
      const isMistake = reason !== undefined || isMost;
      yield { ...noindexMark(site, page), message, ...(isMistake && { severity: 'critical' }) };
    }
  },
};

function isHome({ path }: PageRecord): boolean {
  return path === 'index.html' || path === 'index.htm';
}

/** Pages that a sitemap, or a page that may be shown, asks search engines to show. */
function promotedPages(site: Site, pages: readonly PageRecord[]): Map<PageRecord, string> {
  const promoted = new Map<PageRecord, string>();
  for (const { loc } of site.sitemaps.sitemaps.flatMap(({ urls }) => urls)) {
    const target = site.resolveAbsolute(loc);
    if (target.kind === 'page') promoted.set(target.page, 'on a page that a sitemap lists');
  }
  for (const page of pages) {
    if (site.isNoindex(page)) continue;
    for (const { hreflang, href } of page.alternates) {
      const target = site.resolve(href, page);
      if (target.kind === 'page') promoted.set(target.page, `on the ${hreflang} version of ${page.path}`);
    }
    const target = site.canonicalOf(page)?.target;
    if (target?.kind === 'page') promoted.set(target.page, `on the canonical page of ${page.path}`);
  }
  return promoted;
}
