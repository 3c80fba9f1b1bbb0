import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { BREAKS_OUT, ElementKind, HEAD_ELEMENTS, elementKind } from './elements.js';
import { FactsCollector } from './facts-collector.js';
import type { PageFacts } from './page-facts.js';
import { PageSource } from './page-source.js';
import { distinctHashes } from './text-fingerprint.js';
import { StartTag } from './start-tag.js';

/**
 * One pass over a page's bytes: decode, tokenize, note what rules look at. The tokenizer is htmlparser2's; of the
 * HTML standard's tree builder it keeps what facts depend on: where the head ends, what is inert (template,
 * noscript), svg and math with their ways out. It needs no stack of elements, so it takes linear time on any input.
 *
 * @returns undefined for a file that is not a page: one without html, head, body or title
 */
export function readPage(path: string, bytes: Buffer): PageFacts | undefined {
  const page = new PageSource(bytes);
  const reader = new PageReader(path, page);
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader);
  tokenizer.write(page.html);
  tokenizer.end();
  return reader.facts();
}

/** Hashes of the shingles of a page's main text, ascending, each once: for an exact comparison of two texts. */
export function readShingles(path: string, bytes: Buffer): Uint32Array {
  return distinctHashes(readPage(path, bytes)?.text.fingerprint?.shingles ?? new Uint32Array());
}

class PageReader implements TokenizerCallbacks {
  readonly #page: PageSource;
  readonly #html: string;
  readonly #tag: StartTag;
  readonly #facts: FactsCollector;
  #kind: ElementKind = ElementKind.other;
  /** Where it stands in the list of attributes; -1 for one that does not count. */
  #attribute = -1;
  #valueStart = 0;
  #valueEnd = 0;
  /** Up to here the page is the content of noscript, which is text where scripts run. */
  #inertUntil = 0;
  #templateDepth = 0;
  /** svg or math, and in between what is HTML again, from the outermost on. */
  readonly #foreign: string[] = [];
  /** A raw-text element whose text is to come. */
  #rawText: 'title' | 'script' | 'silent' | undefined;

  constructor(path: string, page: PageSource) {
    this.#page = page;
    this.#html = page.html;
    this.#tag = new StartTag(page);
    this.#facts = new FactsCollector(path, page);
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
    this.#kind = elementKind(this.#html, start, end);
    this.#tag.reset(start, end);
  }

  onattribname(start: number, end: number): void {
    // Most elements are looked at for `id`, `hidden` and `aria-hidden` alone.
    const length = end - start;
    const mayMatter = length === 2 || length === 6 || length === 11;
    const isRead = mayMatter || this.#kind > ElementKind.inline || this.#facts.isNaming;
    this.#attribute = isRead ? this.#tag.attributeAt(start, end) : -1;
    this.#valueStart = end;
    this.#valueEnd = end;
  }

  onattribdata(start: number, end: number): void {
    this.#valueStart = start;
    this.#valueEnd = end;
  }

  onattribend(): void {
    if (this.#attribute !== -1) this.#tag.add(this.#attribute, this.#valueStart, this.#valueEnd);
  }

  onopentagend(end: number): void {
    this.#open(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#open(end, true);
  }

  onclosetag(start: number, end: number): void {
    if (start < this.#inertUntil) return;
    const kind = elementKind(this.#html, start, end);
    if (kind === ElementKind.template && !this.isInForeignContext()) {
      this.#templateDepth = Math.max(0, this.#templateDepth - 1);
      return;
    }
    if (this.#templateDepth > 0) return;
    this.#rawText = undefined;
    if (this.#foreign.length > 0 && this.#closeForeign(this.#html.slice(start, end).toLowerCase(), kind))
      return;
    this.#facts.close(kind, start - 2, end, this.isInForeignContext());
  }

  ontext(start: number, end: number): void {
    if (start < this.#inertUntil || this.#templateDepth > 0) return;
    if (this.#rawText === undefined) this.#facts.text(start, end, this.isInForeignContext());
    else this.#facts.rawText(this.#rawText, start, end);
  }

  ondeclaration(start: number, end: number): void {
    this.#facts.doctype(start - 2, this.#page.slice(start, end));
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
    if (tag.position < this.#inertUntil) return;
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
