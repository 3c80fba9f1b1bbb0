/**
 * Widths in em of characters that Liberation Sans lacks; the first pattern that fits counts. Each system has
 * other fonts for them, so that these are estimates.
 *
 * East Asian characters fill their square in practically every font. Figures of the other scripts are averages
 * over names of countries and languages in CLDR, as Chromium sets them in Noto Sans, per character that is no
 * nonspacing mark. Scripts not measured get what was measured for most of those: 0.6.
 */
const WIDTHS: readonly (readonly [characters: RegExp, em: number])[] = [
  [/[\p{Mn}\p{Me}]/u, 0],
  // Halfwidth katakana, hangul and symbols.
  [/[\uff61-\uffdc\uffe8-\uffee]/u, 0.5],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}]/u,
    1,
  ],
  // What these scripts share: punctuation, the ideographic space, units, vertical and fullwidth forms.
  [/[\u3000-\u33ff\ufe30-\ufe6f\uff01-\uffe6]/u, 1],
  // Arial's blank, also for a tab or an end of line.
  [/[\p{Z}\t\n\r]/u, 0.278],
  // Arial's box for what no font has.
  [/[\p{Cc}\p{Cn}\p{Co}]/u, 0.75],
  [/\p{Script=Arabic}/u, 0.42],
  [/[\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}]/u, 0.47],
  [/[\p{Script=Gurmukhi}\p{Script=Khmer}\p{Script=Lao}\p{Script=Oriya}\p{Script=Thai}]/u, 0.54],
  [/[\p{Script=Armenian}\p{Script=Georgian}]/u, 0.65],
  [/[\p{Script=Kannada}\p{Script=Myanmar}\p{Script=Telugu}]/u, 0.7],
  [/[\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}]/u, 0.78],
  // Check marks, stars, arrows and circled numbers in DejaVu Sans.
  [/[\p{S}\p{No}]/u, 0.85],
];

/**
 * @param character one code point
 * @returns em
 */
export function widthInOtherFonts(character: string): number {
  return WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? 0.6;
}
