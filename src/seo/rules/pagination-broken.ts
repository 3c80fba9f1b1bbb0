import { brokenReason } from './broken-links.js';
import type { SiteRule } from './rule.js';

export const paginationBroken: SiteRule = {
  id: 'pagination-broken',
  scope: 'site',
  severity: 'warning',
  title: 'Links to the next or previous page that lead nowhere',
  meaning:
    '<link rel="next"> or <link rel="prev"> names an address of this site for which the export holds no file.',
  why: 'Browsers and some crawlers follow the series by them.',
  fix: 'Correct the address, or remove the link on the first and last page.',
  source:
    'https://developers.google.com/search/docs/specialty/ecommerce/pagination-and-incremental-page-loading',
  *check(site) {
    for (const page of site.pages) {
      if (page.refresh !== undefined) continue;
      for (const { offset, rel, value } of page.pagination) {
        const target = site.resolve(value, page);
        if (target.kind === 'broken') {
          yield {
            page: page.path,
            offset,
            message: `rel=${rel}, ${brokenReason(target)}`,
            value,
            group: target.path,
          };
        }
      }
    }
  },
};
