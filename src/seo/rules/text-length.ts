/** Nothing to see: white space, and characters without a shape such as zero-width spaces. */
export function isBlank(text: string): boolean {
  // Of most texts the first character says it: a visible one of ASCII.
  const first = text.charCodeAt(0);
  if (first > 32 && first < 127) return false;
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}

/** Characters as a reader counts them, near enough: code points, not UTF-16 units. */
export function characterCount(text: string): number {
  return [...text].length;
}

/**
 * Length for judging whether a text is too short: Chinese, Japanese and Korean say in one character what takes
 * about three letters elsewhere (a title of four Han characters is an ordinary one).
 */
export function spokenLength(text: string): number {
  const dense = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return characterCount(text) + 2 * dense;
}
