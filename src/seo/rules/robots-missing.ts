import type { SiteRule } from './rule.js';

export const robotsMissing: SiteRule = {
  id: 'robots-missing',
  scope: 'site',
  severity: 'info',
  title: 'No robots.txt',
  meaning: 'The site lies at the root of its address, and the export holds no robots.txt.',
  why: 'Nothing is lost by that: crawlers may then fetch everything. But the file is where they learn of sitemaps, and an error page in its place costs requests.',
  fix: 'Add a robots.txt with "User-agent: *", an empty "Disallow:" and the address of the sitemap.',
  source: 'https://www.rfc-editor.org/rfc/rfc9309.html#section-2.3',
  *check({ siteUrl, robots, hosts }) {
    if (siteUrl === undefined || new URL(siteUrl).pathname !== '/' || robots !== undefined) return;
    if (!hosts.redirects('/robots.txt')) yield { page: 'robots.txt', message: 'no such file in the export' };
  },
};
