import { canonicalProblems } from './canonical.js';
import type { SiteRule } from './rule.js';

export const canonicalChain: SiteRule = {
  id: 'canonical-chain',
  scope: 'site',
  severity: 'warning',
  title: 'Canonical links to pages that name yet another page',
  meaning: 'The canonical link of these pages leads to a page whose own canonical link points elsewhere.',
  why: 'Search engines may follow the chain, stop on the way, or ignore it.',
  fix: 'Name the last page of the chain.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  check: (site) =>
    canonicalProblems(site, ({ target }, page) => {
      if (target.kind !== 'page' || target.page === page || target.page.refresh !== undefined)
        return undefined;
      const next = site.canonicalOf(target.page);
      // A page outside the export is known by its address alone, if it is known where the site lies.
      const leadsOn =
        next !== undefined &&
        (next.target.kind === 'page'
          ? next.target.page !== target.page
          : next.target.kind === 'external' && site.siteUrl !== undefined);
      return leadsOn ? `${target.page.path} names ${next.link.value}` : undefined;
    }),
};
