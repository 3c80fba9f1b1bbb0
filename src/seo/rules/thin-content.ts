import { loadsItsContent } from './absent-from-html.js';
import type { PageRule } from './rule.js';

const LIMITS = { words: 50, characters: 100 };

export const thinContent: PageRule = {
  id: 'thin-content',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Pages with hardly any text',
  meaning:
    'The main text of these pages, without menus, header and footer, has fewer than 50 words; in Chinese, Japanese and Korean fewer than 100 characters. Pages that a script renders are not judged.',
  why: 'Search engines have little to match with a query. For a gallery, a video or a contact form that is as it should be: length is no ranking factor.',
  fix: 'Add what visitors would want to know, join the page with a related one, or leave it as it is if it serves its purpose.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  limits: LIMITS,
  *check(page, { words: least = LIMITS.words, characters = LIMITS.characters }) {
    if (loadsItsContent(page)) return;
    // Each character of these scripts has been counted as a word, too; a text in two scripts is as long as both parts.
    const { words, cjkCharacters: dense } = page.text;
    const spaced = Math.max(0, words - dense);
    if (spaced / least + dense / characters >= 1) return;
    yield {
      message:
        dense > spaced
          ? `${dense} ${dense === 1 ? 'character' : 'characters'} of text`
          : `${words} ${words === 1 ? 'word' : 'words'} of text`,
    };
  },
};
