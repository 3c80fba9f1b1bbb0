import { pagesWithText } from './comparable-text.js';
import { NearDuplicates } from './near-duplicates.js';
import type { SiteRule } from './rule.js';
import { byLanguage, groupBy } from './same-language.js';

export const nearDuplicateContent: SiteRule = {
  id: 'near-duplicate-content',
  scope: 'site',
  severity: 'info',
  title: 'Pages with almost the same text',
  meaning:
    'The main text of these indexable pages shares at least 90 % of its five-word sequences with that of another page.',
  why: 'Search engines may take them for one page.',
  fix: 'Say on each page what only this page is about, or merge them.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/tutorials/how-to-check-for-duplicate-content/',
  limits: { minLikeness: 0.9 },
  *check(site, { minLikeness = 0.9 }) {
    for (const [language, pages] of byLanguage(pagesWithText(site))) {
      // Of pages with the same text one stands for all: they have a rule of their own.
      const distinct = [...groupBy(pages, ({ textHash }) => textHash ?? '').values()].flatMap(
        ([first]) => first ?? [],
      );
      const search = new NearDuplicates(site.shinglesOf, minLikeness);
      for (const page of distinct) search.add(page);
      for (const { page, other, likeness, cluster } of search.found()) {
        const percent = Math.floor(likeness * 100);
        yield {
          page: page.path,
          offset: page.html.offset,
          message: `${percent} % the same as ${other.path}`,
          group: `${language}\n${cluster.path}`,
        };
      }
    }
  },
};
