import type { PageRule } from './rule.js';
import { servedPath } from './served-path.js';
import { characterCount } from './text-length.js';

const LIMITS = { max: 115 };

export const urlTooLong: PageRule = {
  id: 'url-too-long',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Very long addresses',
  meaning: 'The path of these pages has more than 115 characters.',
  why: 'Long addresses are cut in search results and hard to share. Search engines read them all the same.',
  fix: 'Shorten folder and page names for new pages. Renaming old ones needs redirects and is rarely worth it.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  limits: LIMITS,
  *check(page, { max = LIMITS.max }) {
    const path = servedPath(page.path);
    const length = characterCount(path);
    if (length > max) yield { message: `${length} characters`, value: path };
  },
};
