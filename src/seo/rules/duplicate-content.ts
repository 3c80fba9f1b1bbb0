import { pagesWithText } from './comparable-text.js';
import type { SiteRule } from './rule.js';
import { byLanguage, groupBy } from './same-language.js';

export const duplicateContent: SiteRule = {
  id: 'duplicate-content',
  scope: 'site',
  severity: 'warning',
  title: 'Pages with the same text',
  meaning:
    'The main text of these indexable pages of one language (without nav, header, footer and aside) is word for word the same.',
  why: 'Search engines show one of them and leave the others out, not always as you would choose.',
  fix: 'Keep one page and redirect the others to it, or name it as canonical on all.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  *check(site) {
    for (const [hash, same] of groupBy(pagesWithText(site), ({ textHash }) => textHash ?? '')) {
      if (same.length < 2) continue;
      for (const [language, repeated] of byLanguage(same)) {
        const [first, second] = repeated;
        if (first === undefined || second === undefined) continue;
        for (const page of repeated) {
          const other = page === first ? second : first;
          const more = repeated.length > 2 ? ` and ${repeated.length - 2} more` : '';
          yield {
            page: page.path,
            offset: page.html.offset,
            message: `the same ${page.words} words as ${other.path}${more}`,
            group: `${language}\n${hash}`,
          };
        }
      }
    }
  },
};
