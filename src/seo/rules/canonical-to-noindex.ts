import { canonicalProblems } from './canonical.js';
import type { SiteRule } from './rule.js';

export const canonicalToNoindex: SiteRule = {
  id: 'canonical-to-noindex',
  scope: 'site',
  severity: 'critical',
  title: 'Canonical links to pages that search engines may not show',
  meaning:
    'The canonical link of these pages leads to another page with noindex, and they have none themselves.',
  why: 'The page hands its place over to one that must not be shown, so neither may be found.',
  fix: 'Remove noindex from the canonical page, or let the page name itself.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  check: (site) =>
    canonicalProblems(site, ({ target }, page) =>
      // A page that may not be shown itself loses nothing, and noindex on a redirect says nothing of where it leads.
      target.kind === 'page' &&
      target.page !== page &&
      target.page.refresh === undefined &&
      site.isNoindex(target.page) &&
      !site.isNoindex(page)
        ? `${target.page.path} is noindex`
        : undefined,
    ),
};
