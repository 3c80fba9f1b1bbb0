import { linksToPages } from './linked-pages.js';
import type { SiteRule } from './rule.js';

export const internalLinkToNoindex: SiteRule = {
  id: 'internal-link-to-noindex',
  scope: 'site',
  severity: 'info',
  title: 'Links to pages that search engines may not show',
  meaning: 'These links lead to pages with noindex.',
  why: 'That is often meant (a login, a thank-you page). Where it is not, the page is hidden although the site points to it.',
  fix: 'Look at the pages: remove noindex from those that should be found.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/block-indexing',
  // Redirects, which have a rule of their own, are kept out of search by habit.
  check: (site) =>
    linksToPages(
      site,
      (page) => site.isNoindex(page) && page.refresh === undefined,
      ({ path }) => `${path} is noindex`,
    ),
};
