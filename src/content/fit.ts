import type { Sentence } from './angles.js';
import type { Fact, Facts } from './facts.js';
import { pixelWidth } from './text-width/pixels.js';
import { characters, isQuestion } from './text.js';

export interface FitLimits {
  /** In user-perceived characters. */
  readonly min: number;
  readonly max: number;
  /** Width at a size of Arial, both in CSS pixels. */
  readonly maxPixels?: { readonly width: number; readonly fontSize: number };
}

export interface FitOptions {
  /** Stands first, before every choice. */
  readonly opening?: string | undefined;
  /** Stands last, behind every choice. */
  readonly closing?: string | undefined;
  /** Words that the text should hold, and what it should speak of. */
  readonly terms?: Pick<Facts, 'keywordsIn' | 'welcomeIn' | 'topics'>;
}

export interface Fitted {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** How many sentences are tried at most, and how many are joined at most: the search stays small. */
const MAX_OPENERS = 8;
const MAX_SUPPORT = 12;
const MAX_SENTENCES = 3;

/**
 * Fits a text to its limits by choosing whole sentences, never by cutting one: an opener, and up to two
 * that support it, none of which says a fact of another. Of all choices that fit, the one with the
 * earliest opener wins, then the one with most keywords, then the one that leaves the topic least, then
 * the one that speaks of fewest features, then the one with most words that are welcome, then the longest.
 *
 * @returns undefined when no choice fits
 */
export function fitSentences(
  openers: readonly Sentence[],
  support: readonly Sentence[],
  limits: FitLimits,
  { opening, closing, terms }: FitOptions = {},
): Fitted | undefined {
  const ends = [opening, closing].filter((text) => text !== undefined);
  const fixed = ends.reduce((sum, text) => sum + characters(text) + 1, 0);
  const measured = (sentence: Sentence) => ({
    ...sentence,
    length: characters(sentence.text) + 1,
    keywords: terms?.keywordsIn(sentence.text) ?? [],
    welcome: terms?.welcomeIn(sentence.text) ?? [],
  });
  // "Count your first shelf in a minute. Count your first shelf." says one thing twice.
  const calls = ends.map((end) => end.toLowerCase().replace(/(?<![.!?])[.!?]+$/u, ''));
  const isOther = ({ text }: Sentence) => !calls.some((call) => text.toLowerCase().includes(call));
  const following = support.filter(isOther).slice(0, MAX_SUPPORT).map(measured);
  for (const opener of openers.filter(isOther).slice(0, MAX_OPENERS).map(measured)) {
    let best: (Fitted & { readonly rank: readonly number[] }) | undefined;
    for (const choice of choices(opener, following, limits.max - fixed)) {
      if (!standsAlone(choice)) continue;
      const text = [opening, ...choice.map((one) => one.text), closing]
        .filter((part) => part !== undefined)
        .join(' ');
      const length = characters(text);
      if (length < limits.min || length > limits.max || !isNarrow(text, limits)) continue;
      const rank = [
        distinct(choice, ({ keywords }) => keywords),
        -offTopic(choice, terms?.topics ?? []),
        -distinct(choice, ({ facts: said }) => said.flatMap(({ feature }) => feature ?? [])),
        distinct(choice, ({ welcome }) => welcome),
        length,
      ];
      const facts = choice.flatMap((one) => one.facts);
      if (best === undefined || isHigher(rank, best.rank)) best = { text, facts, rank };
    }
    if (best !== undefined) return { text: best.text, facts: best.facts };
  }
  return undefined;
}

type Measured = Sentence & {
  readonly length: number;
  readonly keywords: readonly string[];
  readonly welcome: readonly string[];
};

/** No phrase reaches over the end of a sentence, so that a text holds what its sentences hold. */
function distinct(choice: readonly Measured[], pick: (one: Measured) => readonly string[]): number {
  return new Set(choice.flatMap(pick)).size;
}

/** Sentences about other features than those of which the inputs speak. */
function offTopic(choice: readonly Measured[], topics: Facts['topics']): number {
  if (topics.length === 0) return 0;
  const names = new Set(topics.map(({ name }) => name));
  const isOff = ({ feature }: Fact) => feature !== undefined && !names.has(feature);
  return choice.filter(({ facts }) => facts.some(isOff)).length;
}

/** By the first number that differs. */
function isHigher(rank: readonly number[], other: readonly number[]): boolean {
  const index = rank.findIndex((value, at) => value !== other[at]);
  return index >= 0 && (rank[index] ?? 0) > (other[index] ?? 0);
}

/** The opener alone, and with each one or two of the others, while their lengths allow it. */
function choices(opener: Measured, support: readonly Measured[], room: number): Measured[][] {
  const all: Measured[][] = [];
  const extend = (chosen: Measured[], from: number, length: number) => {
    // A mark at a start may combine with the blank before it, so that the sum may be too high by one each.
    if (length - 1 > room + chosen.length) return;
    all.push(chosen);
    if (chosen.length === MAX_SENTENCES) return;
    support.forEach((sentence, index) => {
      if (index < from || chosen.some((one) => repeats(one, sentence))) return;
      extend([...chosen, sentence], index + 1, length + sentence.length);
    });
  };
  extend([opener], 0, opener.length);
  return all;
}

/** Whether every sentence that does not name its feature stands behind one that speaks of it. */
function standsAlone(choice: readonly Sentence[]): boolean {
  return choice.every(({ follows }, index) => {
    if (follows === undefined) return true;
    const before = choice[index - 1];
    if (before !== undefined) return before.facts.some(({ feature }) => feature === follows);
    return choice.every(({ facts }) =>
      facts.every(({ feature }) => feature === undefined || feature === follows),
    );
  });
}

/** Whether two sentences say the same, are of the same form, or name the same feature for their own sake. */
function repeats(one: Sentence, other: Sentence): boolean {
  if (one.names !== undefined && one.names === other.names) return true;
  // "You can …" does where the sentence before is about the feature.
  if (other.names !== undefined && one.facts.some(({ feature }) => feature === other.names)) return true;
  if (one.isAbility === true && other.isAbility === true) return true;
  if (isQuestion(one.text) && isQuestion(other.text)) return true;
  return one.text === other.text || one.facts.some((fact) => other.facts.includes(fact));
}

function isNarrow(text: string, { maxPixels }: FitLimits): boolean {
  return maxPixels === undefined || pixelWidth(text, maxPixels.fontSize) <= maxPixels.width;
}
