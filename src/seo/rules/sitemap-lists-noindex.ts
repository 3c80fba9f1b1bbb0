import type { SiteRule } from './rule.js';
import { atEntry, listedAddresses } from './sitemap-entries.js';

export const sitemapListsNoindex: SiteRule = {
  id: 'sitemap-lists-noindex',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap entries that search engines are told not to index',
  meaning:
    'A sitemap lists these pages, and a robots meta element or X-Robots-Tag header of theirs says noindex.',
  why: 'The two contradict each other: the page stays out of the index, whatever the sitemap says.',
  fix: 'Take the page out of the sitemap, or take away its noindex if it is meant to be found.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const listed of listedAddresses(site)) {
      const { target } = listed;
      if (target.kind !== 'page' || target.page.refresh !== undefined || !site.isNoindex(target.page))
        continue;
      yield atEntry(listed, { message: `${target.page.path} is noindex` });
    }
  },
};
