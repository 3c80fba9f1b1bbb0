import type { PageRule } from './rule.js';
import { servedPath } from './served-path.js';

export const urlUnderscore: PageRule = {
  id: 'url-underscore',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Addresses with underscores',
  meaning: 'The path of these pages has underscores in it.',
  why: 'Google recommends hyphens: it reads red-shoes as two words and may read red_shoes as one. The effect is small.',
  fix: 'Use hyphens for new pages. Renaming old ones needs redirects and is rarely worth it.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/url-structure',
  *check(page) {
    const path = servedPath(page.path);
    if (path.includes('_')) yield { message: 'an underscore', value: path };
  },
};
