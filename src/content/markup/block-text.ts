/** What nobody sees inside a word: soft hyphens, zero-width blanks, word joiners, byte order marks. */
const INVISIBLE = /[\u00ad\u200b\u2060-\u2064\ufeff]/g;

/** Text as it is read: on one line, single blanks, nothing invisible inside words. */
export function readableText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Pieces of text that stand in one block, joined without a gap. */
export class BlockText {
  #pieces: string[] = [];

  add(piece: string): void {
    this.#pieces.push(piece);
  }

  /** The readable text so far; empty when nothing can be read. The next piece begins anew. */
  take(): string {
    if (this.#pieces.length === 0) return '';
    const text = readableText(this.#pieces.join(''));
    this.#pieces = [];
    return text;
  }
}
