import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const descriptionMissing: SeoRule = {
  id: 'description-missing',
  title: 'Pages without a meta description',
  meaning: 'These pages have no meta description.',
  why: 'The description is offered to searchers below the title; without one, search engines pick sentences from the page.',
  fix: 'Write a sentence or two per page in <meta name="description">.',
  source: 'https://developers.google.com/search/docs/appearance/snippet',
  *check(site) {
    for (const page of contentPages(site)) {
      if (page.descriptions.length > 0) continue;
      yield { page: page.path, message: 'no <meta name="description">', severity: 'warning' };
    }
  },
};
