import type { PageRecord, Site } from '../site.js';
import type { SiteRule } from './rule.js';
import { atEntry, completeAddress, listedAddresses, withoutWww } from './sitemap-entries.js';

export const sitemapListsNonCanonical: SiteRule = {
  id: 'sitemap-lists-non-canonical',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap entries that are not canonical',
  meaning: 'A sitemap lists these addresses, and the canonical link of the page there names another one.',
  why: 'A sitemap tells search engines which address of a page you prefer; here the page itself says otherwise.',
  fix: 'List the canonical address, or correct the canonical link of the page.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  *check(site) {
    for (const listed of listedAddresses(site)) {
      const { target, entry } = listed;
      if (target.kind !== 'page' || target.page.refresh !== undefined || site.isNoindex(target.page))
        continue;
      const canonical = otherCanonical(site, target.page, entry.loc);
      if (canonical !== undefined) yield atEntry(listed, { message: `the canonical link is ${canonical}` });
    }
  },
};

/** The canonical link as written, where it names another page, or this one by another address. */
function otherCanonical(site: Site, page: PageRecord, loc: string): string | undefined {
  const [canonical, ...others] = page.canonicals.filter(({ isInHead }) => isInHead).map(({ value }) => value);
  if (canonical === undefined) return undefined;
  if (!site.isIndexable(page)) return canonical;
  const isOne = others.every((other) => other === canonical);
  return isOne && isOtherAddress(loc, canonical) ? canonical : undefined;
}

/** Scheme and `www.` are left to the rules on those; a relative link says nothing of the form that is preferred. */
function isOtherAddress(loc: string, canonical: string): boolean {
  const [listed, preferred] = [completeAddress(loc), completeAddress(canonical.trim())];
  return listed !== undefined && preferred !== undefined && comparable(listed) !== comparable(preferred);
}

function comparable({ host, pathname, search }: URL): string {
  // Escapes in either letter case are the same address: RFC 3986, section 6.2.2.1.
  const path = `${pathname}${search}`.replaceAll(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
  return withoutWww(host) + path;
}
