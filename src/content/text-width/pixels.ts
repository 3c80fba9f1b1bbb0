import { EM, glyphOf, type Glyph } from './font-metrics.js';

/**
 * Width in Noto Color Emoji, in which all of them are alike, flags and families too. Browsers on Linux round
 * it to whole pixels: 25 at 20 px, 17 at 14 px.
 */
const EMOJI = 2550;

/** What may follow a character within its emoji: a skin tone, a selector with or without a keycap, the tags of a region. */
const MODIFIERS = String.raw`(?:\p{Emoji_Modifier}|\ufe0f\u20e3?|[\u{e0020}-\u{e007e}]+\u{e007f})?`;

/**
 * One emoji: a flag or half of one, a keycap, or characters that are shown as emoji of themselves or by what
 * follows them, joined or not (UTS 51, section 1.4.9). Intl.Segmenter takes quadratic time for a row of flags.
 */
const EMOJI_SEQUENCE = new RegExp(
  [
    String.raw`\p{Regional_Indicator}{1,2}`,
    String.raw`[#*\d]\ufe0f?\u20e3`,
    String.raw`(?:\p{Emoji_Presentation}(?!\ufe0e)|(?![#*\d])\p{Emoji}(?=\ufe0f|\p{Emoji_Modifier}))${MODIFIERS}(?:\u200d\p{Extended_Pictographic}${MODIFIERS})*`,
  ].join('|'),
  'u',
);

/**
 * Width of a line of text in Arial, in which search results are set: the advance widths and the kerning of
 * Liberation Sans, which has the same metrics, as a browser adds them up when it does not hint glyphs to
 * whole pixels. What that font lacks is estimated from others.
 *
 * @param text one line, as shown: blanks count one by one, and a tab or line break is one
 * @param fontSizePx CSS pixels: 20 for titles, 14 for descriptions
 * @returns CSS pixels, not rounded
 */
export function pixelWidth(text: string, fontSizePx: number): number {
  return (widthOf(text.toWellFormed()) / EM) * fontSizePx;
}

function widthOf(text: string): number {
  const others = text.split(EMOJI_SEQUENCE);
  return others.reduce((sum, letters) => sum + widthOfLetters(letters), (others.length - 1) * EMOJI);
}

function widthOfLetters(text: string): number {
  const characters = shown(text);
  let width = 0;
  let left: Glyph | undefined;
  let script = firstScript(characters);
  for (const character of characters) {
    const glyph = glyphOf(character);
    if (glyph.width === 0) {
      // Only the kerning of Hebrew looks past a mark.
      if (script !== 'Hebrew') left = undefined;
      continue;
    }
    width += glyph.width;
    if (isShapedTogether(script, glyph.script)) width += left?.kerning?.get(character) ?? 0;
    script = glyph.script ?? script;
    left = glyph;
  }
  return width;
}

/** Without what is not shown; a letter and its accents, or a syllable of Hangul, as the one character that fonts hold. */
function shown(text: string): string {
  const visible = text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  return /[\p{M}\u1100-\u11ff]/u.test(visible) ? visible.normalize('NFC') : visible;
}

/** Digits, blanks and punctuation are shaped with the letters before them, and at the start with those after. */
function firstScript(text: string): string | undefined {
  const letter = /[^\p{Script=Common}\p{Script=Inherited}]/u.exec(text);
  return letter === null ? undefined : glyphOf(letter[0]).script;
}

/**
 * Text is shaped script by script, so that nothing is kerned where one ends. In Hebrew the font kerns letters
 * only, elsewhere digits and punctuation, too.
 */
function isShapedTogether(before: string | undefined, next: string | undefined): boolean {
  return next === undefined ? before !== 'Hebrew' : before === next;
}
