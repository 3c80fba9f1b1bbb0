/** Stands for "no string" where ids of strings are kept. */
export const NO_STRING = 0xffffffff;

/** Strings by number: what many pages share is kept once. */
export class StringTable {
  readonly strings: string[] = [];
  readonly #ids = new Map<string, number>();

  /** The number of a string, the same for equal strings. */
  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    return this.#add(detached(text));
  }

  /** The same for a text that has memory of its own already. */
  adopt(text: string): number {
    return this.#ids.get(text) ?? this.#add(text);
  }

  at(id: number): string {
    return this.strings[id] ?? '';
  }

  #add(text: string): number {
    const id = this.strings.length;
    this.strings.push(text);
    this.#ids.set(text, id);
    return id;
  }
}

/**
 * A copy with memory of its own: a piece of a page would keep the whole page alive. One byte a character where that
 * is enough, which halves the memory of addresses.
 */
export function detached(text: string): string {
  const encoding = BEYOND_LATIN1.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}

const BEYOND_LATIN1 = /[^\u0000-\u00ff]/;
