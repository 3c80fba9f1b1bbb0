const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** User-perceived characters: what limits count. */
export function characters(text: string): number {
  // Printable ASCII needs no segmenter, which is slow.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

export function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** A profile's text as a sentence: white space collapsed, capital first, one mark at the end. */
export function asSentence(text: string): string {
  const trimmed = capitalized(text);
  return /[\p{Sentence_Terminal}…]["'”’)»]*$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A profile's text as a heading: no mark at the end. */
export function asHeading(text: string): string {
  return capitalized(text).replace(/[.。]$/u, '');
}

function capitalized(text: string): string {
  const collapsed = text.replaceAll(/\s+/gu, ' ').trim();
  const [first = ''] = collapsed;
  // "iPhone" and "eBay" keep their first letter.
  return /^\p{Ll}\p{Lu}/u.test(collapsed) ? collapsed : first.toUpperCase() + collapsed.slice(first.length);
}

/** Lower case without accents, every run of other characters one blank: the form in which phrases are compared. */
export function folded(text: string): string {
  return ` ${text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Whether a text holds a phrase as whole words, whatever its case, accents and hyphens. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const wanted = folded(phrase);
  return wanted.trim() !== '' && folded(text).includes(wanted);
}

/** Shared share of distinct words: 1 is the same words, 0 none in common. */
export function jaccard(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(folded(text).trim().split(' ')));
  if (left === undefined || right === undefined) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}
