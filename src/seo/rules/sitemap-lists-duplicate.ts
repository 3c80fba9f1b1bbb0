import type { SiteRule } from './rule.js';
import { atEntry, completeAddress, sitemapEntries } from './sitemap-entries.js';

export const sitemapListsDuplicate: SiteRule = {
  id: 'sitemap-lists-duplicate',
  scope: 'site',
  severity: 'info',
  title: 'Sitemap entries that are listed twice',
  meaning: 'These addresses stand in the same sitemap before; what comes after a # does not count.',
  why: 'Search engines take them once, so nothing is lost; but it shows that the sitemap is not generated as it should be.',
  fix: 'List each address once.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    let seen = new Set<string>();
    let file: string | undefined;
    for (const listed of sitemapEntries(site)) {
      if (listed.sitemap.file !== file) seen = new Set();
      file = listed.sitemap.file;
      const url = completeAddress(listed.entry.loc);
      if (url === undefined) continue;
      url.hash = '';
      if (seen.has(url.href))
        yield atEntry(listed, { message: 'listed before in this sitemap', group: url.href });
      seen.add(url.href);
    }
  },
};
