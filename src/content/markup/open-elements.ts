import { BLOCKS, HEADINGS, UNSEEN } from './elements.js';

/** What becomes of text inside an element. */
export type TextUse = 'shown' | 'unseen' | 'title' | 'data' | 'dropped';

export interface OpenElement {
  readonly name: string;
  readonly use: TextUse;
  /** Of svg or math. */
  readonly isForeign: boolean;
}

const ROOT: OpenElement = { name: '', use: 'shown', isForeign: false };

/**
 * The elements that are open where a tokenizer stands, the innermost last. Every operation takes constant time, or
 * removes what it passes, so that no nesting and no misnesting makes reading slow.
 */
export class OpenElements {
  readonly #stack: { element: OpenElement; isEnded: boolean }[] = [];
  /** Where in the stack elements of a name stand that no end tag has met. */
  readonly #places = new Map<string, number[]>();
  /** Where in the stack blocks stand. */
  readonly #blocks: number[] = [];
  readonly #onEnd: (element: OpenElement, parent: OpenElement) => void;

  /** @param onEnd is told of each element that ends, and what it is in */
  constructor(onEnd: (element: OpenElement, parent: OpenElement) => void) {
    this.#onEnd = onEnd;
  }

  get innermost(): OpenElement {
    return this.#stack.at(-1)?.element ?? ROOT;
  }

  open(element: OpenElement): void {
    const places = this.#places.get(element.name);
    if (places === undefined) this.#places.set(element.name, [this.#stack.length]);
    else places.push(this.#stack.length);
    if (!isPhrase(element)) this.#blocks.push(this.#stack.length);
    this.#stack.push({ element, isEnded: false });
  }

  /**
   * Meets an end tag. An element ends with everything in it; but a phrase around a block that is still open ends alone,
   * and the block goes on, as in `<b><p>one</b> two</p>`, where browsers show one paragraph.
   *
   * @returns whether such an element was open
   */
  close(name: string): boolean {
    const place = this.#placeOf(name);
    const met = place === undefined ? undefined : this.#stack[place];
    if (place === undefined || met === undefined) return false;
    if (isPhrase(met.element) && (this.#blocks.at(-1) ?? -1) > place) {
      met.isEnded = true;
      this.#places.get(name)?.pop();
      this.#onEnd(met.element, this.#stack[place - 1]?.element ?? ROOT);
    } else while (this.#stack.length > place) this.#pop();
    return true;
  }

  /** Ends the innermost blocks, with the phrases in them, as long as they have one of these names. */
  closeBlocks(names: ReadonlySet<string>): void {
    let place = this.#blocks.at(-1);
    while (place !== undefined && names.has(this.#stack[place]?.element.name ?? '')) {
      while (this.#stack.length > place) this.#pop();
      place = this.#blocks.at(-1);
    }
  }

  /** Ends the innermost elements as long as they are of the kind told. */
  closeInnermost(isOver: (element: OpenElement) => boolean): void {
    while (this.#stack.length > 0 && isOver(this.innermost)) this.#pop();
  }

  /** An end tag of any heading ends the innermost one. */
  #placeOf(name: string): number | undefined {
    const names = HEADINGS.has(name) ? [...HEADINGS] : [name];
    const open = names.flatMap((one) => this.#places.get(one)?.at(-1) ?? []);
    return open.length === 0 ? undefined : Math.max(...open);
  }

  #pop(): void {
    const popped = this.#stack.pop();
    if (popped === undefined) return;
    this.#places.get(popped.element.name)?.pop();
    if (!isPhrase(popped.element)) this.#blocks.pop();
    this.#onEnd(popped.element, this.#stack.at(-1)?.element ?? ROOT);
    this.#dropEnded();
  }

  #dropEnded(): void {
    while (this.#stack.at(-1)?.isEnded === true) this.#stack.pop();
  }
}

function isPhrase({ name, isForeign }: OpenElement): boolean {
  return !BLOCKS.has(name) && !UNSEEN.has(name) && !isForeign;
}
