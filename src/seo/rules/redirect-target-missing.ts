import { brokenMarks } from './broken-links.js';
import type { SiteRule } from './rule.js';

export const redirectTargetMissing: SiteRule = {
  id: 'redirect-target-missing',
  scope: 'site',
  severity: 'critical',
  title: 'Redirects to pages that do not exist',
  meaning: 'A meta refresh leads to an address of this site for which the export holds no file.',
  why: 'Whoever comes by an old link ends at an error page.',
  fix: 'Correct the address of the redirect.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/301-redirects',
  *check(site) {
    const judge = brokenMarks(site);
    for (const page of site.pages) {
      if (page.refresh === undefined) continue;
      const { offset, value } = page.refresh;
      const target = site.resolve(value, page);
      if (target.kind !== 'broken') continue;
      yield {
        page: page.path,
        offset,
        ...judge(value, page, target),
        value,
        group: target.path,
      };
    }
  },
};
