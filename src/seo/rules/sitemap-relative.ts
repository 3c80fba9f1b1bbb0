import type { SiteRule } from './rule.js';
import { atEntry, completeAddress, sitemapEntries } from './sitemap-entries.js';

export const sitemapRelative: SiteRule = {
  id: 'sitemap-relative',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap entries that are no complete addresses',
  meaning:
    'A sitemap lists something that does not begin with http:// or https:// and a host, or is no valid address.',
  why: 'Search engines do not guess what is missing; they skip the entry.',
  fix: 'Write complete addresses, as in https://www.example.com/page.',
  source: 'https://www.sitemaps.org/protocol.html#locdef',
  *check(site) {
    for (const listed of sitemapEntries(site)) {
      if (completeAddress(listed.entry.loc) !== undefined) continue;
      const isAbsolute = /^https?:\/\//i.test(listed.entry.loc);
      yield atEntry(listed, {
        message: isAbsolute ? 'no valid address' : 'does not begin with http:// or https://',
      });
    }
  },
};
