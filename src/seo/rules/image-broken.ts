import { LinkKind } from '../page/link-kind.js';
import { brokenLinks } from './broken-links.js';
import type { SiteRule } from './rule.js';

export const imageBroken: SiteRule = {
  id: 'image-broken',
  scope: 'site',
  severity: 'critical',
  title: 'Images that do not exist',
  meaning: 'The export holds no file for these images (src, srcset, poster).',
  why: 'Visitors see an empty frame, and image search finds nothing.',
  fix: 'Add the file, or correct the address; mind letter case.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  check: (site) => brokenLinks(site, LinkKind.image),
};
