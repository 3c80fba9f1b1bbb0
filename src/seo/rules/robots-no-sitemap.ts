import { robotsAtRoot } from './robots-access.js';
import type { SiteRule } from './rule.js';

export const robotsNoSitemap: SiteRule = {
  id: 'robots-no-sitemap',
  scope: 'site',
  severity: 'opportunity',
  title: 'A robots.txt that does not name the sitemap',
  meaning: 'The export holds a sitemap, and robots.txt has no "Sitemap:" line.',
  why: 'Search engines that were not told of the sitemap elsewhere find it by this line.',
  fix: 'Add a line with the complete address, such as "Sitemap: https://example.com/sitemap.xml".',
  source: 'https://www.sitemaps.org/protocol.html#submit_robots',
  *check(site) {
    const robots = robotsAtRoot(site);
    const sitemap = site.sitemaps.sitemaps.find(({ kind }) => kind !== 'invalid');
    if (robots === undefined || robots.sitemaps.length > 0 || sitemap === undefined) return;
    yield { page: 'robots.txt', message: `${sitemap.file} is not named` };
  },
};
