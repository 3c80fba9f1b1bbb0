import type { SiteRule } from './rule.js';

export const sitemapInvalid: SiteRule = {
  id: 'sitemap-invalid',
  scope: 'site',
  severity: 'critical',
  title: 'Sitemaps that break the protocol',
  meaning: 'These sitemaps cannot be read to their end, or are not what the sitemap protocol allows.',
  why: 'Search engines refuse a sitemap with such a fault, or the part of it that they cannot read, and then learn nothing from it.',
  fix: 'Correct the generator of the sitemap; split a sitemap that is too large, and list the parts in an index.',
  source: 'https://www.sitemaps.org/protocol.html',
  *check(site) {
    for (const { file, problems } of site.sitemaps.sitemaps) {
      for (const problem of problems) yield { page: file, ...problem };
    }
  },
};
