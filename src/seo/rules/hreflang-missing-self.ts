import { mayBe, pathOf, shownAnnotatedPages, targetOf } from '../hreflang.js';
import type { SiteRule } from './rule.js';

export const hreflangMissingSelf: SiteRule = {
  id: 'hreflang-missing-self',
  scope: 'site',
  severity: 'warning',
  title: 'Pages that leave themselves out of their language links',
  meaning: 'The page lists its versions in other languages, but not itself.',
  why: 'Google asks that every version lists itself too; without that the set of versions is incomplete.',
  fix: "Add an hreflang link with the page's own language and address.",
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(site) {
    for (const { page, annotations } of shownAnnotatedPages(site)) {
      const [first] = annotations;
      const others = new Set<string>();
      const namesItself = annotations.some((annotation) => {
        const target = targetOf(site, annotation, page);
        if (target.kind === 'external') others.add(pathOf(target.href));
        return target.kind === 'page' && target.page.index === page.index;
      });
      if (namesItself || mayBe(site, others, page) || first === undefined) continue;
      yield {
        page: first.file,
        offset: first.offset,
        message:
          annotations.length === 1
            ? 'the only language link is to another address'
            : `none of ${annotations.length} language links is to the page itself`,
        value: page.path,
      };
    }
  },
};
