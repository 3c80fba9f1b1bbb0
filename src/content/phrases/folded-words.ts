import { foldCase, foldCharacters } from './fold.js';

/** How a word follows the one before it. */
export type Join =
  /** Part of the same word: "covid" and "19", and the 1 of "number 1", which is no 1. */
  | 'same'
  /** "pain-free", also with other dashes and with emphasis inside a word. */
  | 'hyphen'
  | 'blank'
  /** A sentence, clause or bracket ends or begins between them. */
  | 'clause'
  | 'paragraph';

export interface FoldedWord {
  readonly form: string;
  readonly kind: 'letters' | 'number' | 'sign' | 'character';
  readonly join: Join;
}

/** The words of a text as they are compared: without case, accents and possessive endings, signs as words. */
export function foldedWords(text: string): string[] {
  return splitWords(text).map(({ form }) => form);
}

/**
 * The words of a plain text, in order: runs of letters, numbers, the signs that mean something
 * ("%", "$", "+"), and each character of the scripts that leave no blanks between words.
 *
 * Takes time in proportion to the text.
 */
export function splitWords(text: string): FoldedWord[] {
  const { pieces, rest } = split(foldCharacters(text));
  const asides = longAsides(pieces, rest);
  const words: Word[] = [];
  pieces.forEach((piece, index) => {
    const join = joinOf(piece, words.at(-1));
    const isCut = asides[index] === true && join !== 'paragraph';
    const meant = isNumberSign(piece, pieces[index + 1])
      ? { ...piece, kind: 'sign' as const, text: '#' }
      : piece;
    for (const word of wordsOf(meant, isCut ? 'clause' : join)) append(words, word, piece.gap);
  });
  return words;
}

interface Word extends FoldedWord {
  /** "e.g.", "U.S.": its full stop ends no sentence by itself. */
  readonly isInitialism?: boolean;
}

/** Scripts that leave no blanks between words: Unicode Standard Annex 14 calls most of them SA, and ID. */
const BLANKLESS =
  '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]';
const LETTERS = `(?:(?!${BLANKLESS})[\\p{L}\\p{Nl}\\p{No}\\p{M}])+`;
const PIECE = new RegExp(
  [
    `(\\d+(?:[.,:/⁄]\\d+|'\\d{3}(?!\\d))*)`,
    `((?=[\\p{L}\\p{Nl}\\p{No}])${BLANKLESS}\\p{M}*)`,
    `(#(?=\\d)|[%‰&+=<>±≥≤≈°]|\\p{Sc})`,
    // "C++" and "C#", then any other word.
    `\\p{L}(?:\\+\\+|#(?!\\d))`,
    `${LETTERS}(?:['\`]${LETTERS})*`,
  ].join('|'),
  'gu',
);

interface Piece {
  readonly kind: FoldedWord['kind'];
  readonly text: string;
  /** What stands between the piece before it and this one. */
  readonly gap: string;
}

function split(folded: string): { pieces: Piece[]; rest: string } {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of folded.matchAll(PIECE)) {
    const [text, number, character, sign] = match;
    const kind =
      number !== undefined
        ? 'number'
        : character !== undefined
          ? 'character'
          : sign !== undefined
            ? 'sign'
            : 'letters';
    pieces.push({ kind, text, gap: folded.slice(end, match.index) });
    end = match.index + text.length;
  }
  return { pieces, rest: folded.slice(end) };
}

const SIGN_WORDS: Readonly<Record<string, string>> = { '%': 'percent', '&': 'and', '#': 'number' };

function wordsOf({ kind, text }: Piece, join: Join): Word[] {
  if (kind === 'number') return [{ form: text.replaceAll('⁄', '/'), kind, join }];
  if (kind === 'sign') return [{ form: SIGN_WORDS[text] ?? text, kind, join: free(join) }];
  if (kind === 'character') return [{ form: foldCase(text), kind, join: free(join) }];
  return withoutApostrophes(foldCase(text)).map((form, index) => ({
    form,
    kind,
    join: index === 0 ? join : 'blank',
  }));
}

/** Whether a word is short for "number": "No. 5", "Nr. 5", and "No 1" with a capital. */
function isNumberSign({ text }: Piece, next: Piece | undefined): boolean {
  if (next?.kind !== 'number') return false;
  return (
    (/^n[or]$/i.test(text) && /^\. ?$/.test(next.gap)) ||
    (text === 'No' && next.text === '1' && /^ ?$/.test(next.gap))
  );
}

/** Signs and the characters of blankless scripts stand for themselves, whatever they touch. */
function free(join: Join): Join {
  return join === 'same' ? 'blank' : join;
}

const PRONOUNS = new Set('it he she that what who where there here how let when why'.split(' '));
/** French and Italian words that lose their vowel, and stand apart: "l'efficacité". */
const ELIDED = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quoiqu un all dall dell nell sull quest'.split(' '),
);

/** A word without its possessive ending, which is an inflection; "we'll" stays, being no "well". */
function withoutApostrophes(word: string): string[] {
  const [first = '', ...parts] = word.split(/['`]/);
  const last = parts.at(-1);
  if (last === undefined) return [word];
  const [second = ''] = parts;
  if (parts.length === 1 && /^(?:ll|re|ve|d|m)$/.test(last)) return [`${first}'${last}`];
  if (last === 's') return PRONOUNS.has(first) ? [`${first}'s`] : [[first, ...parts.slice(0, -1)].join('')];
  if (ELIDED.has(first) && second.length > 1) return [first, parts.join('')];
  return [[first, ...parts].join('')];
}

const MAX_INITIALISM = 8;

/** Adds a word; those that say one thing in several words become one. */
function append(words: Word[], word: Word, gap: string): void {
  const before = words.at(-1);
  const isNear = word.join !== 'clause' && word.join !== 'paragraph';
  if (before === undefined) words.push(word);
  else if (before.form === 'per' && word.form === 'cent' && isNear) {
    words[words.length - 1] = { ...before, form: 'percent' };
  } else if (before.form === 'number' && isNear && /^(?:1|one)$/.test(word.form)) {
    words.push({ form: '1', kind: 'number', join: 'same' });
  } else if (gap === '.' && isLetter(word) && continuesInitialism(before)) {
    words[words.length - 1] = { ...before, form: before.form + word.form, isInitialism: true };
  } else words.push(word);
}

function continuesInitialism(word: Word): boolean {
  return word.isInitialism === true ? word.form.length < MAX_INITIALISM : isLetter(word);
}

function isLetter({ kind, form }: Word): boolean {
  return kind === 'letters' && form.length === 1;
}

const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/;
/** Dashes, emphasis marks, and a full stop without blanks: "pain‑free", "guaran**teed**", "Node.js". */
const HYPHEN = /^(?:[\p{Pd}−*_~·‧]+|\.)$/u;
const CLAUSE_END = /[\p{Terminal_Punctuation}¿¡|¦•‣◦●■▪▶►→⇒]|\s[\p{Pd}−·]+\s/u;
/** Abbreviations that a sentence goes on after, and those that may end one. */
const NEVER_LAST = new Set('approx ca cf dr eg fig ie mr mrs ms mt nr prof st vs zb'.split(' '));
const MAYBE_LAST = new Set('al bzw co corp dept est etc ext inc jr ltd max md min phd sr tel vol'.split(' '));

function joinOf({ gap, text }: Piece, before: Word | undefined): Join {
  if (gap === '') return touching(text, before);
  if (LINE_END.test(gap)) return 'paragraph';
  // "No. 1".
  if (before?.form === 'number' && before.kind === 'sign') return 'blank';
  if (HYPHEN.test(gap)) return 'hyphen';
  return CLAUSE_END.test(withoutMereDots(gap, before, text)) ? 'clause' : 'blank';
}

/** "B12" is one word; a number after a long word is its year or note, as in "results1". */
function touching(text: string, before: Word | undefined): Join {
  if (before?.kind !== 'letters' && before?.kind !== 'number') return 'blank';
  return [before.form, text].some((part) => /^\p{L}{4}/u.test(part)) ? 'hyphen' : 'same';
}

/** Dots that end no sentence: those of an abbreviation, and those that only make a pause. */
function withoutMereDots(gap: string, before: Word | undefined, next: string): string {
  const goesOn = /^[\p{Ll}\d]/u.test(next);
  if (goesOn && gap.includes('..')) return gap.replace(/\.{2,}/, '');
  const form = before?.form ?? '';
  const isMere = NEVER_LAST.has(form) || (goesOn && (MAYBE_LAST.has(form) || before?.isInitialism === true));
  return isMere ? gap.replace(/^\./, '') : gap;
}

/**
 * By gap, whether a bracket opens there around more than one word: "guaranteed (results vary)" speaks
 * of something else, "(guaranteed) results" does not. What follows a bracket goes on with the sentence.
 */
function longAsides(pieces: readonly Piece[], rest: string): boolean[] {
  const asides = pieces.map(() => false);
  let after = rest;
  let closesBeforeBlank = false;
  for (let index = pieces.length - 1; index >= 0; index--) {
    closesBeforeBlank = after.includes(')') || (!/[\s(]/.test(after) && closesBeforeBlank);
    after = pieces[index]?.gap ?? '';
    asides[index] = after.includes('(') && !closesBeforeBlank;
  }
  return asides;
}
