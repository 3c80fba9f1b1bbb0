import { linksToPages } from './linked-pages.js';
import type { SiteRule } from './rule.js';

export const internalLinkToNonCanonical: SiteRule = {
  id: 'internal-link-to-non-canonical',
  scope: 'site',
  severity: 'info',
  title: 'Links to pages that name another page as canonical',
  meaning: 'These links lead to pages whose canonical link points to a third page of the site.',
  why: 'Links are a sign of which page is meant; here they contradict the canonical link.',
  fix: 'Link to the canonical page.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  check(site) {
    return linksToPages(
      site,
      (page) => {
        const target = site.canonicalOf(page)?.target;
        return page.refresh === undefined && target?.kind === 'page' && target.page !== page;
      },
      (page, from) => {
        const canonical = site.canonicalOf(page);
        // The original may offer its print version.
        if (canonical?.target.kind === 'page' && canonical.target.page === from) return undefined;
        return `the canonical link of ${page.path} is ${canonical?.link.value ?? ''}`;
      },
    );
  },
};
