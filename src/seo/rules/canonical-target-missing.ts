import { canonicalProblems } from './canonical.js';
import { brokenReason } from './broken-links.js';
import type { SiteRule } from './rule.js';

export const canonicalTargetMissing: SiteRule = {
  id: 'canonical-target-missing',
  scope: 'site',
  severity: 'critical',
  title: 'Canonical links to pages that do not exist',
  meaning:
    'The canonical link of these pages names an address of this site for which the export holds no file.',
  why: 'The page asks to be shown under an address that answers with an error; search engines may drop it or ignore the link.',
  fix: 'Correct the address of the canonical link.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  check: (site) =>
    canonicalProblems(site, ({ target }) => (target.kind === 'broken' ? brokenReason(target) : undefined)),
};
