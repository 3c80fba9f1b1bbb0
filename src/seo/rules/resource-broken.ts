import { LOADED } from '../page/link-kind.js';
import { brokenLinks } from './broken-links.js';
import type { SiteRule } from './rule.js';

export const resourceBroken: SiteRule = {
  id: 'resource-broken',
  scope: 'site',
  severity: 'critical',
  title: 'Style sheets, scripts and other files that do not exist',
  meaning: 'The export holds no file for these style sheets, icons, manifests, scripts, frames or media.',
  why: 'Pages look or work differently from what was meant, for visitors and for crawlers that render them.',
  fix: 'Add the file to the export, or remove the reference.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  check: (site) => brokenLinks(site, LOADED),
};
