import type { PageRule } from './rule.js';

export const charsetMissing: PageRule = {
  id: 'charset-missing',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages that do not declare their character encoding',
  meaning:
    'These pages have neither a <meta charset> nor a byte order mark. Whether the server names the encoding in a header cannot be seen in the files.',
  why: 'Unless the server names it, browsers and search engines guess, and letters such as é or 漢 may turn into garbage.',
  fix: 'Write <meta charset="utf-8"> first in the head.',
  source: 'https://developer.chrome.com/docs/lighthouse/best-practices/charset',
  *check({ encoding }) {
    if (encoding.source !== 'guessed' || encoding.declared !== undefined) return;
    yield { message: 'no <meta charset> and no byte order mark' };
  },
};
