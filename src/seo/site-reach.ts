import { type Graded, pagesTouched } from './occurrences.js';
import type { Site } from './site.js';

/** From this share of the pages on, a finding is the template's. */
const TEMPLATE_SHARE = 0.9;
const MIN_TEMPLATE_PAGES = 10;

/**
 * How much of a site findings touch, 0 to 1: the share of indexable pages, weighted by the pages that link to them, so
 * that a home page counts for more than a page nobody links to.
 */
export function siteReach(site: Site): {
  reachOf: (occurrences: readonly Graded[]) => number;
  isFromTemplate: (occurrences: readonly Graded[]) => boolean;
} {
  const weight = (index: number) => 1 + Math.log2(1 + (site.graph.inbound[index] ?? 0));
  const all = site.pages.filter(site.isIndexable).reduce((sum, { index }) => sum + weight(index), 0);
  const content = site.pages.filter(({ refresh }) => refresh === undefined).length;
  return {
    reachOf: (occurrences) => {
      let touched = 0;
      for (const path of new Set(occurrences.map(({ page }) => page))) {
        const page = site.pageAt(path);
        // robots.txt and sitemaps speak for the whole site.
        if (page === undefined) return 1;
        if (site.isIndexable(page)) touched += weight(page.index);
      }
      return all === 0 ? 1 : touched / all;
    },
    isFromTemplate: (occurrences) =>
      content >= MIN_TEMPLATE_PAGES && pagesTouched(occurrences) >= TEMPLATE_SHARE * content,
  };
}
