import type { Located, PageFacts } from '../page/page-facts.js';
import { isBlank } from './text-length.js';

/** The `<meta name="description">` elements of a page. (`og:description` is for previews, and is none.) */
export function descriptions(page: PageFacts): Located[] {
  return page.metas
    .filter(({ attribute, key }) => attribute === 'name' && key === 'description')
    .map(({ offset, content }) => ({ offset, value: content }));
}

/** The first that says anything. */
export function shownDescription(page: PageFacts): Located | undefined {
  return descriptions(page).find(({ value }) => !isBlank(value));
}
