import type { PageRecord } from '../site.js';
import type { SiteRule } from './rule.js';

export const canonicalMissing: SiteRule = {
  id: 'canonical-missing',
  scope: 'site',
  severity: 'info',
  title: 'Pages without a canonical link',
  meaning:
    'These indexable pages have no <link rel="canonical"> in their head. Where no page of the site has one, that is said once.',
  why: 'Search engines choose the address themselves where a page can be reached under several; a canonical link tells them which one is meant.',
  fix: 'Let each page name its own address, whole, in <link rel="canonical">.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  *check(site) {
    const indexable = site.pages.filter(site.isIndexable);
    const missing = indexable.filter((page) => !hasCanonical(page));
    const [first] = missing;
    const content = site.pages.filter(({ refresh }) => refresh === undefined);
    if (first !== undefined && !content.some(hasCanonical)) {
      const message = `none of the ${indexable.length} indexable pages has one`;
      yield { page: first.path, offset: first.html.offset, message, severity: 'opportunity' };
      return;
    }
    for (const page of missing)
      yield { page: page.path, offset: page.html.offset, message: 'no canonical link in the head' };
  },
};

/** An empty one counts: it has a rule of its own. */
function hasCanonical({ canonicals }: PageRecord): boolean {
  return canonicals.some(({ isInHead }) => isInHead);
}
