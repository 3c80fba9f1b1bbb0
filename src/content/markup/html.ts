import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { CODE, ENDED_BY, FOREIGN_ISLANDS, FOREIGN_NOTES, UNSEEN, VOID, leavesForeign } from './elements.js';
import type { MarkupText } from './markup-text.js';
import { type OpenElement, OpenElements, type TextUse } from './open-elements.js';
import { type Attributes, isUnseen } from './text-attributes.js';
import { TextCollector } from './text-collector.js';

/**
 * Reads the text of HTML in one pass of htmlparser2's tokenizer, in linear time on any input. (Its parser searches its
 * list of open elements: 100,000 of them with as many stray end tags take 10 s.) What scripts and style sheets would
 * add is not looked at.
 */
export function readHtml(html: string): MarkupText {
  return read(html, true);
}

/** @param looksInside whether comments and `srcdoc`, which may hold HTML themselves, are read as such: one level deep */
function read(html: string, looksInside: boolean): MarkupText {
  const reader = new HtmlReader(html, looksInside);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.result();
}

class HtmlReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #looksInside: boolean;
  readonly #collector = new TextCollector();
  readonly #open = new OpenElements((element, parent) => this.#collector.end(element, parent.use));
  /** The start tag that is being read. */
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value: string[] = [];

  constructor(html: string, looksInside: boolean) {
    this.#html = html;
    this.#looksInside = looksInside;
  }

  result(): MarkupText {
    this.#open.closeInnermost(() => true);
    return this.#collector.result();
  }

  isInForeignContext(): boolean {
    return this.#open.innermost.isForeign;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = [];
  }

  onattribdata(start: number, end: number): void {
    this.#value.push(this.#html.slice(start, end));
  }

  onattribentity(codePoint: number): void {
    this.#value.push(String.fromCodePoint(codePoint));
  }

  onattribend(): void {
    // Of two equal attributes the first counts.
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value.join(''));
  }

  onopentagend(): void {
    this.#start(false);
  }

  onselfclosingtag(): void {
    this.#start(true);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (this.#open.close(name)) return;
    // The standard reads these two as an element without content.
    if (name === 'p') this.#collector.endBlock(this.#open.innermost.use);
    if (name === 'br') this.#add(' ');
  }

  ontext(start: number, end: number): void {
    this.#add(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#add(String.fromCodePoint(codePoint));
  }

  oncomment(start: number, end: number, offset: number): void {
    this.#addInner(this.#html.slice(start, end - offset));
  }

  oncdata(start: number, end: number, offset: number): void {
    const text = this.#html.slice(start, end - offset);
    if (this.isInForeignContext()) this.#add(text);
    else this.#addInner(text);
  }

  onprocessinginstruction(start: number, end: number): void {
    // Browsers take it for a comment.
    this.#addInner(this.#html.slice(start, end));
  }

  ondeclaration(): void {
    // A doctype holds no text.
  }

  onend(): void {
    // `result` ends what is open.
  }

  #start(isSelfClosing: boolean): void {
    const [name, attributes] = [this.#name, this.#attributes];
    const parent = this.#parentOf(name);
    const element: OpenElement = {
      name,
      use: textUse(name, attributes, parent),
      isForeign: parent.isForeign ? !FOREIGN_ISLANDS.has(name) : name === 'svg' || name === 'math',
    };
    this.#collector.start(element, attributes);
    const frame = attributes.get('srcdoc');
    if (frame !== undefined) this.#addInner(frame);
    const isEmpty = element.isForeign ? isSelfClosing : VOID.has(name);
    if (!isEmpty) this.#open.open(element);
  }

  /** Where a start tag puts its element, after ending what it ends. */
  #parentOf(name: string): OpenElement {
    if (this.#open.innermost.isForeign && leavesForeign(name)) {
      this.#open.closeInnermost(({ isForeign }) => isForeign);
    }
    if (name === 'a' && !this.#open.innermost.isForeign) this.#open.close('a');
    const ended = ENDED_BY.get(name);
    if (ended !== undefined) this.#open.closeBlocks(ended);
    return this.#open.innermost;
  }

  #add(text: string): void {
    this.#collector.add(text, this.#open.innermost.use);
  }

  /** Adds what is HTML again, and not visible. */
  #addInner(html: string): void {
    if (!this.#looksInside || !html.includes('<')) {
      this.#collector.addAttribute(html);
      return;
    }
    const { blocks, attributes } = read(html, false);
    for (const { text } of blocks) this.#collector.addAttribute(text);
    for (const text of attributes) this.#collector.addAttribute(text);
  }
}

function textUse(name: string, attributes: Attributes, parent: OpenElement): TextUse {
  if (parent.use !== 'shown' && parent.use !== 'unseen') return parent.use;
  if (CODE.has(name)) return isJson(attributes.get('type')) ? 'data' : 'dropped';
  if (parent.use === 'unseen' || UNSEEN.has(name) || isUnseen(name, attributes)) return 'unseen';
  if (parent.isForeign) return FOREIGN_NOTES.has(name) ? 'unseen' : 'shown';
  return name === 'title' ? 'title' : 'shown';
}

/** Such as JSON-LD. */
function isJson(type: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type?.trim() ?? '');
}
