import { GROUP_SPACE, type PersonalDataDetector, type Span, whole } from './detector.js';
import { PHONE_LABEL } from './phone-label.js';

/** Between digits of a number: spaces, brackets, slash, full stop, hyphens; as many as " (0) " needs. */
const SEPARATORS = String.raw`(?:${GROUP_SPACE}|[()./‑–-]){0,3}`;
const HYPHEN = '[.‑–-]';
const EXTENSION = String.raw`(?:[ \t,;]{0,3}(?:x|ext\.?|extension|durchwahl|dw\.?|poste|#)[ .:]{0,2}\d{1,6})?`;
/** A form of a nation, which only what is around it tells from other numbers; a date is none. */
const NATIONAL = String.raw`(?!\d{4}-\d{2}-\d{2}(?!\d))[(]?\d(?:${SEPARATORS}\d){5,14}(?!\d)`;

/** Before a number on goods, which may be grouped as telephone numbers are. */
const NUMBER_OF_GOODS = /(?:\bsku|\bpart|\bitem|\bmodel)[ :#]{1,2}$/i;

export const PHONES: readonly PersonalDataDetector[] = [
  {
    // International form (E.164): a plus sign, then 8 to 15 digits in groups of any length.
    kind: 'phone',
    pattern: new RegExp(
      String.raw`(?<![\w+])(?:\+|%2B)[1-9](?:${SEPARATORS}\d){7,14}(?!\d)${EXTENSION}`,
      'gi',
    ),
    locate: whole((candidate) => !isSignedNumber(candidate)),
  },
  {
    // The same as dialled: 00, the country's code, and a separator.
    kind: 'phone',
    pattern: new RegExp(
      String.raw`(?<![\w.,+-])00${GROUP_SPACE}?[1-9]\d{0,2}(?:${GROUP_SPACE}|[(/-])(?:${SEPARATORS}\d){6,13}(?!\d)`,
      'gi',
    ),
    locate: whole(() => true),
  },
  {
    // North American form with separators, area codes from 200 (NANPA); bare digits are order numbers.
    kind: 'phone',
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9.+]|\d-)(?:1(?:${GROUP_SPACE}|[.-]))?` +
        String.raw`(?:\([2-9]\d{2}\)${GROUP_SPACE}?\d{3}(?:${GROUP_SPACE}|${HYPHEN})|[2-9]\d{2}(?:${GROUP_SPACE}?\d{3}${HYPHEN}|${HYPHEN}\d{3}(?:${HYPHEN}|${GROUP_SPACE})))` +
        String.raw`\d{4}(?!\d|[-.,]\d)${EXTENSION}(?![A-Za-z0-9])`,
      'gi',
    ),
    locate: whole((_, before) => !NUMBER_OF_GOODS.test(before)),
  },
  {
    // The same in groups between spaces; more groups beside them, or a unit, make it a list of numbers.
    kind: 'phone',
    pattern: new RegExp(
      String.raw`(?<![A-Za-z0-9.+]|\d[ ,;-]|\d, )(?:\+?1${GROUP_SPACE})?[2-9]\d{2}${GROUP_SPACE}\d{3}${GROUP_SPACE}\d{4}` +
        String.raw`(?!\d|[-.,]\d|,? \d| ?(?:px|em|rem|mm|cm|kg|%|×))${EXTENSION}(?![A-Za-z0-9])`,
      'gi',
    ),
    locate: whole((_, before) => !NUMBER_OF_GOODS.test(before)),
  },
  {
    // Structured data of a page (schema.org): the text of its element, or its content.
    kind: 'phone',
    pattern: new RegExp(
      String.raw`itemprop=["']?(?:telephone|faxNumber)\b[^<>\n]{0,200}?(?:>|content=["'])[ \t]{0,3}${NATIONAL}`,
      'gi',
    ),
    locate: atItsEnd,
  },
  {
    // Addresses by which one opens a chat, whose path is the number alone.
    kind: 'phone',
    pattern: /(?<![A-Za-z0-9])wa\.me\/(?:\+|%2B)?\d{7,15}(?!\d)/gi,
    locate: (candidate) => ({ start: 'wa.me/'.length, end: candidate.length }),
  },
  {
    // National forms, where the text says what they are.
    kind: 'phone',
    pattern: new RegExp(
      String.raw`${PHONE_LABEL}(?:["']?\.?[ \t\u00a0]{0,3}[.:：=#]{1,2}[ \t\u00a0]{0,3}["']?|[ \t\u00a0]{1,3}(?=[(]?0\d))` +
        String.raw`${NATIONAL}(?: ?(?:px|em|rem|mm|cm|dpi|ppi)\b)?${EXTENSION}`,
      'giu',
    ),
    locate: locateLabelled,
  },
  {
    // A second number beside one that is gone.
    kind: 'phone',
    pattern: new RegExp(
      String.raw`(?<=\[redacted:phone\](?:[ \t]{0,2}[,/;]|[ \t]{1,2}(?:or|oder|ou|und|and|et|y|o|e))[ \t]{0,2})(?=[(]?0\d)${NATIONAL}`,
      'giu',
    ),
    locate: whole(() => true),
  },
];

/**
 * `+48.858222` is a latitude and `+40.6892-074.0445` a place (ISO 6709), `+100 000 000` a sum: no country's code
 * is followed by a zero but in brackets.
 */
function isSignedNumber(candidate: string): boolean {
  return /^(?:\+|%2B)(?:\d{1,3}\.\d{1,7}|\d{2}\.\d{2,8}[+-]\d{3}\.\d{2,8}|1\D{0,3}[01].*|\d{1,3}(?:[ \u00a0\u202f]000)+)$/i.test(
    candidate,
  );
}

const IS_MEASURE = /[a-z]$/i;
const IS_YEARS = /^(?:19|20)\d\d ?[‑–-] ?(?:19|20)\d\d$/;
const IS_STEPS = /^[1-9]00(?:[‑–-][1-9]00)+$/;

/** The number behind its label, up to another one; sizes of screens, years and round steps are none. */
function locateLabelled(candidate: string): Span | undefined {
  const start = candidate.search(/[(]?\d/);
  const number = candidate.slice(start);
  if (IS_MEASURE.test(number) || IS_YEARS.test(number) || IS_STEPS.test(number)) return undefined;
  const next = /(?<=\d[^/]{4,40}\d) \/ (?=[(]?0\d)/.exec(number);
  return { start, end: next === null ? candidate.length : start + next.index };
}

function atItsEnd(candidate: string): Span {
  const end = candidate.length;
  return { start: candidate.search(new RegExp(`${NATIONAL}$`, 'i')), end };
}
