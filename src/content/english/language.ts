import { francAll } from 'franc-min';

/** Fewer letters say too little about a language. */
const MIN_LETTERS = 60;
/** English need not come first: where another language is as likely, a text of brand names is English. */
const MIN_SCORE = 0.9;

/**
 * Whether a text is English, as far as its letter triples tell (franc, trigrams of the Universal
 * Declaration of Human Rights): sentences of ours are English and stand beside English alone.
 * A short text in Latin letters counts as English, since nothing speaks against it.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return latin === letters;
  // Beyond some hundreds of words nothing changes but the time.
  const score = francAll(text.slice(0, 2000)).find(([language]) => language === 'eng')?.[1];
  return score !== undefined && score >= MIN_SCORE;
}
