/**
 * Numbers of a text that none of its sources gives, as they are written. A number is a run of digits
 * with its separators ("1,000", "2.5", "1.2.3"), or a fraction of one character ("½"), compared by
 * value and without its unit. Digits behind a letter ("B2B", "HTML5") are part of a name, and so are a
 * few names that begin with a digit ("2FA", "3D"); a version ("v1.2") is a number.
 */
export function unsupportedNumbers(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap(numbersIn).flatMap(({ values, pieces }) => [...values, ...pieces]));
  const isKnown = ({ values, pieces, isList }: FoundNumber) =>
    values.some((value) => known.has(value)) || (isList && pieces.every((piece) => known.has(piece)));
  const found = numbersIn(text).filter((number) => !isKnown(number));
  return [...new Set(found.map(({ written }) => written))];
}

/** A blank may part two numbers, so it joins groups of three digits only. */
const NUMBER =
  /(?<letter>[\p{L}\p{M}\p{Nl}\p{No}_]?)(?<written>\p{Nd}{1,3}(?: \p{Nd}{3})+(?!\p{Nd})(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,٫٬'’\u00a0\u2009\u202f]\p{Nd}+)*)|(?<fraction>[¼-¾⅐-⅞])/gu;
const NAME = /^(?:[234]D|[48]K|2FA|2fa|[3456]G)(?![\p{L}\p{N}])/u;
/** The letter of a version, not the last one of a word. */
const VERSION = /(?<![\p{L}\p{M}\p{N}_])v$/iu;

interface Reading {
  /** "1.000" is a thousand in one country and one in another: either counts. */
  readonly values: readonly string[];
  /** What a source gives beside the whole: the year of "1.5.2024", the "1.2" of version 1.2.3. */
  readonly pieces: readonly string[];
  /** Whether it may be several numbers: "1,2,3", "10 200". */
  readonly isList: boolean;
}

interface FoundNumber extends Reading {
  readonly written: string;
}

function numbersIn(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const { letter = '', written = '', fraction } = match.groups ?? {};
    if (fraction !== undefined) {
      return [{ written: fraction, values: [fraction], pieces: [], isList: false }];
    }
    const start = match.index + letter.length;
    const isVersion = written.includes('.') && VERSION.test(text.slice(Math.max(0, start - 3), start));
    if (letter !== '' && !isVersion) return [];
    if (NAME.test(text.slice(start, start + written.length + 3))) return [];
    return [{ written, ...readingOf(inAscii(written)) }];
  });
}

/** Groups of three digits, or of two before the last three as in India, all parted by the same mark. */
const GROUPED = /^\d{1,3}(?:([.,٬'\s])\d{3})(?:\1\d{3})*$|^\d{1,2}(?:,\d{2})+,\d{3}$/u;
const MAX_VERSION_PARTS = 6;
const DECIMAL = /^(.*)[.,٫](\d+)$/u;

function readingOf(number: string): Reading {
  const digits = number.split(/\D/u);
  const values = valuesOf(number);
  const isSpaced = number.includes(' ');
  if (values.length > 0 && !isSpaced) return { values, pieces: [], isList: false };
  return {
    values: values.length > 0 ? values : [digits.join('.')],
    pieces: [...digits.map(normal), ...(/^[\d.]+$/u.test(number) ? shorterVersions(digits) : [])],
    isList: /^[\d,]+$|^[\d ]+$/u.test(number),
  };
}

/** `1.2` and `1.2.3` of `1.2.3.4`; of what is too long for a version none. */
function shorterVersions(digits: readonly string[]): string[] {
  if (digits.length > MAX_VERSION_PARTS) return [];
  return digits.slice(2).map((_, index) => digits.slice(0, index + 2).join('.'));
}

/** What a number may be worth; nothing for a series such as "1.2.3". */
function valuesOf(number: string): string[] {
  const whole = number.replaceAll(/\D/gu, '');
  const [, before = '', after = ''] = DECIMAL.exec(number) ?? [];
  const mark = number.at(-1 - after.length) ?? '';
  const isDecimal = /^\d+$/u.test(before) || (GROUPED.test(before) && !before.includes(mark));
  return [
    ...(/^\d+$/u.test(number) || GROUPED.test(number) ? [normal(whole)] : []),
    ...(isDecimal ? [normal(`${before.replaceAll(/\D/gu, '')}.${after}`)] : []),
  ];
}

/** Without zeros that change nothing. */
function normal(number: string): string {
  const [whole = '', fraction = ''] = number.split('.');
  const significant = fraction.replace(/(?<!0)0+$/u, '');
  const integer = whole.replace(/^0+(?=\d)/u, '');
  return significant === '' ? integer : `${integer}.${significant}`;
}

function inAscii(written: string): string {
  return [...written].map((character) => digitOf(character) ?? character.replace('’', "'")).join('');
}

/** The value of a decimal digit of any script: digits stand in runs of ten. */
function digitOf(character: string): string | undefined {
  if (!/\p{Nd}/u.test(character)) return undefined;
  const code = character.codePointAt(0) ?? 0;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}
