import { isAscii } from 'node:buffer';
import { type DetectedEncoding, decodeOther, detectEncoding, utf8Bytes } from './decode.js';

/**
 * A page as it is tokenized. All markup is ASCII, so a page in UTF-8 is read with one character for each byte, and only
 * the pieces that facts are made of are decoded: that takes half of the time and memory of decoding the whole page.
 * Positions are those in `html`; offsets are what leaves this folder, in UTF-16 units of the decoded page.
 */
export class PageSource {
  readonly html: string;
  readonly bytes: number;
  readonly encoding: DetectedEncoding;
  /** Valid in UTF-8 and more than ASCII, whatever the page declares. */
  readonly isUtf8: boolean;
  /** Undefined where each character of `html` is one of the page. */
  readonly #utf8: Buffer | undefined;
  /** A position, and how many bytes before it are more than there are UTF-16 units. */
  #position = 0;
  #surplus = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes.length;
    this.encoding = detectEncoding(bytes);
    const utf8 = utf8Bytes(bytes, this.encoding);
    this.html = utf8?.toString('latin1') ?? decodeOther(bytes, this.encoding);
    this.isUtf8 = this.encoding.isValidUtf8 && !isAscii(utf8 ?? bytes);
    this.#utf8 = this.isUtf8 ? utf8 : undefined;
  }

  /** A piece of the page, decoded. */
  slice(start: number, end: number): string {
    return this.#utf8 === undefined || this.isPlain(start, end)
      ? this.html.slice(start, end)
      : this.#utf8.toString('utf8', start, end);
  }

  /** Whether a piece of `html` is the same decoded. */
  isPlain(start: number, end: number): boolean {
    const bytes = this.#utf8;
    if (bytes === undefined) return true;
    for (let index = start; index < end; index++) if ((bytes[index] ?? 0) >= 0x80) return false;
    return true;
  }

  /** Asked for one position after the other, takes linear time in all. */
  offset(position: number): number {
    const bytes = this.#utf8;
    if (bytes === undefined) return position;
    if (position < this.#position) this.#position = this.#surplus = 0;
    for (let index = this.#position; index < position; index++) {
      const byte = bytes[index] ?? 0;
      // A character of four bytes is two units; any other is one.
      if (byte >= 0x80) this.#surplus += byte < 0xc0 ? 1 : byte >= 0xf0 ? -1 : 0;
    }
    this.#position = position;
    return position - this.#surplus;
  }

  /** Whether so many bytes or more stand before an offset; a byte order mark does not count. */
  hasBytesBefore(offset: number, limit: number): boolean {
    // Of other encodings only the text is known; as UTF-8 it is about as long.
    if (this.#utf8 === undefined) return Buffer.byteLength(this.html.slice(0, offset)) >= limit;
    let [units, position] = [0, 0];
    for (; units < offset && position < this.#utf8.length; position++) {
      const byte = this.#utf8[position] ?? 0;
      if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
    }
    // The rest of the last character.
    while (((this.#utf8[position] ?? 0) & 0xc0) === 0x80) position += 1;
    return position >= limit;
  }
}
