import { trimEnd } from './trim-end.js';
const MIN_LENGTH = 12;
/** Readable values are made of longer pieces: `SUMMER20` of 4 on average, a hash or key of about 2. */
const MAX_PIECE = 3;
const MIN_PIECES = 4;
/** Letters alone: text that was encoded (base64) has longer runs of capitals, but fewer vowels than words. */
const MIN_LETTERS = 16;
const MAX_LETTERS_PIECE = 5;
const MAX_VOWELS = 0.25;
/** So long a value without a separator is nothing that people read. */
const UNREADABLE_LENGTH = 32;
/** Of long values the beginning tells enough. */
const MAX_READ = 200;

/**
 * Whether a value looks made by a machine: at least 12 characters that change between small letters, capital
 * letters and digits about as often as chance does; at least 16 letters that change often and have few vowels;
 * or 32 and more characters without a blank, hyphen, full stop or slash. Voucher codes (`SUMMER20`), slugs
 * (`summer-sale-2024`), names of programs (`getValueFromStore`) and plain numbers do not.
 */
export function looksRandom(value: string): boolean {
  const text = trimEnd(value.slice(0, MAX_READ).replaceAll(/%[\dA-F]{2}/gi, '+'), '=.');
  if (text.length < MIN_LENGTH || !/[A-Za-z]/.test(text)) return false;
  const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const characters = pieces.join('').length;
  const isLetters = /^[A-Za-z]+$/.test(text);
  const vowels = (text.match(/[aeiou]/gi)?.length ?? 0) / text.length;
  const areWords = isLetters && pieces.length > 1 && vowels > MAX_VOWELS;
  if (text.length >= UNREADABLE_LENGTH && /^\w+$/.test(text) && !/_[a-z]*_/i.test(text) && !areWords) {
    return true;
  }
  if (!/\d|[a-z][A-Z]/.test(text) || pieces.length < MIN_PIECES) return false;
  const mean = characters / pieces.length;
  return (
    mean <= MAX_PIECE || (isLetters && text.length >= MIN_LETTERS && mean <= MAX_LETTERS_PIECE && !areWords)
  );
}
