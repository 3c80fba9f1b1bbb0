import type { Located, PageFacts } from '../page/page-facts.js';

/** The directives in the robots and googlebot metas of a page, in lower case, each with the place of its meta. */
export function robotsValues(page: PageFacts): Located[] {
  return page.metas
    .filter(({ attribute, key }) => attribute === 'name' && (key === 'robots' || key === 'googlebot'))
    .flatMap(({ offset, content }) =>
      content.split(',').map((directive) => ({ offset, value: directive.trim().toLowerCase() })),
    );
}
