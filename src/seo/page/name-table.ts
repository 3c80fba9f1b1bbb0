/**
 * Finds names of elements or attributes in a page where they stand. Cutting a name out and asking a Map, which a page
 * would need for each of its thousands of tags, takes about four times as long.
 */
export class NameTable {
  /** Open addressing over twice as many slots as names at least; a slot holds 1 + the name's place in the list. */
  readonly #slots: Uint16Array;
  readonly #names: readonly string[];

  /** @param names in lower case, none twice; ASCII */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#slots = new Uint16Array(2 ** Math.ceil(Math.log2(4 * names.length)));
    names.forEach((name, index) => {
      let slot = this.#hash(name, 0, name.length);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = index + 1;
    });
  }

  /** The place of the name in the list, letters of ASCII in any case; -1 for a name that is not in it. */
  find(html: string, start: number, end: number): number {
    let slot = this.#hash(html, start, end);
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (isSame(this.#names[entry - 1] ?? '', html, start, end)) return entry - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return -1;
  }

  #hash(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let index = start; index < end; index++) hash = Math.imul(hash, 31) + (text.charCodeAt(index) | 32);
    return (hash ^ (hash >>> 9)) & (this.#slots.length - 1);
  }
}

function isSame(name: string, html: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let index = 0; index < name.length; index++) {
    const code = html.charCodeAt(start + index);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== name.charCodeAt(index)) return false;
  }
  return true;
}
