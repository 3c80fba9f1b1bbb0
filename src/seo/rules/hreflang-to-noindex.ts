import { annotatedPages, targetOf } from '../hreflang.js';
import type { SiteRule } from './rule.js';

export const hreflangToNoindex: SiteRule = {
  id: 'hreflang-to-noindex',
  scope: 'site',
  severity: 'warning',
  title: 'Language links to pages with noindex',
  meaning: 'The language link leads to a page that asks search engines not to show it.',
  why: 'A page that may not be shown cannot be the version for a language, so the link is ignored.',
  fix: 'Remove noindex from the version if people should find it, else remove the link.',
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(site) {
    for (const { page, annotations } of annotatedPages(site)) {
      // The links of a page with noindex have no effect, its own included.
      if (page !== undefined && site.isNoindex(page)) continue;
      for (const annotation of annotations) {
        const target = targetOf(site, annotation, page);
        if (target.kind !== 'page' || !site.isNoindex(target.page)) continue;
        const { file, offset, href } = annotation;
        const { path } = target.page;
        yield { page: file, offset, message: `${path} has noindex`, value: href, group: path };
      }
    }
  },
};
