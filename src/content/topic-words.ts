import { foldedWords } from './phrases/folded-words.js';
import { lemmas } from './phrases/inflections.js';

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

/** Whether two texts speak of the same things, by a word in common. */
export function shareTopic(one: string, other: string): boolean {
  const words = topicWords(other);
  return [...topicWords(one)].some((word) => words.has(word));
}

/** The words of three letters or more that say something, each by its shortest form. */
export function topicWords(text: string): Set<string> {
  const words = foldedWords(text).filter((word) => word.length > 2 && !COMMON.has(word));
  return new Set(
    words.map((word) => lemmas(word).reduce((short, one) => (one.length < short.length ? one : short))),
  );
}
