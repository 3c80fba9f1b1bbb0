import { type Fact, type Facts, factsOf } from './facts.js';
import { foldedWords } from './phrases/folded-words.js';
import { lemmas } from './phrases/inflections.js';

/** A trouble of the customers, and what of the features speaks of the same things. */
export interface Answer {
  readonly pain: Fact;
  readonly answer: Fact;
  /** Words that both hold, on which the pair stands. */
  readonly shared: readonly string[];
}

/** One word in common is chance. */
const MIN_SHARED = 2;

/** Words that say nothing about what a sentence speaks of. */
const COMMON = new Set(
  `about after again all also always and any are back because been before being best better both but can come
  comes could day days does done down each else even ever every everything few find first for from get gets
  give goes going good got had has have her here him his how into its itself just keep keeps kind know less
  let like long look made make makes many may more most much must need needs never new next not nothing now
  off often once one only other our out over own people put same see she should since some such take takes
  than that the their them then there these they thing things this those through time too two under until
  upon use used very want was way well were what when where which while who whole why will with within
  without work would year years you your`.split(/\s+/u),
);

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

/** Whether two texts speak of the same things, by a word in common. */
export function shareTopic(one: string, other: string): boolean {
  const words = topicWords(other);
  return [...topicWords(one)].some((word) => words.has(word));
}

/** The words of three letters or more that say something, each by its shortest form. */
function topicWords(text: string): Set<string> {
  const words = foldedWords(text).filter((word) => word.length > 2 && !COMMON.has(word));
  return new Set(
    words.map((word) => lemmas(word).reduce((short, one) => (one.length < short.length ? one : short))),
  );
}
