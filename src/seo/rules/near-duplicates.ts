import { SIGNATURE_SLOTS } from '../page/text-fingerprint.js';
import type { PageRecord } from '../site.js';

/** Slots of the signature that must agree for two pages to be compared at all; sixteen such bands miss nothing at 90 %. */
const BAND_SLOTS = 8;
const EMPTY_SLOT = 0xffffffff;
/** Signatures only estimate (three standard errors at 90 % are 0.08); what they put below that is not read again. */
const MARGIN = 0.08;
const KEPT_TEXTS = 64;
/** Pages of a band's bucket that later ones are compared with: the first alone may be like neither of two that are alike. */
const BUCKET_PAGES = 4;

export interface NearDuplicate {
  readonly page: PageRecord;
  readonly other: PageRecord;
  /** Jaccard: shared shingles ÷ all shingles. */
  readonly likeness: number;
  /** The first page of those that are alike. */
  readonly cluster: PageRecord;
}

/**
 * Finds pages whose texts are alike, by locality-sensitive hashing and then exactly. A page is compared only with the
 * first few pages of each band's bucket, so that a site of a hundred thousand pages that are all alike takes linear
 * time.
 */
export class NearDuplicates {
  /** Most buckets hold one page. */
  readonly #buckets = new Map<number, PageRecord | PageRecord[]>();
  /** The first pages of those that are alike. */
  readonly #clusters = new Set<PageRecord>();
  readonly #found = new Map<PageRecord, NearDuplicate>();
  readonly #texts = new Map<PageRecord, Uint32Array>();

  constructor(
    readonly shinglesOf: (page: PageRecord) => Uint32Array,
    readonly minLikeness: number,
  ) {}

  add(page: PageRecord): void {
    const { signature } = page;
    if (signature === undefined) return;
    const compared = new Set<PageRecord>();
    for (let start = 0; start < SIGNATURE_SLOTS; start += BAND_SLOTS) {
      const key = bandKey(signature, start);
      if (key === undefined) continue;
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, page);
      else {
        const others = Array.isArray(bucket) ? bucket : [bucket];
        for (const other of others) {
          // Once a page is reported, it is only compared with those that are not, which may be like it alone.
          if (compared.has(other) || (this.#found.has(page) && this.#isReported(other))) continue;
          compared.add(other);
          this.#compare(page, other);
        }
        if (others.length < BUCKET_PAGES) this.#buckets.set(key, [...others, page]);
      }
    }
  }

  /** Every page that is like another, the first ones of their clusters too. */
  *found(): Iterable<NearDuplicate> {
    const heads = new Set<PageRecord>();
    for (const found of this.#found.values()) {
      if (!heads.has(found.cluster)) {
        heads.add(found.cluster);
        yield { page: found.cluster, other: found.page, likeness: found.likeness, cluster: found.cluster };
      }
      yield found;
    }
  }

  #compare(page: PageRecord, other: PageRecord): void {
    if (estimate(page, other) < this.minLikeness - MARGIN) return;
    const likeness = jaccard(this.#shingles(page), this.#shingles(other));
    if (likeness < this.minLikeness) return;
    const known = this.#found.get(page);
    if (known !== undefined) {
      this.#found.set(other, { page: other, other: page, likeness, cluster: known.cluster });
      return;
    }
    const cluster = this.#found.get(other)?.cluster ?? other;
    this.#clusters.add(cluster);
    this.#found.set(page, { page, other, likeness, cluster });
  }

  #isReported(page: PageRecord): boolean {
    return this.#found.has(page) || this.#clusters.has(page);
  }

  #shingles(page: PageRecord): Uint32Array {
    const known = this.#texts.get(page);
    if (known !== undefined) return known;
    const [oldest] = this.#texts.keys();
    if (this.#texts.size === KEPT_TEXTS && oldest !== undefined) this.#texts.delete(oldest);
    const shingles = this.shinglesOf(page);
    this.#texts.set(page, shingles);
    return shingles;
  }
}

/** A hash of a band and its place; undefined where the text is too short to have filled it. */
function bandKey(signature: Uint32Array, start: number): number | undefined {
  let [hash, isEmpty] = [start + 1, true];
  for (let slot = start; slot < start + BAND_SLOTS; slot++) {
    const value = signature[slot] ?? EMPTY_SLOT;
    if (value !== EMPTY_SLOT) isEmpty = false;
    hash = Math.imul(hash ^ value, 0x01000193);
    hash ^= hash >>> 15;
  }
  // Two numbers of a band's place and hash in one: below 2^53.
  return isEmpty ? undefined : start * 2 ** 32 + (hash >>> 0);
}

/** Share of slots that agree, of those that either text has filled. */
function estimate(a: PageRecord, b: PageRecord): number {
  let [same, filled] = [0, 0];
  for (let slot = 0; slot < SIGNATURE_SLOTS; slot++) {
    const [left, right] = [a.signature?.[slot] ?? EMPTY_SLOT, b.signature?.[slot] ?? EMPTY_SLOT];
    if (left === EMPTY_SLOT && right === EMPTY_SLOT) continue;
    filled += 1;
    if (left === right) same += 1;
  }
  return filled === 0 ? 0 : same / filled;
}

function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [left, right, shared] = [0, 0, 0];
  while (left < a.length && right < b.length) {
    const [x = 0, y = 0] = [a[left], b[right]];
    if (x === y) shared += 1;
    if (x <= y) left += 1;
    if (y <= x) right += 1;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
