import { flesch } from 'flesch';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { words } from '../text.js';

export interface Readability {
  /** Flesch reading ease: 100 is very easy, 60 plain English, below 30 very hard. One decimal. */
  readonly reading_ease: number;
  /** Flesch–Kincaid grade: years of American school. One decimal. */
  readonly reading_grade: number;
}

/** The formulas were made from samples of a hundred words; of a headline they say nothing. */
const MIN_WORDS = 30;

/**
 * Readability of English text by sentence length and syllables.
 * Source: Flesch (1948), Kincaid et al. (1975), as computed by `flesch` and `flesch-kincaid`.
 *
 * @param texts each a heading or paragraph, whose end is the end of a sentence
 * @returns undefined below 30 words
 */
export function readability(texts: readonly string[]): Readability | undefined {
  const all = texts.flatMap(words);
  if (all.length < MIN_WORDS) return undefined;
  const counts = {
    sentence: texts.reduce((sum, text) => sum + sentencesIn(text), 0),
    word: all.length,
    syllable: all.reduce((sum, word) => sum + syllable(word), 0),
  };
  return {
    reading_ease: Math.round(flesch(counts) * 10) / 10,
    reading_grade: Math.round(fleschKincaid(counts) * 10) / 10,
  };
}

/** Ends of sentences; a text without one is a sentence, too. */
function sentencesIn(text: string): number {
  const ended = text
    .trim()
    .split(/(?<![.!?…])[.!?…]+["'”’)]*(?:\s+|$)/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return ended.length;
}
