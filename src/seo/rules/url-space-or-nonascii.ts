import type { PageRule } from './rule.js';
import { servedPath } from './served-path.js';

export const urlSpaceOrNonascii: PageRule = {
  id: 'url-space-or-nonascii',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Addresses with spaces or letters beyond ASCII',
  meaning: 'The path of these pages has spaces, or characters other than those of the English keyboard.',
  why: 'Search engines handle them, and words in the language of your readers are welcome. When copied they turn into codes such as %20 or %C3%A9, and links written by hand break easily.',
  fix: 'Replace spaces by hyphens. Keep letters of your language if your tools cope with them.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/url-structure',
  *check(page) {
    const path = servedPath(page.path);
    if (!/[^!-~]/.test(path)) return;
    yield { message: /\s/.test(path) ? 'a space' : 'letters beyond ASCII', value: path };
  },
};
