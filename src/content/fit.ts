import { characters, holdsPhrase } from './text.js';

export interface FitLimits {
  /** In user-perceived characters. */
  readonly min: number;
  readonly max: number;
}

/** How many sentences are tried at most, and how many are joined at most: the search stays small. */
const MAX_POOL = 12;
const MAX_SENTENCES = 3;

/**
 * Fits a text to its limits by choosing whole sentences, never by cutting one: up to three of the
 * pool, in the pool's order, followed by the closing sentence if there is one. Of all that fit, the
 * one that starts earliest in the pool wins, then the one with most keywords, then the longest.
 *
 * @returns undefined when no choice fits
 */
export function fitSentences(
  pool: readonly string[],
  limits: FitLimits,
  options: { readonly closing?: string | undefined; readonly keywords?: readonly string[] } = {},
): string | undefined {
  const offered = [...new Set(pool)].slice(0, MAX_POOL);
  const lengths = offered.map((sentence) => characters(sentence));
  const closing = options.closing === undefined ? [] : [options.closing];
  const closingLength = options.closing === undefined ? 0 : characters(options.closing) + 1;
  const candidates = choices(offered)
    // Joined sentences are at most as long as their sum: a mark at a start may combine with the blank before it.
    .filter((indexes) => {
      const sum = indexes.reduce((total, index) => total + (lengths[index] ?? 0) + 1, closingLength - 1);
      return sum >= limits.min && sum <= limits.max + indexes.length;
    })
    .map((indexes) => {
      const text = [...indexes.map((index) => offered[index] ?? ''), ...closing].join(' ');
      return { start: indexes[0] ?? 0, text, length: characters(text) };
    })
    .filter(({ length }) => length >= limits.min && length <= limits.max)
    .map((candidate) => ({ ...candidate, covered: covered(candidate.text, options.keywords ?? []) }));
  const [best] = candidates.sort(
    (a, b) => a.start - b.start || b.covered - a.covered || b.length - a.length || (a.text < b.text ? -1 : 1),
  );
  return best?.text;
}

/** Ascending index lists of one to three elements. */
function choices(pool: readonly string[]): number[][] {
  const all: number[][] = [];
  const extend = (chosen: number[]) => {
    for (let index = (chosen.at(-1) ?? -1) + 1; index < pool.length; index++) {
      const next = [...chosen, index];
      all.push(next);
      if (next.length < MAX_SENTENCES) extend(next);
    }
  };
  extend([]);
  return all;
}

function covered(text: string, keywords: readonly string[]): number {
  return keywords.filter((keyword) => holdsPhrase(text, keyword)).length;
}
