import { parseW3cDatetime } from '../sitemaps/w3c-datetime.js';
import type { SiteRule } from './rule.js';
import { sitemapEntries } from './sitemap-entries.js';

/** Clocks and time zones differ; a day covers both. */
const DAY = 24 * 60 * 60 * 1000;

export const sitemapLastmodFuture: SiteRule = {
  id: 'sitemap-lastmod-future',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap dates in the future',
  meaning: 'These <lastmod> values are more than a day later than the time of this scan.',
  why: 'A page cannot have changed tomorrow. Google uses lastmod only where it proves to be accurate, and ignores it otherwise.',
  fix: 'Write when the page’s content last changed, not when it is to be published or checked next.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap',
  *check(site) {
    if (site.now === undefined) return;
    const latest = site.now.getTime() + DAY;
    for (const { sitemap, entry } of sitemapEntries(site)) {
      if (entry.lastmod === undefined) continue;
      const { offset, value } = entry.lastmod;
      if ((parseW3cDatetime(value) ?? 0) <= latest) continue;
      yield { page: sitemap.file, offset, message: 'lies in the future', value };
    }
  },
};
