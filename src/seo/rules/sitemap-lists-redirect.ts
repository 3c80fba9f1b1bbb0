import type { SiteRule } from './rule.js';
import { atEntry, listedAddresses } from './sitemap-entries.js';

export const sitemapListsRedirect: SiteRule = {
  id: 'sitemap-lists-redirect',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap entries that redirect',
  meaning: 'A sitemap lists these pages, which only send visitors on to another address (meta refresh).',
  why: 'A sitemap should name the pages that are to be found; search engines take the target of the redirect instead.',
  fix: 'List the page to which it leads, if that is not listed yet, and take this one out.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const listed of listedAddresses(site)) {
      const { target } = listed;
      if (target.kind !== 'page' || target.page.refresh === undefined) continue;
      yield atEntry(listed, { message: `${target.page.path} redirects to ${target.page.refresh.value}` });
    }
  },
};
