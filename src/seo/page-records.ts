import { SEVERITIES } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import { MARK_STRIDE, NONE, type PageBatch } from './page/page-batch.js';
import { NO_STRING, StringTable } from './page/string-table.js';
import { SIGNATURE_SLOTS } from './page/text-fingerprint.js';
import type { Mark } from './rules/page-rule.js';
import type { PageRecord } from './page/page-record.js';

/** Shingles of so many words in all are kept, 64 MiB; of what goes beyond, pages that seem alike are read again. */
const MAX_SHINGLES = 2 ** 24;

/** Links of all pages together: some 20 bytes each, and as much again for where they lead. */
export const MAX_SITE_LINKS = 50_000_000;

/** What is kept of a batch: its strings are the site's by now. */
type Lists = Pick<PageBatch, 'linkOffsets' | 'linkHrefs' | 'linkKinds' | 'marks'>;

/** Where a page's links and marks lie. */
interface Place {
  readonly lists: Lists;
  readonly linkStart: number;
  readonly linkEnd: number;
  readonly markStart: number;
  readonly markEnd: number;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The records of all pages, put together from batches in the order of the files. */
export class PageRecords {
  readonly pages: PageRecord[] = [];
  readonly #places: Place[] = [];
  readonly #strings = new StringTable();
  #shingles = 0;
  #links = 0;

  constructor(readonly maxLinks = MAX_SITE_LINKS) {}

  get strings(): readonly string[] {
    return this.#strings.strings;
  }

  /**
   * @param limit pages of the batch that are taken at most
   * @throws GrowthError `limit_exceeded` for more links than can be held
   */
  add(batch: PageBatch, limit = Infinity): void {
    this.#links += batch.linkOffsets.length;
    if (this.#links > this.maxLinks) throw tooManyLinks(this.pages.length, this.maxLinks);
    this.#adoptStrings(batch);
    const { linkOffsets, linkHrefs, linkKinds, marks } = batch;
    const lists = { linkOffsets, linkHrefs, linkKinds, marks };
    let [linkStart, idStart, markStart, shingleStart] = [0, 0, 0, 0];
    const hasRoom = this.#shingles + batch.shingles.length <= MAX_SHINGLES;
    if (hasRoom) this.#shingles += batch.shingles.length;
    const taken = batch.pages.slice(0, limit);
    taken.forEach(({ linkEnd, idEnd, markEnd, shingleEnd, ...head }, position) => {
      this.pages.push({
        ...head,
        index: this.pages.length,
        idHashes: batch.idHashes.subarray(idStart, idEnd),
        signature:
          head.textHash === undefined
            ? undefined
            : batch.signatures.subarray(position * SIGNATURE_SLOTS, (position + 1) * SIGNATURE_SLOTS),
        shingles: hasRoom ? batch.shingles.subarray(shingleStart, shingleEnd) : undefined,
      });
      this.#places.push({ lists, linkStart, linkEnd, markStart, markEnd });
      [linkStart, idStart, markStart, shingleStart] = [linkEnd, idEnd, markEnd, shingleEnd];
    });
  }

  readonly linksOf = (page: PageRecord): { offsets: Uint32Array; hrefs: Uint32Array; kinds: Uint32Array } => {
    const { lists, linkStart, linkEnd } = this.#place(page);
    return {
      offsets: lists.linkOffsets.subarray(linkStart, linkEnd),
      hrefs: lists.linkHrefs.subarray(linkStart, linkEnd),
      kinds: lists.linkKinds.subarray(linkStart, linkEnd),
    };
  };

  /** What the rules on single pages said, with the place of the rule in the list of all. */
  *marksOf(page: PageRecord): Iterable<{ readonly rule: number; readonly mark: Mark }> {
    const { lists, markStart, markEnd } = this.#place(page);
    for (let at = markStart; at < markEnd; at += MARK_STRIDE) {
      yield { rule: lists.marks[at] ?? 0, mark: this.#markAt(lists.marks, at) };
    }
  }

  #markAt(marks: Uint32Array, at: number): Mark {
    const [offset, value] = [marks[at + 1] ?? NONE, marks[at + 3] ?? NO_STRING];
    const [severity, group] = [SEVERITIES[marks[at + 4] ?? NONE], marks[at + 5] ?? NO_STRING];
    const mark: Mutable<Mark> = { message: this.#strings.at(marks[at + 2] ?? 0) };
    if (offset !== NONE) mark.offset = offset;
    if (value !== NO_STRING) mark.value = this.#strings.at(value);
    if (severity !== undefined) mark.severity = severity;
    if (group !== NO_STRING) mark.group = this.#strings.at(group);
    return mark;
  }

  #place(page: PageRecord): Place {
    const place = this.#places[page.index];
    if (place === undefined) throw new RangeError(`no page ${page.index}`);
    return place;
  }

  /** The batch's own numbers of strings become those of the whole site. */
  #adoptStrings({ strings, linkHrefs, marks }: PageBatch): void {
    const ids = Uint32Array.from(strings, (text) => this.#strings.adopt(text));
    for (let index = 0; index < linkHrefs.length; index++) linkHrefs[index] = ids[linkHrefs[index] ?? 0] ?? 0;
    for (let index = 0; index < marks.length; index++) {
      const column = index % MARK_STRIDE;
      const isString = column === 2 || column === 3 || column === 5;
      const id = marks[index] ?? NO_STRING;
      if (isString && id !== NO_STRING) marks[index] = ids[id] ?? NO_STRING;
    }
  }
}

function tooManyLinks(pages: number, maxLinks: number): GrowthError {
  const message = `the site has more than ${maxLinks} links; ${pages} pages hold fewer`;
  return new GrowthError('limit_exceeded', `/seo_scan/source_path: ${message}`, {
    hint: 'Set seo_scan.max_pages, or scan parts of the site one by one.',
    details: [{ path: '/seo_scan/source_path', message }],
  });
}
