import { absentFromHtml } from './absent-from-html.js';
import { descriptions } from './descriptions.js';
import type { PageRule } from './rule.js';

export const descriptionMissing: PageRule = {
  id: 'description-missing',
  scope: 'page',
  pages: 'indexable',
  severity: 'warning',
  title: 'Pages without a meta description',
  meaning:
    'These pages have no <meta name="description">. An og:description is for link previews and does not count.',
  why: 'Search engines may show the description below the title. Without one they always pick sentences from the page; with one they still do where those fit the query better.',
  fix: 'Write a sentence or two per page in <meta name="description">.',
  source: 'https://developers.google.com/search/docs/appearance/snippet',
  *check(page) {
    if (descriptions(page).length === 0) yield absentFromHtml(page, 'no <meta name="description">');
  },
};
