import { decodeHTMLAttribute } from 'entities/decode';
import { decodePage } from './page/decode.js';
import type { SiteFiles } from './page-set.js';
import { MAX_PAGE_BYTES } from './page/read-batch.js';
import { MAX_ROBOTS_BYTES, decodeRobotsTxt } from './robots-txt.js';
import { MAX_BYTES } from './sitemaps/document.js';
import { sitemapText } from './sitemaps/text.js';

/** Texts that are kept while places in them are looked up. */
const KEPT = 16;
/** Longest start tag that is looked at; the report shows its beginning. */
const MAX_TAG = 16_384;

interface SourceText {
  readonly text: string;
  /** Offsets at which lines begin. */
  readonly lines: Uint32Array;
}

/** Reads files of a site again, for the lines of the few places that are shown. */
export class SourceTexts {
  readonly #kept = new Map<string, SourceText>();

  constructor(readonly files: Pick<SiteFiles, 'start'>) {}

  /** Line and column from 1, columns in UTF-16 units as editors count them. */
  position(file: string, offset: number): { line: number; column: number } {
    const { lines } = this.#textOf(file);
    let [low, high] = [0, lines.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
  }

  /**
   * The start tag, white space collapsed, entities decoded: a reader sees what a browser does, and redaction sees an
   * address that was written as `&#64;`. Outside of markup the line.
   */
  snippet(file: string, offset: number): string {
    const { text } = this.#textOf(file);
    const isTag = text.charAt(offset) === '<';
    const end = isTag ? text.indexOf('>', offset) + 1 : lineEnd(text, offset);
    const piece = text.slice(offset, Math.min(end <= 0 ? text.length : end, offset + MAX_TAG));
    return (isTag ? decodeHTMLAttribute(piece) : piece).replaceAll(/\s+/g, ' ').trim();
  }

  #textOf(file: string): SourceText {
    const known = this.#kept.get(file);
    if (known !== undefined) return known;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size === KEPT && oldest !== undefined) this.#kept.delete(oldest);
    const text = decoded(file, this.files.start(file, maxBytes(file)));
    const source = { text, lines: lineStarts(text) };
    this.#kept.set(file, source);
    return source;
  }
}

/** As much as was read of it before, and of other kinds what a place in them may be looked up in. */
function maxBytes(file: string): number {
  if (/\.html?$/i.test(file)) return MAX_PAGE_BYTES;
  return file === 'robots.txt' ? MAX_ROBOTS_BYTES + 1 : MAX_BYTES + 1;
}

/** Each kind of file by the rules that it was read by, so that offsets are the same. */
function decoded(file: string, bytes: Buffer): string {
  if (/\.html?$/i.test(file)) return decodePage(bytes).text;
  if (file === 'robots.txt') return decodeRobotsTxt(bytes);
  if (/\.(?:xml|gz|txt)$/i.test(file)) return sitemapText(bytes).text;
  return bytes.toString('utf8');
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  const breaks = /\r\n|\r|\n/g;
  for (let match = breaks.exec(text); match !== null; match = breaks.exec(text))
    starts.push(breaks.lastIndex);
  return Uint32Array.from(starts);
}

function lineEnd(text: string, from: number): number {
  const end = /[\r\n]/.exec(text.slice(from, from + MAX_TAG))?.index;
  return end === undefined ? text.length : from + end;
}
