import { canonicalProblems } from './canonical.js';
import type { SiteRule } from './rule.js';

export const canonicalToRedirect: SiteRule = {
  id: 'canonical-to-redirect',
  scope: 'site',
  severity: 'warning',
  title: 'Canonical links to pages that redirect',
  meaning: 'The canonical link of these pages leads to a page that only sends visitors on.',
  why: 'The canonical address should be the page itself; a detour weakens the sign.',
  fix: 'Name the address to which the redirect leads.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  check: (site) =>
    canonicalProblems(site, ({ target }) =>
      target.kind === 'page' && target.page.refresh !== undefined
        ? `${target.page.path} redirects to ${target.page.refresh.value}`
        : undefined,
    ),
};
