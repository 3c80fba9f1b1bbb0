import { splitWords } from './folded-words.js';
import { PhraseIndex } from './phrase-index.js';

export interface PhraseFinder {
  /** The given phrases that a text holds, each once, in their given order. */
  find(text: string): string[];
  /** How often a text holds each given phrase that it holds; its occurrences do not overlap. */
  count(text: string): Map<string, number>;
}

/**
 * Compiles phrases, and finds them in plain texts: whole phrases only, whatever their case, accents,
 * hyphens and common English inflections.
 *
 * - "pain-free", "pain free" and "painfree" are one where they stand for several words of the phrase
 *   or one hyphenated word of the text. Words of a text that blanks part make no single word ("not
 *   able"), nor do words of a phrase when one of them is short or carries grammar ("the rapist").
 * - Words match in all their forms (see inflections.ts), but no others may stand between them.
 * - A phrase does not reach over the end of a sentence or clause (full stop, comma, colon, spaced
 *   dash, bullet, the opening of a bracket around several words), unless it holds one itself at that
 *   place, and never over a line's end. Quotation marks and emphasis are passed over.
 * - Signs that mean something are words: "100 %" is "100 percent", "#1" is "number one" and "No. 1".
 *   "1,000" is "1000", and may be "1.000".
 * - In scripts without blanks between words a phrase is found as a part of the text.
 * - A phrase without letters and digits ("!!!") is found as it stands.
 *
 * Compiling takes time in proportion to the phrases, finding to the text.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const given = [...new Set(phrases)];
  const index = new PhraseIndex();
  const literal = given.filter((phrase) => !index.add(phrase));
  const count = (text: string) => {
    const found = index.count(splitWords(text));
    for (const phrase of literal) found.set(phrase, countLiteral(text, phrase));
    return new Map(
      given.flatMap((phrase) => {
        const times = found.get(phrase) ?? 0;
        return times > 0 ? [[phrase, times] as const] : [];
      }),
    );
  };
  return { count, find: (text) => [...count(text).keys()] };
}

/** Whether a text holds a phrase, by the rules of {@link phraseFinder}. */
export function holdsPhrase(text: string, phrase: string): boolean {
  return phraseFinder([phrase]).find(text).length > 0;
}

function countLiteral(text: string, phrase: string): number {
  const wanted = withoutVariation(phrase).trim();
  return wanted === '' ? 0 : withoutVariation(text).split(wanted).length - 1;
}

/** Without the characters that choose between text and emoji style: "❤" is found in "❤️". */
function withoutVariation(text: string): string {
  return text.replace(/[\ufe0e\ufe0f]/g, '');
}
