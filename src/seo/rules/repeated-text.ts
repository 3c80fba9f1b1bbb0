import type { Located, PageRecord } from '../page-record.js';
import type { Site } from '../site.js';
import { contentPages } from './content-pages.js';
import type { Occurrence } from './rule.js';

interface Member {
  readonly page: PageRecord;
  readonly text: Located;
}

/** Indexable pages of one language whose text (normalized to NFC, white space collapsed) is the same. */
export function* repeatedText(
  site: Site,
  textOf: (page: PageRecord) => Located | undefined,
  noun: string,
): Iterable<Occurrence> {
  const members = contentPages(site).flatMap((page): Member[] => {
    const text = textOf(page);
    return text === undefined || text.value === '' || !site.isIndexable(page) ? [] : [{ page, text }];
  });
  for (const [group, same] of groupBy(members, ({ text }) => text.value.normalize('NFC'))) {
    for (const [language, repeated] of byLanguage(same)) {
      if (repeated.length > 1) yield* occurrences(repeated, noun, `${language}\n${group}`);
    }
  }
}

/** Translations may share a title; a page that does not declare its language is not called a translation. */
function byLanguage(members: readonly Member[]): Map<string, Member[]> {
  const declared = (member: Member) => member.page.html.lang?.trim().toLowerCase() ?? '';
  const languages = new Set(members.map(declared).filter((language) => language !== ''));
  return groupBy(members, (member) => (languages.size > 1 ? declared(member) : ''));
}

function* occurrences(members: readonly Member[], noun: string, group: string): Iterable<Occurrence> {
  const others = members.length - 1;
  for (const { page, text } of members) {
    yield {
      page: page.path,
      offset: text.offset,
      message: `the same ${noun} as ${others} other ${others === 1 ? 'page' : 'pages'}`,
      value: text.value,
      severity: 'warning',
      group,
    };
  }
}

function groupBy(members: readonly Member[], keyOf: (member: Member) => string): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}
