import { linksToPages } from './linked-pages.js';
import type { SiteRule } from './rule.js';

export const internalLinkToRedirect: SiteRule = {
  id: 'internal-link-to-redirect',
  scope: 'site',
  severity: 'warning',
  title: 'Links to pages that redirect',
  meaning: 'These links lead to pages that only send visitors on, by a meta refresh.',
  why: 'Visitors wait for two pages, and crawlers may take the detour for the page.',
  fix: 'Link to where the redirect leads.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/301-redirects',
  check: (site) =>
    linksToPages(
      site,
      ({ refresh }) => refresh !== undefined,
      ({ path, refresh }) => `${path} redirects to ${refresh?.value ?? ''}`,
    ),
};
