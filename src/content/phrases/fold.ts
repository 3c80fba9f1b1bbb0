/**
 * A text in the form in which phrases are compared, apart from its case: compatibility forms as their
 * plain characters (NFKD, Unicode Standard Annex 15), no accents, no characters that only steer
 * display, digits of every script as 0–9. Line ends stay.
 *
 * Takes time in proportion to the text, whatever it holds.
 */
export function foldCharacters(text: string): string {
  return (
    text
      .replace(IGNORED, '')
      // Normalizing sorts the marks of a character, in time that grows with their square.
      .replace(/(\p{M}{8})\p{M}+/gu, '$1')
      // NFKD would make letters of these: "Cure™" is no "CureTM".
      .replace(/[™℠©®]/gu, ' ')
      // A note's number is no part of the word: "results¹".
      .replace(/(?<=\p{L}{2})[¹²³⁰⁴-⁹]+/gu, ' ')
      .replace(/№\s?/gu, '#')
      .replace(/[٫٬٪×‘’ʼ´′]/gu, (sign) => PLAIN_SIGNS[sign] ?? sign)
      .replace(GROUPED_BY_BLANKS, (number) => number.replace(NO_BREAK_BLANK, ''))
      .normalize('NFKD')
      .replace(IGNORED, '')
      .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
  );
}

/** Lower case, and letters that have no decomposition as the ASCII letters that people write for them. */
export function foldCase(word: string): string {
  return word.toLowerCase().replace(/[ßøæœłđðþıς]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/**
 * Marks that are accents or vowel points (of Latin, Greek, Cyrillic, Hebrew, Arabic, and of symbols),
 * the Arabic letter stretcher, variation selectors, and format characters: soft hyphens, joiners,
 * zero-width blanks, directions. Marks of other scripts are vowels and stay.
 */
const IGNORED =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}\u0640\p{Cf}]/gu;

const NO_BREAK_BLANK = /[\u00a0\u2009\u202f]/gu;
const GROUPED_BY_BLANKS = /(?<!\p{Nd})\p{Nd}{1,3}(?:[\u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})/gu;

const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '٫': '.',
  '٬': ',',
  '٪': '%',
  '×': 'x',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '´': "'",
  '′': "'",
};

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/** Unicode gives the ten digits of a script in order and in a row (Core Specification, 4.6). */
function asciiDigit(digit: string): string {
  let value = 0;
  for (let point = (digit.codePointAt(0) ?? 0) - 1; isDigit(point) && value < 9; point--) value += 1;
  return String(value);
}

function isDigit(point: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(point));
}
