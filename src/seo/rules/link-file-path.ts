import { headCanonicals } from './head-canonicals.js';
import type { PageRule } from './rule.js';
import { writtenAddresses } from './written-addresses.js';

export const linkFilePath: PageRule = {
  id: 'link-file-path',
  scope: 'page',
  pages: 'all',
  severity: 'critical',
  title: 'Addresses of files on a computer',
  meaning: 'These pages link to or load a path on a disk: file:… or a drive such as C:\\.',
  why: 'Browsers refuse to open files of the visitor from a web page, and the file is on the computer of the author only.',
  fix: 'Add the file to the site and link to its address there.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    // A canonical link that is no web address has a rule of its own.
    const canonicals = new Set(headCanonicals(page).map(({ offset }) => offset));
    for (const { offset, value } of writtenAddresses(page, FILE_PATH)) {
      if (canonicals.has(offset)) continue;
      yield { offset, message: 'a file on a computer', value, group: value };
    }
  },
};

/** Anchored, so that white space before the address is walked once. */
const FILE_PATH = /^\s*(?:file:|[a-z]:[\\/])/i;
