import type { SiteRule } from './rule.js';
import { atEntry, completeAddress, sitemapEntries } from './sitemap-entries.js';

export const sitemapOtherHost: SiteRule = {
  id: 'sitemap-other-host',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap entries of another host',
  meaning:
    'A sitemap lists addresses of another host than the one that it belongs to; www.example.com and example.com are two hosts.',
  why: 'Search engines ignore them, unless both hosts are proven to have the same owner.',
  fix: 'List only addresses of the sitemap’s own host, spelled as the canonical links spell it.',
  source: 'https://www.sitemaps.org/protocol.html#location',
  *check(site) {
    const own = site.siteUrl === undefined ? undefined : new URL(site.siteUrl).host;
    // Without the site's address it is certain only that a sitemap's entries must be of one host.
    const first = new Map<string, string>();
    for (const listed of sitemapEntries(site)) {
      const host = completeAddress(listed.entry.loc)?.host;
      if (host === undefined) continue;
      const { file } = listed.sitemap;
      const expected = own ?? first.get(file) ?? host;
      first.set(file, expected);
      if (host !== expected)
        yield atEntry(listed, { message: `of ${host}, not of ${expected}`, group: host });
    }
  },
};
