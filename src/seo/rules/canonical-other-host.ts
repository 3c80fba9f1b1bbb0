import { isUrl } from '../../inputs/web-address.js';
import { canonicalProblems } from './canonical.js';
import type { SiteRule } from './rule.js';

export const canonicalOtherHost: SiteRule = {
  id: 'canonical-other-host',
  scope: 'site',
  severity: 'info',
  title: 'Canonical links to another site',
  meaning: 'The canonical link of these pages names an address of another site.',
  why: 'For text that was published elsewhere first that is right; otherwise these pages give their place away.',
  fix: 'Check that it is meant; the address of a test system is a common mistake.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  check(site) {
    const { siteUrl } = site;
    if (siteUrl === undefined) return [];
    return canonicalProblems(site, ({ link, target }) =>
      target.kind === 'external' && isOtherHost(link.value, siteUrl) ? `the site is ${siteUrl}` : undefined,
    );
  },
};

function isOtherHost(href: string, siteUrl: string): boolean {
  if (!/^\s*(?:https?:)?\/\//i.test(href) || !isUrl(href, siteUrl)) return false;
  const bare = (url: URL) => url.host.replace(/^www\./, '');
  return bare(new URL(href, siteUrl)) !== bare(new URL(siteUrl));
}
