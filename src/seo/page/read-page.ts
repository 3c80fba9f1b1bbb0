import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { type DecodedPage, decodePage } from './decode.js';
import { BREAKS_OUT, ELEMENTS, ElementKind, HEAD_ELEMENTS } from './elements.js';
import { FactsCollector } from './facts-collector.js';
import type { PageFacts } from './page-facts.js';
import { StartTag } from './start-tag.js';

/**
 * One pass over a page's bytes: decode, tokenize, note what rules look at. The tokenizer is htmlparser2's; of the
 * HTML standard's tree builder it keeps what facts depend on: where the head ends, what is inert (template,
 * noscript), svg and math with their ways out. It needs no stack of elements, so it takes linear time on any input.
 *
 * @returns undefined for a file that is not a page: one without html, head, body or title
 */
export function readPage(path: string, bytes: Buffer): PageFacts | undefined {
  const page = decodePage(bytes);
  return read(page, new PageReader(path, page));
}

/** Hashes of the shingles of a page's main text, ascending, each once: for an exact comparison of two texts. */
export function readShingles(path: string, bytes: Buffer): Uint32Array {
  const page = decodePage(bytes);
  const hashes = new Set<number>();
  read(page, new PageReader(path, page, (hash) => hashes.add(hash)));
  return Uint32Array.from(hashes).sort();
}

function read(page: DecodedPage, reader: PageReader): PageFacts | undefined {
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader);
  tokenizer.write(page.text);
  tokenizer.end();
  return reader.facts();
}

class PageReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #tag: StartTag;
  readonly #facts: FactsCollector;
  #kind: ElementKind = ElementKind.other;
  #attributeName = '';
  #valueStart = 0;
  #valueEnd = 0;
  /** Up to here the page is the content of noscript, which is text where scripts run. */
  #inertUntil = 0;
  #templateDepth = 0;
  /** svg or math, and in between what is HTML again, from the outermost on. */
  readonly #foreign: string[] = [];
  /** A raw-text element whose text is to come. */
  #rawText: 'title' | 'script' | 'silent' | undefined;

  constructor(path: string, page: DecodedPage, onShingle?: (hash: number) => void) {
    this.#html = page.text;
    this.#tag = new StartTag(page.text);
    this.#facts = new FactsCollector(path, page, onShingle);
  }

  facts(): PageFacts | undefined {
    return this.#facts.finish();
  }

  isInForeignContext(): boolean {
    if (this.#foreign.length === 0) return false;
    const current = this.#foreign.at(-1);
    return current === 'svg' || current === 'math';
  }

  onopentagname(start: number, end: number): void {
    let name = this.#html.slice(start, end);
    let kind = ELEMENTS.get(name);
    if (kind === undefined) {
      name = name.toLowerCase();
      kind = ELEMENTS.get(name) ?? ElementKind.other;
    }
    this.#kind = kind;
    this.#tag.reset(start - 1, name);
  }

  onattribname(start: number, end: number): void {
    // Most elements are looked at for `id`, `hidden` and `aria-hidden` alone.
    const length = end - start;
    const mayMatter = length === 2 || length === 6 || length === 11;
    const isRead = mayMatter || this.#kind > ElementKind.inline || this.#facts.isNaming;
    this.#attributeName = isRead ? this.#html.slice(start, end).toLowerCase() : '';
    this.#valueStart = end;
    this.#valueEnd = end;
  }

  onattribdata(start: number, end: number): void {
    this.#valueStart = start;
    this.#valueEnd = end;
  }

  onattribend(): void {
    if (this.#attributeName !== '') this.#tag.add(this.#attributeName, this.#valueStart, this.#valueEnd);
  }

  onopentagend(end: number): void {
    this.#open(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#open(end, true);
  }

  onclosetag(start: number, end: number): void {
    if (start < this.#inertUntil) return;
    let name = this.#html.slice(start, end);
    let kind = ELEMENTS.get(name);
    if (kind === undefined) {
      name = name.toLowerCase();
      kind = ELEMENTS.get(name) ?? ElementKind.other;
    }
    if (kind === ElementKind.template && !this.isInForeignContext()) {
      this.#templateDepth = Math.max(0, this.#templateDepth - 1);
      return;
    }
    if (this.#templateDepth > 0) return;
    this.#rawText = undefined;
    if (this.#closeForeign(name, kind)) return;
    this.#facts.close(name, kind, start - 2, this.isInForeignContext());
  }

  ontext(start: number, end: number): void {
    if (start < this.#inertUntil || this.#templateDepth > 0) return;
    if (this.#rawText === undefined) this.#facts.text(start, end, this.isInForeignContext());
    else this.#facts.rawText(this.#rawText, start, end);
  }

  ondeclaration(start: number, end: number): void {
    this.#facts.doctype(start - 2, this.#html.slice(start, end));
  }

  /** Foreign content is read as markup, but for CDATA sections, which are text there. */
  oncdata(): void {
    // No fact depends on it.
  }

  oncomment(): void {
    // No fact depends on it.
  }

  onattribentity(): void {
    // Entities are decoded where a value is asked for.
  }

  ontextentity(): void {
    // As above.
  }

  onprocessinginstruction(): void {
    // In HTML a bogus comment.
  }

  onend(): void {
    // The facts are finished by the caller.
  }

  #open(end: number, isSelfClosing: boolean): void {
    const tag = this.#tag;
    if (tag.offset < this.#inertUntil) return;
    if (this.isInForeignContext()) {
      if (!BREAKS_OUT.has(tag.name)) {
        this.#openForeign(isSelfClosing);
        return;
      }
      while (this.isInForeignContext()) this.#foreign.pop();
    }
    const kind = this.#kind;
    if (kind === ElementKind.template) {
      this.#templateDepth += 1;
      return;
    }
    if (kind === ElementKind.noscript) {
      this.#inertUntil = this.#endOf('</noscript', end);
      return;
    }
    if (this.#templateDepth > 0) return;
    if (!this.#facts.isBody && !HEAD_ELEMENTS.has(tag.name)) this.#facts.beginBody(tag);
    this.#rawText = undefined;
    switch (kind) {
      case ElementKind.title:
        this.#rawText = 'title';
        break;
      case ElementKind.script:
        this.#rawText = 'script';
        break;
      case ElementKind.silent:
      case ElementKind.iframe:
        this.#rawText = 'silent';
        break;
      case ElementKind.foreign:
        if (!isSelfClosing) this.#pushForeign();
        break;
    }
    this.#facts.open(tag, kind, false);
  }

  #openForeign(isSelfClosing: boolean): void {
    const tag = this.#tag;
    if (this.#templateDepth > 0) return;
    const isEntry = this.#kind === ElementKind.foreign || this.#kind === ElementKind.integration;
    if (isEntry && !isSelfClosing) this.#pushForeign();
    this.#facts.open(tag, this.#kind, true);
  }

  /** Browsers nest no deeper than 512 elements; what is deeper counts as one. */
  #pushForeign(): void {
    if (this.#foreign.length < 512) this.#foreign.push(this.#tag.name);
  }

  /** @returns whether the end tag was that of svg, math or an integration point */
  #closeForeign(name: string, kind: ElementKind): boolean {
    if (this.#foreign.length === 0) return false;
    if (this.isInForeignContext() && (name === 'p' || name === 'br')) {
      while (this.isInForeignContext()) this.#foreign.pop();
      return false;
    }
    if (kind !== ElementKind.foreign && kind !== ElementKind.integration) return false;
    const depth = this.#foreign.lastIndexOf(name);
    if (depth !== -1) this.#foreign.length = depth;
    return true;
  }

  /** Where the next such tag begins, in any case; the end of the page without one. */
  #endOf(tag: string, from: number): number {
    for (let at = this.#html.indexOf('</', from); at !== -1; at = this.#html.indexOf('</', at + 2)) {
      if (this.#html.slice(at, at + tag.length).toLowerCase() === tag) return at;
    }
    return this.#html.length + 1;
  }
}
