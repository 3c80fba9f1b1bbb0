import type { PageRule } from './rule.js';
import { robotsValues } from './robots-values.js';

export const nosnippet: PageRule = {
  id: 'nosnippet',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Pages that forbid a text in search results',
  meaning: 'These pages say nosnippet in a robots meta, or data-nosnippet on their <main> element.',
  why: 'Google shows the result with its title only, and does not use the text in AI answers either. That may be intended; where it is not, fewer people click.',
  fix: 'Remove nosnippet, unless the text is meant to stay out of search results.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag',
  *check(page) {
    const directive = robotsValues(page).find(({ value }) => value === 'nosnippet');
    if (directive !== undefined)
      yield { offset: directive.offset, message: 'nosnippet', value: directive.value };
    if (page.nosnippetMain !== undefined) {
      yield { offset: page.nosnippetMain, message: 'data-nosnippet on <main>' };
    }
  },
};
