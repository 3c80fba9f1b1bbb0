import { annotatedPages, mayBe, pathOf, shownAnnotatedPages, targetOf } from '../hreflang.js';
import type { PageRecord, Site } from '../site.js';
import type { SiteRule } from './rule.js';

export const hreflangNoReturn: SiteRule = {
  id: 'hreflang-no-return',
  scope: 'site',
  severity: 'warning',
  title: 'Language links that are not returned',
  meaning: 'The page names another page as a version of itself, and that page does not name it in return.',
  why: 'Google ignores a language link between two pages unless each of them names the other.',
  fix: 'Give all versions of a page the same list of language links, each version itself included.',
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(site) {
    const named = pagesNamed(site);
    for (const { page, annotations } of shownAnnotatedPages(site)) {
      const seen = new Set([page.index]);
      for (const annotation of annotations) {
        const target = targetOf(site, annotation, page);
        if (target.kind !== 'page' || seen.has(target.page.index)) continue;
        seen.add(target.page.index);
        const { path, isClientRendered } = target.page;
        // A script may add the links; other rules speak of pages that are not shown.
        if (isClientRendered || !site.isIndexable(target.page)) continue;
        const back = named.get(target.page.index);
        if (back !== undefined && (back.pages.has(page.index) || back.mayName(page))) continue;
        const { file, offset, href } = annotation;
        yield { page: file, offset, message: `${path} does not link back`, value: href, group: path };
      }
    }
  },
};

interface Named {
  readonly pages: ReadonlySet<number>;
  /** Some address outside the site may still be this page: see `mayBe`. */
  readonly mayName: (page: PageRecord) => boolean;
}

/** What each page names, by its index. */
function pagesNamed(site: Site): Map<number, Named> {
  const named = new Map<number, Named>();
  for (const { page, annotations } of annotatedPages(site)) {
    if (page === undefined) continue;
    const pages = new Set<number>();
    const others = new Set<string>();
    for (const annotation of annotations) {
      const target = targetOf(site, annotation, page);
      if (target.kind === 'page') pages.add(target.page.index);
      else if (target.kind === 'external') others.add(pathOf(target.href));
    }
    const mayName = (one: PageRecord) => mayBe(site, others, one);
    named.set(page.index, { pages, mayName });
  }
  return named;
}
