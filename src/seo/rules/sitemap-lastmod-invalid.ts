import { parseW3cDatetime } from '../sitemaps/w3c-datetime.js';
import type { SiteRule } from './rule.js';
import { sitemapEntries } from './sitemap-entries.js';

export const sitemapLastmodInvalid: SiteRule = {
  id: 'sitemap-lastmod-invalid',
  scope: 'site',
  severity: 'warning',
  title: 'Sitemap dates that are no dates',
  meaning:
    'These <lastmod> values are not in the W3C date format, or name a day or time that does not exist.',
  why: 'Search engines report them as errors and learn nothing about when the page changed.',
  fix: 'Write the date as 2025-01-31, or with time and zone as 2025-01-31T12:30:00+01:00.',
  source: 'https://www.w3.org/TR/NOTE-datetime',
  *check(site) {
    for (const { sitemap, entry } of sitemapEntries(site)) {
      if (entry.lastmod === undefined || parseW3cDatetime(entry.lastmod.value) !== undefined) continue;
      const { offset, value } = entry.lastmod;
      yield {
        page: sitemap.file,
        offset,
        message: value === '' ? 'an empty <lastmod>' : 'no W3C date',
        value,
      };
    }
  },
};
