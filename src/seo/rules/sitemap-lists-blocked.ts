import { robotsDecision } from '../robots-txt.js';
import type { SiteRule } from './rule.js';
import { atEntry, completeAddress, listedAddresses } from './sitemap-entries.js';

export const sitemapListsBlocked: SiteRule = {
  id: 'sitemap-lists-blocked',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap entries that robots.txt blocks',
  meaning: 'A sitemap lists these addresses, and robots.txt forbids Googlebot to fetch them.',
  why: 'A page that may not be fetched cannot be read, so at best its bare address turns up in results.',
  fix: 'Take the address out of the sitemap, or allow it in robots.txt if it is meant to be found.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    // Crawlers read the robots.txt at the origin's root, and no other: RFC 9309, section 2.3.
    const { robots, siteUrl } = site;
    if (robots === undefined || siteUrl === undefined || new URL(siteUrl).pathname !== '/') return;
    for (const listed of listedAddresses(site)) {
      const url = completeAddress(listed.entry.loc);
      if (url === undefined || listed.target.kind === 'external') continue;
      if (robotsDecision(robots, 'Googlebot', url.pathname + url.search).allowed) continue;
      yield atEntry(listed, { message: 'blocked for Googlebot by robots.txt' });
    }
  },
};
