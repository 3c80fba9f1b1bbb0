import { EntryList } from './entry-list.js';
import type { SitemapContent } from './document.js';

/** Reads a text sitemap: one address a line, and nothing else (sitemaps.org/protocol.html#otherformats). */
export function readTextSitemap(text: string): SitemapContent {
  const list = new EntryList();
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const loc = line.trim();
    if (loc !== '') list.add({ loc, offset: index + line.indexOf(loc), alternates: [] });
  }
  list.finish();
  return {
    kind: 'text',
    urls: list.entries,
    children: [],
    isTruncated: list.isTruncated,
    problems: list.problems,
  };
}
