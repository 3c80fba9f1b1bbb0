import { FOLLOWED } from '../page/link-kind.js';
import { brokenLinks } from './broken-links.js';
import type { SiteRule } from './rule.js';

export const internalLinkBroken: SiteRule = {
  id: 'internal-link-broken',
  scope: 'site',
  severity: 'critical',
  title: 'Links to pages that do not exist',
  meaning: 'These links lead to addresses of this site for which the export holds no file.',
  why: 'Visitors and crawlers end at an error page.',
  fix: 'Correct the address or remove the link; where only letter case or Unicode form differs, it works on some computers and fails on most servers.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  check: (site) => brokenLinks(site, FOLLOWED),
};
