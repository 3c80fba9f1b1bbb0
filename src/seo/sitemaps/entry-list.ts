import { MAX_ENTRIES, MAX_LOC, type SitemapProblem, type SitemapUrl } from './document.js';

/** Problems of single entries that are kept from one file. */
const MAX_PROBLEMS = 1000;

/** Collects the addresses of a sitemap within the protocol's limits. */
export class EntryList {
  readonly entries: SitemapUrl[] = [];
  readonly problems: SitemapProblem[] = [];
  #count = 0;
  #firstBeyond = 0;

  get isTruncated(): boolean {
    return this.#count > MAX_ENTRIES;
  }

  add(entry: SitemapUrl): void {
    this.#count += 1;
    if (this.#count === MAX_ENTRIES + 1) this.#firstBeyond = entry.offset;
    if (this.isTruncated) return;
    this.entries.push(entry);
    if (entry.loc.length > MAX_LOC) {
      const message = `an address of ${entry.loc.length} characters; at most ${MAX_LOC} are allowed`;
      this.report({ offset: entry.offset, message, severity: 'warning' });
    }
  }

  report(problem: SitemapProblem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }

  /** Once the whole sitemap has been read. */
  finish(): void {
    if (this.#count === 0 && this.problems.length === 0) this.report({ message: 'it lists no address' });
    if (!this.isTruncated) return;
    const message = `${this.#count} addresses; at most ${MAX_ENTRIES} are allowed in a file`;
    this.problems.push({ offset: this.#firstBeyond, message });
  }
}
