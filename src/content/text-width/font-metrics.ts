import { ADVANCE_WIDTHS, KERNING } from './liberation-sans.js';
import { widthInOtherFonts } from './other-fonts.js';

/** Units of the font, in which it gives all widths, per font size. */
export const EM = 2048;

/** A character as the font shows it. */
export interface Glyph {
  /** Advance width in font units; 0 for marks. */
  readonly width: number;
  /** Unicode's name of its script; none for what several share, such as digits and blanks. */
  readonly script: string | undefined;
  /** What the next character adds to the width, in font units. */
  readonly kerning: Map<string, number> | undefined;
}

const SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Common', 'Inherited'].map(
  (name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const,
);

let loaded: ReadonlyMap<string, Glyph> | undefined;

/** @param character one code point */
export function glyphOf(character: string): Glyph {
  loaded ??= readGlyphs();
  return (
    loaded.get(character) ?? {
      width: widthInOtherFonts(character) * EM,
      script: scriptOf(character),
      kerning: undefined,
    }
  );
}

function readGlyphs(): ReadonlyMap<string, Glyph> {
  const kerning = readKerning();
  const glyphs = new Map<string, Glyph>();
  for (const row of rowsOf(ADVANCE_WIDTHS)) {
    const [start = '', ...runs] = row.split(' ');
    let code = parseInt(start, 16);
    for (const run of runs) {
      const [width = 0, times = 1] = run.split('*').map(Number);
      for (const end = code + times; code < end; code++) {
        const character = String.fromCodePoint(code);
        glyphs.set(character, { width, script: scriptOf(character), kerning: kerning.get(character) });
      }
    }
  }
  return glyphs;
}

function readKerning(): Map<string, Map<string, number>> {
  const kerning = new Map<string, Map<string, number>>();
  for (const row of rowsOf(KERNING)) {
    const [lefts = '', groups = ''] = row.split(': ');
    const rights = new Map<string, number>();
    for (const group of groups.split(', ')) {
      const [value, ...codes] = group.split(' ');
      for (const code of codes) rights.set(characterOf(code), Number(value));
    }
    for (const left of lefts.split(' ')) kerning.set(characterOf(left), rights);
  }
  return kerning;
}

function rowsOf(table: string): string[] {
  return table.trim().split('\n');
}

function characterOf(hexadecimal: string): string {
  return String.fromCodePoint(parseInt(hexadecimal, 16));
}

function scriptOf(character: string): string | undefined {
  const name = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';
  return name === 'Common' || name === 'Inherited' ? undefined : name;
}
