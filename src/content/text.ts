const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Counts like a flag does: as one, with the marks that follow it. */
const FLAG = '\u{1f3f3}';

/** Characters of ASCII that another one follows: whatever stands before them, each is a character. A run of two matches. */
// eslint-disable-next-line regexp/no-super-linear-move
const PLAIN = /[\x20-\x7e\n]+(?=[\x20-\x7e\n])/gu;
/** Where one character surely ends: before ASCII and dashes, dots and quotation marks, and between those of scripts without blanks. */
const SURE_ENDS = /(?=[\x20-\x7e\n\u2010-\u2027\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

/** User-perceived characters: what limits count. Source: UAX 29, extended grapheme clusters. */
export function characters(text: string): number {
  let count = 0;
  // The segmenter is slow, and takes quadratic time for long texts and for rows of flags, which are pairs.
  const rest = text
    .replaceAll(PLAIN, (run) => {
      count += run.length;
      return '';
    })
    .replaceAll(/\p{Regional_Indicator}{2}/gu, FLAG);
  for (const piece of rest.split(SURE_ENDS)) {
    if (piece.length < 2) count += piece.length;
    else for (const _ of graphemes.segment(piece)) count += 1;
  }
  return count;
}

/** Runs of non-blank characters that hold a letter or digit. */
export function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const SENTENCE_END = /[\p{Sentence_Terminal}]["'”’»)\]]*$/u;

/**
 * A text as a sentence: capital first, one mark at the end. Dots that trail off become a full stop, a
 * repeated mark one of them, a comma or dash at the end goes.
 */
export function asSentence(text: string): string {
  return ended(capitalized(text));
}

/** The same with the first letter as it is written: a command to type, or a brand that is written small. */
export function ended(text: string): string {
  const trimmed = withoutLooseEnd(text);
  return SENTENCE_END.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A text as a heading: capital first unless it begins with a name that has none, no full stop at the end. */
export function asHeading(
  text: string,
  { isCapitalized = true }: { readonly isCapitalized?: boolean } = {},
): string {
  const trimmed = withoutLooseEnd(text);
  return (isCapitalized ? capitalized(trimmed) : trimmed).replace(/[.。]$/u, '');
}

/** Whether a text is a question. */
export function isQuestion(text: string): boolean {
  return /[?？؟]/u.test(text);
}

/** A name without dots that trail off and without marks that expect more. */
export function asName(text: string): string {
  let end = text.length;
  for (let size = looseBefore(text, end); size > 0; size = looseBefore(text, end)) end -= size;
  return text.slice(0, end);
}

/** How many units before a place no name ends with. From the end, since a pattern would be tried at every place. */
function looseBefore(text: string, end: number): number {
  let dots = 0;
  while (text[end - 1 - dots] === '.') dots += 1;
  if (dots > 0) return dots === 1 ? 0 : dots;
  const mark = [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? '';
  return mark === '…' || LOOSE_MARK.test(mark) ? mark.length : 0;
}

/** A text without marks before its first word that go on from something ("; and more", "- an item"). */
export function withoutLooseStart(text: string): string {
  return text.replace(/^(?:[\s…•·‣◦]|(?!\.[\p{L}\p{N}])\p{Terminal_Punctuation}|[*\-–—]+(?=\s|$))+/u, '');
}

/** A mark that expects more behind it. */
const LOOSE_MARK = /[\s\-–—]|(?!\p{Sentence_Terminal})\p{Terminal_Punctuation}/u;
/** Each pattern begins where a run of its marks begins: tried inside of one, it would take quadratic time. */
const LOOSE_END = new RegExp(`(?<!${LOOSE_MARK.source})(?:${LOOSE_MARK.source})+$`, 'u');
const TRAILING_DOTS = /(?<![.…])[.…]*(?:…|\.\.)$/u;
const REPEATED_MARK = /(?<![!?])([!?])[!?]+$/u;

function withoutLooseEnd(text: string): string {
  return text.trim().replace(TRAILING_DOTS, '.').replace(REPEATED_MARK, '$1').replace(LOOSE_END, '');
}

function capitalized(text: string): string {
  const [first = ''] = text;
  // "iPhone" and "eBay" keep their first letter.
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : first.toUpperCase() + text.slice(first.length);
}

/** `a`, `a and b`, `a, b, and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 3) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${last}`;
}

/** Shared share of distinct words: 1 is the same words, 0 none in common. Source: Jaccard index. */
export function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  const all = left.size + right.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** The distinct words of a text: runs of letters, marks and digits, whatever their case. */
export function distinctWords(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );
}
