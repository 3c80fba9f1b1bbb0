import type { Heading, PageFacts } from '../page/page-facts.js';

/** Headings of the first level that are not hidden. */
export function visibleMainHeadings(page: PageFacts): Heading[] {
  return page.headings.filter(({ level, isHidden }) => level === 1 && !isHidden);
}
