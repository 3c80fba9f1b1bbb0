import { type Fact, type Facts, factsOf } from './facts.js';
import { topicWords } from './topic-words.js';

/** A trouble of the customers, and what of the features speaks of the same things. */
export interface Answer {
  readonly pain: Fact;
  readonly answer: Fact;
  /** Words that both hold, on which the pair stands. */
  readonly shared: readonly string[];
}

/** One word in common is chance. */
const MIN_SHARED = 2;

/**
 * Pairs troubles with the sentence about a feature that shares most words with them (two at least, the
 * earlier feature where two share as many). The profile says both; that they belong together is read
 * from their words, so each pair names these.
 */
export function answersTo({
  features,
  pains,
  isEnglish,
}: Pick<Facts, 'features' | 'pains' | 'isEnglish'>): Answer[] {
  // Which words say nothing is known of English alone.
  return (isEnglish ? pains : []).flatMap((pain) => {
    const { answer, shared } = nearestOffer(pain, features) ?? {};
    return answer === undefined || shared === undefined ? [] : [{ pain, answer, shared }];
  });
}

/** The sentence about a feature that speaks most of what a fact speaks of. */
export function nearestOffer(
  fact: Fact,
  features: Facts['features'],
): { readonly answer: Fact; readonly shared: readonly string[] } | undefined {
  const wanted = topicOf(fact);
  const offers = features.flatMap(factsOf).map((answer) => {
    const words = topicOf(answer);
    return { answer, shared: [...wanted].filter((word) => words.has(word)) };
  });
  const [best] = offers.sort((a, b) => b.shared.length - a.shared.length);
  return best !== undefined && best.shared.length >= MIN_SHARED ? best : undefined;
}

const topics = new WeakMap<Fact, ReadonlySet<string>>();

/** What a fact speaks of, its feature's name included; every trouble asks for it again. */
function topicOf(fact: Fact): ReadonlySet<string> {
  const known = topics.get(fact) ?? topicWords(`${fact.feature ?? ''} ${fact.sentence}`);
  topics.set(fact, known);
  return known;
}
