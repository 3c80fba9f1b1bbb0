import { parseUrl } from '../../inputs/web-address.js';
import { canonicalProblems } from './canonical.js';
import type { SiteRule } from './rule.js';

export const canonicalVariant: SiteRule = {
  id: 'canonical-variant',
  scope: 'site',
  severity: 'warning',
  title: 'Canonical links with another form of the host',
  meaning:
    'The canonical link of these pages differs from the address of the site in http or https, or in www, alone.',
  why: 'It names an address that redirects, or splits the site in two for search engines.',
  fix: 'Use one scheme and one host everywhere.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  check(site) {
    const { siteUrl } = site;
    if (siteUrl === undefined) return [];
    const { origin } = new URL(siteUrl);
    return canonicalProblems(site, ({ link, target }) => {
      if (target.kind === 'external' || !/^\s*(?:https?:)?\/\//i.test(link.value)) return undefined;
      const named = parseUrl(link.value, siteUrl)?.origin;
      return named === undefined || named === origin ? undefined : `${named} instead of ${origin}`;
    });
  },
};
