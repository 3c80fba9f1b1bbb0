import type { LinkTarget } from '../link-resolution.js';
import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const internalLinkBroken: SeoRule = {
  id: 'internal-link-broken',
  title: 'Links to pages that do not exist',
  meaning: 'These links lead to addresses of this site for which the export holds no file.',
  why: 'Visitors and crawlers end at an error page.',
  fix: 'Correct the address or remove the link; where only letter case or Unicode form differs, it works on some computers and fails on most servers.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const page of contentPages(site)) {
      for (const { offset, value } of page.links) {
        const target = site.links.resolve(value, page);
        if (target.kind !== 'broken') continue;
        yield {
          page: page.path,
          offset,
          message: explain(target),
          value,
          severity: 'critical',
          group: target.path,
        };
      }
    }
  },
};

function explain(target: Extract<LinkTarget, { kind: 'broken' }>): string {
  switch (target.reason) {
    case 'missing':
      return 'missing: no such file';
    case 'directory-without-index':
      return 'directory-without-index: the folder has no index.html';
    case 'case-mismatch':
      return `case-mismatch: the file is ${target.nearest ?? ''}`;
    case 'normalization-mismatch':
      return `normalization-mismatch: the file name ${target.nearest ?? ''} is in another Unicode form`;
  }
}
