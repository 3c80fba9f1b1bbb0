import type { Sitemap } from '../sitemap.js';
import { parseW3cDatetime } from '../sitemaps/w3c-datetime.js';
import type { SiteRule } from './rule.js';

/** A generator that takes the clock for each entry is done within this. */
const MINUTE = 60_000;

export const sitemapLastmodAllEqual: SiteRule = {
  id: 'sitemap-lastmod-all-equal',
  scope: 'site',
  severity: 'info',
  title: 'Sitemaps whose dates are all the same',
  meaning: 'All <lastmod> values of these sitemaps are the same, to the minute.',
  why: 'That is when the site was built, most likely, not when each page changed. Google uses lastmod only where it proves to be accurate, and ignores it otherwise.',
  fix: 'Let the generator write when each page’s content last changed, or leave lastmod out.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap',
  limits: { min: 10 },
  *check(site, { min = 10 }) {
    for (const sitemap of site.sitemaps.sitemaps) {
      const dates = datesOf(sitemap);
      const [first] = dates;
      if (first === undefined || dates.length < min || !isOneMoment(dates.map(({ time }) => time))) continue;
      yield {
        page: sitemap.file,
        offset: first.offset,
        message: `the same date on all ${dates.length} entries that have one`,
        value: first.value,
      };
    }
  },
};

function datesOf(sitemap: Sitemap): { offset: number; value: string; time: number | undefined }[] {
  return sitemap.urls.flatMap(({ lastmod }) =>
    lastmod === undefined ? [] : [{ ...lastmod, time: parseW3cDatetime(lastmod.value) }],
  );
}

function isOneMoment(times: readonly (number | undefined)[]): boolean {
  const [first] = times;
  if (first === undefined) return false;
  return times.every((time) => time !== undefined && Math.abs(time - first) < MINUTE);
}
