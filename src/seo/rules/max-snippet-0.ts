import type { PageRule } from './rule.js';
import { robotsValues } from './robots-values.js';

export const maxSnippet0: PageRule = {
  id: 'max-snippet-0',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Pages that allow no characters in search results',
  meaning:
    'These pages say max-snippet:0 in a robots meta. (max-snippet:-1 sets no limit and is not reported.)',
  why: 'It has the same effect as nosnippet: Google shows the title only, and does not use the text in AI answers.',
  fix: 'Write max-snippet:-1 or remove it, unless the text is meant to stay out of search results.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag',
  *check(page) {
    const directive = robotsValues(page).find(({ value }) => /^max-snippet ?: ?0+$/.test(value));
    if (directive !== undefined)
      yield { offset: directive.offset, message: 'max-snippet:0', value: directive.value };
  },
};
