import type { PageFacts } from '../page/page-facts.js';
import type { Mark } from './rule.js';

/**
 * Says that something is not in a page's HTML. Where a script renders the page it may add that too, which the files
 * can't tell, so there it is only information.
 */
export function absentFromHtml(page: PageFacts, message: string): Mark {
  return page.isClientRendered
    ? { message: `${message} in the HTML; a script may add it`, severity: 'info' }
    : { message };
}

/** What such a page shows is not in its HTML: a script renders it, or frames load it. */
export function loadsItsContent(page: PageFacts): boolean {
  return page.isClientRendered || page.embeds.some(({ element }) => element === 'frameset');
}
