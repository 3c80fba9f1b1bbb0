import type { Meta, PageFacts } from '../page/page-facts.js';

/** The `<meta name="viewport">` elements of a page. */
export function viewports(page: PageFacts): Meta[] {
  return page.metas.filter(({ attribute, key }) => attribute === 'name' && key === 'viewport');
}

/**
 * Property to value, in lower case; the last one wins. White space, commas and semicolons separate.
 * Source: CSS Viewport Module, "parsing algorithm"
 */
export function viewportProperties(content: string): ReadonlyMap<string, string> {
  const pairs = content
    .toLowerCase()
    .replaceAll(/ ?= ?/g, '=')
    .split(/[ ,;]+/)
    .filter((pair) => pair.includes('='));
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
