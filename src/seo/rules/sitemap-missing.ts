import type { SiteRule } from './rule.js';

export const sitemapMissing: SiteRule = {
  id: 'sitemap-missing',
  scope: 'site',
  severity: 'opportunity',
  title: 'No sitemap',
  meaning: 'The export holds no sitemap, or not the one that its robots.txt names.',
  why: 'Search engines find pages by their links too, so a small site that is well linked loses little; on a larger one, a sitemap shows them new and changed pages sooner.',
  fix: 'Let the site generator write a sitemap.xml, and name it in robots.txt.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/overview',
  *check(site) {
    const named = site.robots?.sitemaps ?? [];
    for (const { offset, value } of named) {
      if (!/^https?:\/\//i.test(value) || site.resolveAbsolute(value).kind !== 'broken') continue;
      yield {
        page: 'robots.txt',
        offset,
        message: 'the export holds no such sitemap',
        value,
        severity: 'warning',
      };
    }
    // A single page needs none; below the origin's root, the sitemap may lie outside of the export.
    const isAtRoot = site.siteUrl === undefined || new URL(site.siteUrl).pathname === '/';
    const isNone = named.length === 0 && site.sitemaps.sitemaps.length === 0;
    if (isNone && isAtRoot && site.pages.filter(site.isIndexable).length > 1) {
      yield { page: 'sitemap.xml', message: 'no sitemap in the export, and none named in robots.txt' };
    }
  },
};
