import type { PageRecord, Site } from '../site.js';
import { canonicalProblems } from './canonical.js';
import type { SiteRule } from './rule.js';

export const paginationCanonicalToFirst: SiteRule = {
  id: 'pagination-canonical-to-first',
  scope: 'site',
  severity: 'warning',
  title: 'Pages of a series that name the first as canonical',
  meaning:
    'These pages follow another by rel="prev", and their canonical link leads to the first page of the series.',
  why: 'What only the later pages list cannot be found any more.',
  fix: 'Let each page of a series name itself.',
  source:
    'https://developers.google.com/search/docs/specialty/ecommerce/pagination-and-incremental-page-loading',
  check(site) {
    const before = new Map(site.pages.map((page) => [page, previous(site, page)]));
    return canonicalProblems(site, ({ target }, page) =>
      target.kind === 'page' && target.page !== page && firstOfSeries(before, page) === target.page
        ? `${target.page.path} is the first page of the series`
        : undefined,
    );
  },
};

/** Follows rel=prev to the page that has none; undefined for a page without one, and for a circle. */
function firstOfSeries(
  before: ReadonlyMap<PageRecord, PageRecord | undefined>,
  page: PageRecord,
): PageRecord | undefined {
  const seen = new Set<PageRecord>();
  let current = page;
  for (let next = before.get(page); next !== undefined; next = before.get(current)) {
    if (seen.has(next) || seen.size > 1000) return undefined;
    seen.add(next);
    current = next;
  }
  return current === page ? undefined : current;
}

function previous(site: Site, page: PageRecord): PageRecord | undefined {
  const link = page.pagination.find(({ rel }) => rel === 'prev');
  const target = link === undefined ? undefined : site.resolve(link.value, page);
  return target?.kind === 'page' && target.page !== page ? target.page : undefined;
}
