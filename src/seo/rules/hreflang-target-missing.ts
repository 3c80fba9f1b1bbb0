import { annotatedPages, targetOf } from '../hreflang.js';
import type { BrokenReason } from '../site.js';
import type { SiteRule } from './rule.js';

const REASONS: Readonly<Record<BrokenReason, string>> = {
  missing: 'no file of that name',
  'case-mismatch': 'the file is spelled with other capitals',
  'normalization-mismatch': 'the file is spelled with other Unicode characters that look the same',
  'directory-without-index': 'a folder without an index page',
};

export const hreflangTargetMissing: SiteRule = {
  id: 'hreflang-target-missing',
  scope: 'site',
  severity: 'critical',
  title: 'Language links to pages that do not exist',
  meaning: 'The address of the language link lies in the site, and no file answers to it.',
  why: 'Search engines drop the version, and people who would get it see another language.',
  fix: 'Correct the address, or remove the link until the version exists.',
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(site) {
    for (const { page, annotations } of annotatedPages(site)) {
      for (const annotation of annotations) {
        const target = targetOf(site, annotation, page);
        if (target.kind !== 'broken') continue;
        const { file, offset, href } = annotation;
        yield { page: file, offset, message: REASONS[target.reason], value: href, group: target.path };
      }
    }
  },
};
