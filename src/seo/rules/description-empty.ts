import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const descriptionEmpty: SeoRule = {
  id: 'description-empty',
  title: 'Pages with an empty meta description',
  meaning: 'The meta description of these pages holds nothing.',
  why: 'An empty description is as good as none: search engines pick sentences from the page.',
  fix: 'Write a sentence or two that say what the visitor finds.',
  source: 'https://developers.google.com/search/docs/appearance/snippet',
  *check(site) {
    for (const page of contentPages(site)) {
      const [first] = page.descriptions;
      if (first === undefined || page.descriptions.some(({ value }) => value !== '')) continue;
      yield {
        page: page.path,
        offset: first.offset,
        message: 'an empty description',
        value: '',
        severity: 'warning',
      };
    }
  },
};
