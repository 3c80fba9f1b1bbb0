import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

/** Characters that search results show at most. */
const SHOWN = 160;

export const descriptionTooLong: SeoRule = {
  id: 'description-too-long',
  title: 'Meta descriptions too long to be shown whole',
  meaning: 'These descriptions have more than 160 characters after decoding.',
  why: 'Search results show about 155 to 160 characters; the rest is cut.',
  fix: 'Say the most important thing in the first 155 characters.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const page of contentPages(site)) {
      const description = page.descriptions.find(({ value }) => value !== '');
      const length = description === undefined ? 0 : [...description.value].length;
      if (description === undefined || length <= SHOWN) continue;
      yield {
        page: page.path,
        offset: description.offset,
        message: `${length} characters`,
        value: description.value,
        severity: 'info',
      };
    }
  },
};
