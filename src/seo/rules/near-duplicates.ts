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
  readonly #bands = Array.from({ length: SIGNATURE_SLOTS / BAND_SLOTS }, () => new Band());
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
    for (const [index, band] of this.#bands.entries()) {
      const key = bandKey(signature, index * BAND_SLOTS);
      if (key === undefined) continue;
      for (const other of band.put(key, page)) {
        // Once a page is reported, it is only compared with those that are not, which may be like it alone.
        if (compared.has(other) || (this.#found.has(page) && this.#isReported(other))) continue;
        compared.add(other);
        this.#compare(page, other);
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

const NO_PAGES: readonly PageRecord[] = [];

/**
 * Pages by their hash of one band. There are sixteen hashes a page, and nearly all lead to one page: open addressing in
 * two blocks of memory takes a tenth of what a Map takes.
 */
class Band {
  /** Where a slot's page stands in the list below, from 1 on; 0 for a free slot. */
  #firsts = new Uint32Array(1024);
  #hashes = new Uint32Array(1024);
  readonly #pages: PageRecord[] = [];
  /** The pages of buckets with more than one, by the place of the first. */
  readonly #others = new Map<number, readonly PageRecord[]>();

  /** Adds a page to the bucket of a hash. @returns the pages that were there */
  put(hash: number, page: PageRecord): readonly PageRecord[] {
    const slot = this.#slotOf(hash);
    const place = this.#firsts[slot] ?? 0;
    const first = this.#pages[place - 1];
    if (first === undefined) {
      this.#hashes[slot] = hash;
      this.#firsts[slot] = this.#pages.push(page);
      if (2 * this.#pages.length > this.#firsts.length) this.#grow();
      return NO_PAGES;
    }
    const bucket = this.#others.get(place) ?? [first];
    if (bucket.length < BUCKET_PAGES) this.#others.set(place, [...bucket, page]);
    return bucket;
  }

  /** Where a hash stands, or the free slot where it belongs. */
  #slotOf(hash: number): number {
    const mask = this.#firsts.length - 1;
    let slot = hash & mask;
    while (this.#firsts[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [firsts, hashes] = [this.#firsts, this.#hashes];
    this.#firsts = new Uint32Array(2 * firsts.length);
    this.#hashes = new Uint32Array(2 * firsts.length);
    for (let old = 0; old < firsts.length; old++) {
      const place = firsts[old] ?? 0;
      if (place === 0) continue;
      const slot = this.#slotOf(hashes[old] ?? 0);
      this.#firsts[slot] = place;
      this.#hashes[slot] = hashes[old] ?? 0;
    }
  }
}

/** A hash of a band; undefined where the text is too short to have filled it. */
function bandKey(signature: Uint32Array, start: number): number | undefined {
  let [hash, isEmpty] = [start + 1, true];
  for (let slot = start; slot < start + BAND_SLOTS; slot++) {
    const value = signature[slot] ?? EMPTY_SLOT;
    if (value !== EMPTY_SLOT) isEmpty = false;
    hash = Math.imul(hash ^ value, 0x01000193);
    hash ^= hash >>> 15;
  }
  return isEmpty ? undefined : hash >>> 0;
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
