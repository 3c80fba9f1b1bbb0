import { absentFromHtml } from './absent-from-html.js';
import { descriptions, shownDescription } from './descriptions.js';
import type { PageRule } from './rule.js';

export const descriptionEmpty: PageRule = {
  id: 'description-empty',
  scope: 'page',
  pages: 'indexable',
  severity: 'warning',
  title: 'Pages with an empty meta description',
  meaning: 'These pages have a <meta name="description">, but it holds no text.',
  why: 'An empty description is as good as none: search engines pick sentences from the page.',
  fix: 'Write a sentence or two that say what the visitor finds, or remove the empty element.',
  source: 'https://developers.google.com/search/docs/appearance/snippet',
  *check(page) {
    const [first] = descriptions(page);
    if (first === undefined || shownDescription(page) !== undefined) return;
    yield { ...absentFromHtml(page, 'no text in the description'), offset: first.offset };
  },
};
