import { decodeHTMLAttribute } from 'entities/decode';
import { NameTable } from './name-table.js';
import type { PageSource } from './page-source.js';

/** The attributes that facts depend on, as the places of their names in the list below; others are passed over. */
export const Attribute = {
  id: 0,
  href: 1,
  rel: 2,
  name: 3,
  title: 4,
  hidden: 5,
  onclick: 6,
  ariaHidden: 7,
  ariaLabel: 8,
  ariaLabelledby: 9,
  role: 10,
  src: 11,
  srcset: 12,
  alt: 13,
  width: 14,
  height: 15,
  style: 16,
  loading: 17,
  dataNimg: 18,
  xlinkHref: 19,
  type: 20,
  content: 21,
  charset: 22,
  property: 23,
  httpEquiv: 24,
  lang: 25,
  hreflang: 26,
  action: 27,
  poster: 28,
  data: 29,
  code: 30,
  classid: 31,
  dataNosnippet: 32,
  open: 33,
} as const;
export type Attribute = (typeof Attribute)[keyof typeof Attribute];

const NAMES =
  'id href rel name title hidden onclick aria-hidden aria-label aria-labelledby role src srcset alt width height style loading data-nimg xlink:href type content charset property http-equiv lang hreflang action poster data code classid data-nosnippet open'.split(
    ' ',
  );
const TABLE = new NameTable(NAMES);
const NO_TOKENS: readonly string[] = [];

/** The attributes of one start tag, as positions in the page; names and values are read when they are asked for. */
export class StartTag {
  #nameStart = 0;
  #nameEnd = 0;
  /** Counts the tags: an attribute belongs to the tag in which it was last seen. */
  #number = 0;
  readonly #seenIn = new Int32Array(NAMES.length);
  readonly #starts = new Int32Array(NAMES.length);
  readonly #ends = new Int32Array(NAMES.length);

  constructor(readonly source: PageSource) {}

  reset(nameStart: number, nameEnd: number): void {
    this.#nameStart = nameStart;
    this.#nameEnd = nameEnd;
    this.#number += 1;
  }

  /** Where it begins in the source. */
  get position(): number {
    return this.#nameStart - 1;
  }

  get offset(): number {
    return this.source.offset(this.position);
  }

  /** In lower case. */
  get name(): string {
    return this.source.slice(this.#nameStart, this.#nameEnd).toLowerCase();
  }

  /** The attribute whose name stands there; -1 for one that no fact depends on. */
  attributeAt(start: number, end: number): number {
    return TABLE.find(this.source.html, start, end);
  }

  /** The first of equal attributes wins. */
  add(attribute: number, start: number, end: number): void {
    if (this.#seenIn[attribute] === this.#number) return;
    this.#seenIn[attribute] = this.#number;
    this.#starts[attribute] = start;
    this.#ends[attribute] = end;
  }

  has(attribute: Attribute): boolean {
    return this.#seenIn[attribute] === this.#number;
  }

  /** Decoded by the attribute rule; undefined without the attribute, '' without a value. */
  get(attribute: Attribute): string | undefined {
    if (this.#seenIn[attribute] !== this.#number) return undefined;
    const raw = this.source.slice(this.#starts[attribute] ?? 0, this.#ends[attribute] ?? 0);
    return raw.includes('&') ? decodeHTMLAttribute(raw) : raw;
  }

  /** Tokens in lower case. */
  tokens(attribute: Attribute): readonly string[] {
    const value = this.get(attribute);
    return value === undefined
      ? NO_TOKENS
      : value
          .toLowerCase()
          .split(/[\t\n\f\r ]+/)
          .filter(Boolean);
  }
}
