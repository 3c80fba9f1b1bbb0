import { SEVERITIES } from '../../contracts/index.js';
import type { Mark, PageRule } from '../rules/page-rule.js';
import { isUncheckedFragment, linksToFragment } from './fragments.js';
import { GrowingArray } from './growing-array.js';
import { type IdHashes, hashedIds } from './id-hashes.js';
import { LinkKind } from './link-kind.js';
import { type Located, type PageFacts, languageVersions, linkCount } from './page-facts.js';
import type { BatchEnd, PageHead } from './page-record.js';
import { NO_STRING, StringTable, detached } from './string-table.js';
import { SIGNATURE_SLOTS } from './text-fingerprint.js';

/** Numbers that a mark takes: rule, offset, message, value, severity, group. */
export const MARK_STRIDE = 6;
export const NONE = 0xffffffff;

/** The records of some pages, in the order of the files, in few blocks of memory that can be handed between threads. */
export interface PageBatch {
  readonly pages: readonly PageHead[];
  readonly strings: readonly string[];
  /** Per link: offset of its start tag, id of its address among `strings`, kind. */
  readonly linkOffsets: Uint32Array<ArrayBuffer>;
  readonly linkHrefs: Uint32Array<ArrayBuffer>;
  readonly linkKinds: Uint32Array<ArrayBuffer>;
  /** Per page ascending. */
  readonly idHashes: Uint32Array<ArrayBuffer>;
  /** Groups of MARK_STRIDE numbers. */
  readonly marks: Uint32Array<ArrayBuffer>;
  /** SIGNATURE_SLOTS numbers a page. */
  readonly signatures: Uint32Array<ArrayBuffer>;
  /** Per page: hashes of the shingles of its main text, as they come. */
  readonly shingles: Uint32Array<ArrayBuffer>;
}

/** A rule with the numbers that the inputs set, and its place in the list of all rules. */
export interface ActivePageRule {
  readonly index: number;
  readonly rule: PageRule;
  readonly limits: Readonly<Record<string, number>>;
}

/** Turns the facts of pages into records: runs the rules on single pages, keeps what site rules need, lets go of the rest. */
export class PageBatchBuilder {
  readonly #rules: readonly ActivePageRule[];
  readonly #strings = new StringTable();
  readonly #pages: PageHead[] = [];
  readonly #linkOffsets = new GrowingArray();
  readonly #linkHrefs = new GrowingArray();
  readonly #linkKinds = new GrowingArray();
  readonly #idHashes = new GrowingArray();
  readonly #marks = new GrowingArray();
  readonly #signatures = new GrowingArray();
  readonly #shingles = new GrowingArray();

  constructor(rules: readonly ActivePageRule[]) {
    this.#rules = rules;
  }

  add(page: PageFacts): void {
    const ids = hashedIds(page.ids);
    this.#addLinks(page, ids);
    this.#idHashes.append(ids);
    this.#addMarks(page);
    const { fingerprint } = page.text;
    this.#signatures.append(fingerprint?.signature ?? new Uint32Array(SIGNATURE_SLOTS));
    if (fingerprint !== undefined) this.#shingles.append(fingerprint.shingles);
    this.#pages.push({
      ...headOf(page),
      linkEnd: this.#linkOffsets.length,
      idEnd: this.#idHashes.length,
      markEnd: this.#marks.length,
      shingleEnd: this.#shingles.length,
    });
  }

  build(): PageBatch {
    return {
      pages: this.#pages,
      strings: this.#strings.strings,
      linkOffsets: this.#linkOffsets.toArray(),
      linkHrefs: this.#linkHrefs.toArray(),
      linkKinds: this.#linkKinds.toArray(),
      idHashes: this.#idHashes.toArray(),
      marks: this.#marks.toArray(),
      signatures: this.#signatures.toArray(),
      shingles: this.#shingles.toArray(),
    };
  }

  #addLinks(page: PageFacts, ids: IdHashes): void {
    const isOwnBase = page.bases.every(({ href }) => href === undefined);
    for (const { offset, href, rel, element } of page.anchors) {
      if (href === undefined) continue;
      // Most links within a page lead to what is there; nothing more is to be said of them.
      if (isOwnBase && href.startsWith('#') && isFoundHere(href.slice(1), ids, page)) continue;
      const nofollow = rel.includes('nofollow') ? LinkKind.nofollow : 0;
      this.#addLink(offset, href, (element === 'a' ? LinkKind.anchor : LinkKind.area) | nofollow);
    }
    for (const { offset, url, kind } of page.resources) this.#addLink(offset, url, LinkKind[kind]);
  }

  #addLink(offset: number, href: string, kind: number): void {
    this.#linkOffsets.push(offset);
    this.#linkHrefs.push(this.#strings.idOf(href));
    this.#linkKinds.push(kind);
  }

  #addMarks(page: PageFacts): void {
    for (const { index, rule, limits } of this.#rules) {
      if (page.refresh !== undefined && rule.pages !== 'all') continue;
      for (const mark of rule.check(page, limits)) this.#addMark(index, mark);
    }
  }

  #addMark(rule: number, { offset, message, value, severity, group }: Mark): void {
    this.#marks.push(rule);
    this.#marks.push(offset ?? NONE);
    this.#marks.push(this.#strings.idOf(message));
    this.#marks.push(value === undefined ? NO_STRING : this.#strings.idOf(value));
    this.#marks.push(severity === undefined ? NONE : SEVERITIES.indexOf(severity));
    this.#marks.push(group === undefined ? NO_STRING : this.#strings.idOf(group));
  }
}

function isFoundHere(fragment: string, ids: IdHashes, page: PageFacts): boolean {
  return isUncheckedFragment(fragment) || page.isClientRendered || linksToFragment(fragment, ids);
}

function headOf(page: PageFacts): Omit<PageHead, BatchEnd> {
  const { fingerprint } = page.text;
  const base = page.bases.find(({ href }) => href !== undefined)?.href;
  return {
    path: page.path,
    bytes: page.bytes,
    refresh: kept(page.refresh),
    isClientRendered: page.isClientRendered,
    html: {
      offset: page.html.offset,
      lang: page.html.lang === undefined ? undefined : detached(page.html.lang),
    },
    baseHref: base === undefined ? undefined : detached(base),
    title: kept(page.titles[0]),
    description: kept(metas(page, 'description')[0]),
    canonicals: page.links.flatMap(({ offset, rel, href, isInHead }) =>
      rel.includes('canonical') ? [{ offset, value: detached(href ?? ''), isInHead }] : [],
    ),
    robots: page.metas
      .filter(({ attribute, key }) => attribute === 'name' && (key === 'robots' || key === 'googlebot'))
      .map(({ offset, content }) => ({ offset, value: detached(content.toLowerCase()) })),
    alternates: languageVersions(page).map(({ offset, hreflang, href }) => ({
      offset,
      hreflang: detached(hreflang.trim()),
      href: detached(href),
    })),
    pagination: page.links.flatMap(({ offset, rel, href }) => {
      const direction = (['next', 'prev'] as const).find((token) => rel.includes(token));
      return direction === undefined || href === undefined
        ? []
        : [{ offset, value: detached(href), rel: direction }];
    }),
    ogUrl: kept(metas(page, 'og:url')[0]),
    ogImages: metas(page, 'og:image', 'og:image:url', 'og:image:secure_url').flatMap(
      (image) => kept(image) ?? [],
    ),
    hasIcon: page.links.some(
      ({ rel, href }) => href !== undefined && ICONS.some((icon) => rel.includes(icon)),
    ),
    words: page.text.words,
    cjkCharacters: page.text.cjkCharacters,
    textHash: fingerprint?.hash,
    anchors: linkCount(page),
  };
}

/** Source: developers.google.com/search/docs/appearance/favicon-in-search */
const ICONS = ['icon', 'apple-touch-icon', 'apple-touch-icon-precomposed'];

function metas(page: PageFacts, ...keys: readonly string[]): Located[] {
  return page.metas
    .filter(({ attribute, key }) => attribute !== 'http-equiv' && keys.includes(key))
    .map(({ offset, content }) => ({ offset, value: content }));
}

function kept(located: Located | undefined): Located | undefined {
  return located === undefined ? undefined : { offset: located.offset, value: detached(located.value) };
}
