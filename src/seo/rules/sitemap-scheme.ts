import type { SiteRule } from './rule.js';
import { atEntry, completeAddress, sitemapEntries, withoutWww } from './sitemap-entries.js';

export const sitemapScheme: SiteRule = {
  id: 'sitemap-scheme',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap entries with http on a site with https',
  meaning: 'The site is served with https, and a sitemap lists these addresses of it with http.',
  why: 'The http address leads to the https one at best, so the sitemap names addresses that are not the real ones.',
  fix: 'Write https in the sitemap; the generator’s setting for the site’s address is the usual cause.',
  source: 'https://www.sitemaps.org/protocol.html#location',
  *check(site) {
    if (site.siteUrl === undefined) return;
    const own = new URL(site.siteUrl);
    if (own.protocol !== 'https:') return;
    for (const listed of sitemapEntries(site)) {
      const url = completeAddress(listed.entry.loc);
      if (url?.protocol !== 'http:' || withoutWww(url.host) !== withoutWww(own.host)) continue;
      yield atEntry(listed, { message: 'http instead of https' });
    }
  },
};
