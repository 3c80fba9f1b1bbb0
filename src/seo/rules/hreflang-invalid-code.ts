import { checkHreflang } from '../hreflang-codes.js';
import { annotatedPages } from '../hreflang.js';
import { cut } from '../language-tags.js';
import type { SiteRule } from './rule.js';

export const hreflangInvalidCode: SiteRule = {
  id: 'hreflang-invalid-code',
  scope: 'site',
  severity: 'critical',
  title: 'Language links with a code that search engines do not know',
  meaning:
    'The hreflang code is neither x-default nor an ISO 639-1 language with an optional script and ISO 3166-1 country.',
  why: 'Search engines ignore a language link that they cannot read, so the version may be shown to the wrong people.',
  fix: 'Use a code such as en, en-GB or zh-Hant-TW: language first, then a country if the version is for one.',
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(site) {
    for (const { annotations } of annotatedPages(site)) {
      for (const { file, offset, hreflang, code } of annotations) {
        const problem = checkHreflang(hreflang);
        if (problem === undefined) continue;
        const { message, suggestion, severity } = problem;
        yield {
          page: file,
          offset,
          severity,
          message: suggestion === undefined ? message : `${message}; probably "${suggestion}" is meant`,
          value: cut(hreflang),
          group: code,
        };
      }
    }
  },
};
