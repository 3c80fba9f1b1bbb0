import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

/** Characters that search results show, and the length at which the end is surely lost. */
const SHOWN = 60;
const WELL_OVER = 70;

export const titleTooLong: SeoRule = {
  id: 'title-too-long',
  title: 'Titles too long to be shown whole',
  meaning: 'These titles have more than 60 characters after decoding.',
  why: 'Search results show about 60 characters; the rest is cut. Google sets no limit, so nothing is lost but the end of the line.',
  fix: 'Put what matters first, and shorten the title to 60 characters where it loses nothing.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const page of contentPages(site)) {
      const [title] = page.titles;
      const length = title === undefined ? 0 : [...title.value].length;
      if (title === undefined || length <= SHOWN) continue;
      yield {
        page: page.path,
        offset: title.offset,
        message: `${length} characters`,
        value: title.value,
        severity: length > WELL_OVER ? 'warning' : 'info',
      };
    }
  },
};
