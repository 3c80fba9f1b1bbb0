import { GrowingArray } from './growing-array.js';

/** Words in a row that make a shingle, the unit in which texts are compared. */
const SHINGLE_WORDS = 5;
/** Slots of the signature; each holds the smallest hash that fell into it. */
export const SIGNATURE_SLOTS = 128;
const EMPTY_SLOT = 0xffffffff;

const MULTIPLIER = 0x01000193;
const OLDEST_WORD = Array.from({ length: SHINGLE_WORDS }).reduce<number>(
  (power) => Math.imul(power, MULTIPLIER),
  1,
);

export interface TextFingerprint {
  readonly words: number;
  /** Han, kana and hangul characters. */
  readonly cjkCharacters: number;
  /** Equal for texts of the same words, whatever stands between them: 16 hexadecimal digits. */
  readonly hash: string;
  /**
   * One-permutation MinHash over shingles of five words: the share of equal slots estimates how alike two texts are
   * (Jaccard). Source: Li, Owen and Zhang, "One Permutation Hashing", 2012.
   */
  readonly signature: Uint32Array;
  /** Hashes of the shingles, as they come. */
  readonly shingles: Uint32Array;
}

/**
 * Reads a text piece by piece and keeps hashes of it, never the text: words are runs of letters and digits in lower
 * case; a Han, kana or hangul character is a word of its own.
 */
export class TextFingerprinter {
  #words = 0;
  #cjk = 0;
  #low = 0x811c9dc5;
  #high = 0x9dc5811c;
  #word = 0;
  #shingle = 0;
  readonly #window = new Int32Array(SHINGLE_WORDS);
  readonly #signature = new Uint32Array(SIGNATURE_SLOTS).fill(EMPTY_SLOT);
  readonly #shingles = new GrowingArray();

  add(text: string, from: number, to: number): void {
    let word = this.#word;
    for (let index = from; index < to; index++) {
      const code = text.charCodeAt(index);
      if (isWordCode(code)) {
        // Letters of ASCII in lower case; others as they are.
        word = Math.imul(word ^ (code >= 65 && code <= 90 ? code + 32 : code), MULTIPLIER) | 1;
      } else if (code >= 0x3040 && isCjk(code)) {
        if (word !== 0) this.#endWord(word);
        this.#cjk += 1;
        this.#endWord(Math.imul(code, MULTIPLIER) | 1);
        word = 0;
      } else if (word !== 0) {
        this.#endWord(word);
        word = 0;
      }
    }
    this.#word = word;
  }

  /** An element that is not part of a line of text begins or ends here. */
  breakWord(): void {
    if (this.#word !== 0) this.#endWord(this.#word);
    this.#word = 0;
  }

  result(): TextFingerprint {
    this.breakWord();
    return {
      words: this.#words,
      cjkCharacters: this.#cjk,
      hash: hex(this.#high) + hex(this.#low),
      signature: this.#signature,
      shingles: this.#shingles.toArray(),
    };
  }

  #endWord(word: number): void {
    const slot = this.#words % SHINGLE_WORDS;
    const oldest = this.#window[slot] ?? 0;
    this.#window[slot] = word;
    this.#words += 1;
    this.#low = Math.imul(this.#low ^ word, MULTIPLIER);
    this.#high = Math.imul(this.#high ^ mixed(word), 0x85ebca6b);
    this.#shingle = (Math.imul(this.#shingle, MULTIPLIER) + word - Math.imul(oldest, OLDEST_WORD)) | 0;
    if (this.#words < SHINGLE_WORDS) return;
    const hash = mixed(this.#shingle);
    const bin = hash & (SIGNATURE_SLOTS - 1);
    if (hash < (this.#signature[bin] ?? 0)) this.#signature[bin] = hash;
    this.#shingles.push(hash);
  }
}

/** Ascending, each once. */
export function distinctHashes(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.slice().sort();
  return sorted.filter((hash, index) => index === 0 || hash !== sorted[index - 1]);
}

/** Letters and digits; beyond ASCII all but spaces, punctuation and what counts as CJK. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code >= 0x2000 && code <= 0x206f) return false;
  return code < 0x2e80;
}

function isCjk(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    // The first half of a pair for Han characters beyond the basic plane; the second is no word.
    (code >= 0xd840 && code <= 0xd888)
  );
}

/** The finalizer of MurmurHash3: every bit of the input changes half of the output's. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
