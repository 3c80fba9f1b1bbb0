import { decodeHTMLAttribute } from 'entities/decode';

const NO_TOKENS: readonly string[] = [];

/** The attributes of one start tag, as positions in the page; values are decoded when they are asked for. */
export class StartTag {
  offset = 0;
  name = '';
  readonly #names: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #count = 0;

  constructor(readonly html: string) {}

  reset(offset: number, name: string): void {
    this.offset = offset;
    this.name = name;
    this.#count = 0;
  }

  /** The first of equal attributes wins. */
  add(name: string, start: number, end: number): void {
    for (let index = 0; index < this.#count; index++) if (this.#names[index] === name) return;
    this.#names[this.#count] = name;
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  get hasAttributes(): boolean {
    return this.#count > 0;
  }

  /** Decoded by the attribute rule; undefined without the attribute, '' without a value. */
  get(name: string): string | undefined {
    for (let index = 0; index < this.#count; index++) {
      if (this.#names[index] === name) {
        const raw = this.html.slice(this.#starts[index] ?? 0, this.#ends[index] ?? 0);
        return raw.includes('&') ? decodeHTMLAttribute(raw) : raw;
      }
    }
    return undefined;
  }

  has(name: string): boolean {
    for (let index = 0; index < this.#count; index++) if (this.#names[index] === name) return true;
    return false;
  }

  /** Tokens in lower case. */
  tokens(name: string): readonly string[] {
    const value = this.get(name);
    return value === undefined
      ? NO_TOKENS
      : value
          .toLowerCase()
          .split(/[\t\n\f\r ]+/)
          .filter(Boolean);
  }
}
