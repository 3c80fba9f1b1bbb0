import type { PageRule } from './rule.js';
import { servedPath } from './served-path.js';

export const urlUppercase: PageRule = {
  id: 'url-uppercase',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Addresses with capital letters',
  meaning: 'The path of these pages has capital letters.',
  why: 'Addresses are case-sensitive: /About and /about are two pages to a search engine, and one of them may not exist.',
  fix: 'Use small letters for new pages. Renaming old ones needs redirects and is rarely worth it.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/url-structure',
  *check(page) {
    const path = servedPath(page.path);
    if (/\p{Lu}/u.test(path)) yield { message: 'capital letters', value: path };
  },
};
