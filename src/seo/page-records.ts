import { SEVERITIES } from '../contracts/index.js';
import { MARK_STRIDE, NONE, type PageBatch } from './page/page-batch.js';
import { NO_STRING, StringTable } from './page/string-table.js';
import { SIGNATURE_SLOTS } from './page/text-fingerprint.js';
import type { Mark } from './rules/page-rule.js';
import type { PageRecord } from './page/page-record.js';

/** Where a page's links and marks lie. */
interface Place {
  readonly batch: PageBatch;
  readonly linkStart: number;
  readonly linkEnd: number;
  readonly markStart: number;
  readonly markEnd: number;
}

/** The records of all pages, put together from batches in the order of the files. */
export class PageRecords {
  readonly pages: PageRecord[] = [];
  readonly #places: Place[] = [];
  readonly #strings = new StringTable();

  get strings(): readonly string[] {
    return this.#strings.strings;
  }

  /** @param limit pages of the batch that are taken at most */
  add(batch: PageBatch, limit = Infinity): void {
    this.#adoptStrings(batch);
    let [linkStart, idStart, markStart] = [0, 0, 0];
    const taken = batch.pages.slice(0, limit);
    taken.forEach(({ linkEnd, idEnd, markEnd, ...head }, position) => {
      this.pages.push({
        ...head,
        index: this.pages.length,
        idHashes: batch.idHashes.subarray(idStart, idEnd),
        signature:
          head.textHash === undefined
            ? undefined
            : batch.signatures.subarray(position * SIGNATURE_SLOTS, (position + 1) * SIGNATURE_SLOTS),
      });
      this.#places.push({ batch, linkStart, linkEnd, markStart, markEnd });
      [linkStart, idStart, markStart] = [linkEnd, idEnd, markEnd];
    });
  }

  readonly linksOf = (page: PageRecord): { offsets: Uint32Array; hrefs: Uint32Array; kinds: Uint32Array } => {
    const { batch, linkStart, linkEnd } = this.#place(page);
    return {
      offsets: batch.linkOffsets.subarray(linkStart, linkEnd),
      hrefs: batch.linkHrefs.subarray(linkStart, linkEnd),
      kinds: batch.linkKinds.subarray(linkStart, linkEnd),
    };
  };

  /** What the rules on single pages said, with the place of the rule in the list of all. */
  *marksOf(page: PageRecord): Iterable<{ readonly rule: number; readonly mark: Mark }> {
    const { batch, markStart, markEnd } = this.#place(page);
    for (let at = markStart; at < markEnd; at += MARK_STRIDE) {
      const [rule = 0, offset = NONE, message = 0, value = NO_STRING, severity = NONE, group = NO_STRING] =
        batch.marks.subarray(at, at + MARK_STRIDE);
      const given = SEVERITIES[severity];
      yield {
        rule,
        mark: {
          message: this.#strings.at(message),
          ...(offset !== NONE && { offset }),
          ...(value !== NO_STRING && { value: this.#strings.at(value) }),
          ...(given !== undefined && { severity: given }),
          ...(group !== NO_STRING && { group: this.#strings.at(group) }),
        },
      };
    }
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
