import { decodeHTML } from 'entities/decode';
import type { Located, PageText } from './page-facts.js';
import type { PageSource } from './page-source.js';
import { TextFingerprinter } from './text-fingerprint.js';

/** Leftovers that are kept of a page; more say nothing more. */
const MAX_LEFTOVERS = 20;

/** Reads the visible text of a page: counts and fingerprints the main text, and spots what templates left behind. */
export class TextScan {
  #chromeDepth = 0;
  #codeDepth = 0;
  #silencedBy: string | undefined;
  #silentDepth = 0;
  #hasText = false;
  /** Where the next `&` and the next sign of a leftover stand, so that most pieces need no look. */
  #nextAmpersand = -1;
  #nextBraces = -1;
  #nextLorem = -1;
  readonly #fingerprinter = new TextFingerprinter();
  readonly #leftovers: Located[] = [];

  constructor(readonly source: PageSource) {}

  get isSilent(): boolean {
    return this.#silentDepth > 0;
  }

  add(start: number, end: number, isForeign: boolean): void {
    if (this.#silentDepth > 0) return;
    if (this.#codeDepth === 0) this.#spotLeftovers(start, end);
    if (isForeign) return;
    if (this.#hasAmpersand(start, end)) this.#addText(decodeHTML(this.source.slice(start, end)));
    else if (this.source.isPlain(start, end)) this.#addText(this.source.html, start, end);
    else this.#addText(this.source.slice(start, end));
  }

  breakWord(): void {
    this.#fingerprinter.breakWord();
  }

  enterChrome(): void {
    this.breakWord();
    this.#chromeDepth += 1;
  }

  leaveChrome(): void {
    this.#chromeDepth = Math.max(0, this.#chromeDepth - 1);
  }

  enterCode(): void {
    this.#codeDepth += 1;
  }

  leaveCode(): void {
    this.#codeDepth = Math.max(0, this.#codeDepth - 1);
  }

  /** Text of a style or script inside svg is not shown. */
  silence(name: string): void {
    if (this.#silencedBy !== undefined && this.#silencedBy !== name) return;
    this.#silencedBy = name;
    this.#silentDepth += 1;
  }

  endSilence(name: string): void {
    if (name !== this.#silencedBy) return;
    this.#silentDepth -= 1;
    if (this.#silentDepth === 0) this.#silencedBy = undefined;
  }

  /** A nav or footer that is never closed leaves the main text unknown. */
  result(): { facts: PageText; hasText: boolean } {
    const fingerprint = this.#fingerprinter.result();
    const isKnown = this.#chromeDepth === 0;
    return {
      hasText: this.#hasText,
      facts: {
        words: isKnown ? fingerprint.words : Infinity,
        cjkCharacters: fingerprint.cjkCharacters,
        leftovers: this.#leftovers,
        fingerprint: isKnown ? fingerprint : undefined,
      },
    };
  }

  #addText(text: string, from = 0, to = text.length): void {
    this.#hasText ||= holdsInk(text, from, to);
    if (this.#chromeDepth === 0) this.#fingerprinter.add(text, from, to);
  }

  #hasAmpersand(start: number, end: number): boolean {
    if (this.#nextAmpersand < start) this.#nextAmpersand = next(this.source.html, '&', start);
    return this.#nextAmpersand < end;
  }

  #spotLeftovers(start: number, end: number): void {
    if (this.#nextBraces < start) this.#nextBraces = next(this.source.html, '{{', start);
    if (this.#nextLorem < start) this.#nextLorem = next(this.source.html, 'orem ipsum', start);
    if (this.#nextBraces >= end && this.#nextLorem >= end) return;
    if (this.#leftovers.length >= MAX_LEFTOVERS) return;
    const text = this.source.slice(start, Math.min(end, start + 10_000));
    const offset = this.source.offset(start);
    for (const pattern of [/\blorem ipsum\b/i, /\{\{[^{}]{1,80}\}\}/]) {
      const match = pattern.exec(text);
      if (match !== null) this.#leftovers.push({ offset: offset + match.index, value: match[0] });
    }
  }
}

function next(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at === -1 ? Infinity : at;
}

function holdsInk(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (text.charCodeAt(index) > 32) return true;
  return false;
}
