import type { Located } from '../page/page-facts.js';
import type { PageRecord, Site } from '../site.js';
import type { Occurrence } from './rule.js';
import { byLanguage, groupBy } from './same-language.js';

/** Indexable pages of one language whose text (normalized to NFC, white space collapsed) is the same. */
export function* repeatedText(
  site: Site,
  textOf: (page: PageRecord) => Located | undefined,
  noun: string,
): Iterable<Occurrence> {
  const pages = site.pages.filter((page) => site.isIndexable(page) && (textOf(page)?.value ?? '') !== '');
  for (const [text, same] of groupBy(pages, (page) => textOf(page)?.value.normalize('NFC') ?? '')) {
    if (same.length < 2) continue;
    for (const [language, repeated] of byLanguage(same)) {
      if (repeated.length < 2) continue;
      const others = repeated.length - 1;
      for (const page of repeated) {
        yield {
          page: page.path,
          offset: textOf(page)?.offset ?? 0,
          message: `the same ${noun} as ${others} other ${others === 1 ? 'page' : 'pages'}`,
          value: textOf(page)?.value ?? '',
          group: `${language}\n${text}`,
        };
      }
    }
  }
}
