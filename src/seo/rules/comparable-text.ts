import type { PageRecord, Site } from '../site.js';

const MIN_WORDS = 50;
const MIN_CJK_CHARACTERS = 100;

/** Indexable pages whose main text is long enough to be called the same as another's. */
export function pagesWithText(site: Site): PageRecord[] {
  return site.pages.filter(
    (page) => page.textHash !== undefined && hasEnough(page) && site.isIndexable(page),
  );
}

/** Each Han, kana or hangul character counts as a word, and says less. */
function hasEnough({ words, cjkCharacters }: PageRecord): boolean {
  return words - cjkCharacters >= MIN_WORDS || cjkCharacters >= MIN_CJK_CHARACTERS;
}
