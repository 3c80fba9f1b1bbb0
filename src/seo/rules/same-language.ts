import type { PageRecord } from '../site.js';

/**
 * Pages apart by language: translations may share a title. Where only one language is declared anywhere, a page that
 * declares none is not called a translation.
 */
export function byLanguage(pages: readonly PageRecord[]): Map<string, PageRecord[]> {
  const declared = (page: PageRecord) => page.html.lang?.trim().toLowerCase() ?? '';
  const languages = new Set(pages.map(declared).filter((language) => language !== ''));
  return groupBy(pages, (page) => (languages.size > 1 ? declared(page) : ''));
}

export function groupBy(
  pages: readonly PageRecord[],
  keyOf: (page: PageRecord) => string,
): Map<string, PageRecord[]> {
  const groups = new Map<string, PageRecord[]>();
  for (const page of pages) {
    const key = keyOf(page);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [page]);
    else group.push(page);
  }
  return groups;
}
