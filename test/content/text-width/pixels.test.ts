import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { openSync } from 'fontkit';
import { z } from 'zod';
import { ADVANCE_WIDTHS } from '../../../src/content/text-width/liberation-sans.js';
import { pixelWidth } from '../../../src/content/text-width/pixels.js';
import { RESULT_TEXTS } from './result-texts.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Debian 12 has version 2 apart from version 1, Debian 13 in its place. Only version 2 has Hebrew. */
const LIBERATION_SANS = [
  '/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf',
  '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
].find((file) => existsSync(file) && holds(file, 'א'));
const COLOR_EMOJI = '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf';

/** In units of the font: 2048 a font size. */
const units = (text: string) => pixelWidth(text, 2048);

describe('the pixel width of a text', () => {
  it('adds up the advance widths of Arial', () => {
    const published = {
      ' ': 569,
      '.': 569,
      '1': 1139,
      '@': 2079,
      A: 1366,
      W: 1933,
      a: 1139,
      i: 455,
      m: 1706,
    };
    for (const [character, width] of Object.entries(published)) expect(units(character)).to.equal(width);
    expect(units('mi 1')).to.equal(1706 + 455 + 569 + 1139);
    expect(Array.from('é€—…·ЖΩ', units)).to.deep.equal([1139, 1139, 2048, 2048, 682, 1891, 1531]);
  });

  it('is proportional to the font size, and 0 for nothing', () => {
    expect(pixelWidth('Wait', 20)).to.be.closeTo((pixelWidth('Wait', 14) * 20) / 14, 1e-9);
    expect(pixelWidth('', 20)).to.equal(0);
  });

  it('moves pairs together as the font kerns them', () => {
    expect(units('AV')).to.equal(2 * 1366 - 152);
    expect(units('To')).to.equal(1251 + 1139 - 227);
    expect(units('Γ.')).to.equal(units('Γ') + units('.') - 225);
    expect(units('של')).to.equal(units('ש') + units('ל'));
    expect(units('אל')).to.equal(units('א') + units('ל') - 41);
  });

  it('kerns across what is not shown, in Hebrew across marks, and never across scripts', () => {
    expect(units('T\u200bo')).to.equal(units('To'));
    expect(units('T\u0316o')).to.equal(units('T') + units('o'));
    expect(units('ד\u05b6ב')).to.equal(units('דב'));
    expect(units('a A')).to.equal(units('a') + units(' A'));
    expect(units('Я A')).to.equal(units('Я') + units(' ') + units('A'));
    expect(units('a 11')).to.equal(units('a ') + 2 * 1139 - 152);
    expect(units('11 ש')).to.equal(2 * 1139 + units(' ') + units('ש'));
  });

  it('takes a letter with its accents as one, however it is written', () => {
    expect(units('i\u0301')).to.equal(units('í'));
    expect(units('\u1112\u1161\u11ab')).to.equal(units('한'));
    expect(units('x\u20d7\u0301')).to.equal(units('x'));
  });

  it('gives what is not shown no width', () => {
    for (const hidden of ['\u00ad', '\u200b', '\u200d', '\u200e', '\u202b', '\u2060', '\ufe00', '\ufeff']) {
      expect(units(`x${hidden}y`), hidden.codePointAt(0)?.toString(16)).to.equal(units('x') + units('y'));
    }
  });

  it('takes a tab or line break for a blank, and half a pair of surrogates for what stands in for it', () => {
    expect(pixelWidth('x\ty\nz', 20)).to.be.closeTo(pixelWidth('x y z', 20), 0.01);
    expect(units('\ud800')).to.equal(units('\ufffd'));
  });

  it('counts an emoji once, whatever it is made of', () => {
    const emoji = ['😀', '👍🏽', '👨‍👩‍👧‍👦', '👩‍❤‍👨', '🇩🇪', '🇩', '1️⃣', '#⃣', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '⚡️', '☝🏿'];
    for (const one of emoji) expect(units(one), one).to.equal(2550);
    expect(units(`To ${emoji.join('')}, we`)).to.equal(units('To ') + emoji.length * 2550 + units(', we'));
    expect(units('🇩🇪🇫🇷🇮')).to.equal(3 * 2550);
  });

  it('leaves characters that merely may be emoji as text', () => {
    expect(units('1©™')).to.equal(1139 + 1509 + 2048);
    expect(units('⚡\ufe0e')).to.equal(0.85 * 2048);
    expect(units('*1')).to.equal(units('*') + 1139);
  });

  it('estimates what the font lacks', () => {
    const em = (text: string) => pixelWidth(text, 1);
    expect(Array.from('漢字かナ한。「Ａ￥㈱', em)).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(Array.from('ｶﾞﾡ', em)).to.deep.equal([0.5, 0.5, 0.5]);
    expect(Array.from('عहกաகა✓②', em)).to.deep.equal([0.42, 0.47, 0.54, 0.65, 0.78, 0.65, 0.85, 0.85]);
    expect(Array.from('አ\ue000\u0007', em)).to.deep.equal([0.6, 0.75, 0.75]);
    // A vowel sign above, and one beside its letter.
    expect(em('की')).to.be.closeTo(2 * 0.47, 1e-9);
    expect(em('के')).to.be.closeTo(0.47, 1e-9);
  });

  it('takes linear time for rows of flags, joiners and marks', function () {
    this.timeout(10_000);
    for (const part of ['🇩🇪', '😀\u200d', 'x\u0301', '\u{e0067}', '11', '\ufe0f']) {
      expect(pixelWidth(part.repeat(50_000), 20)).to.be.at.least(0);
    }
  });
});

/** Of titles and descriptions. */
const FONT_SIZES = [20, 14] as const;
const EMOJI = ['😀', '👍🏽', '👨‍👩‍👧‍👦', '🇩🇪', '1️⃣', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '✅', '☝🏿', '👩‍🚀'];

describe('pixel widths in Chromium', () => {
  const texts = [...RESULT_TEXTS, ...everyCharacter(), ...mixtures()];
  let measured: number[][];

  before(function () {
    this.timeout(120_000);
    if (!existsSync(CHROMIUM) || LIBERATION_SANS === undefined) this.skip();
    const fonts = existsSync(COLOR_EMOJI) ? [LIBERATION_SANS, COLOR_EMOJI] : [LIBERATION_SANS];
    measured = inChromium([...texts, ...EMOJI], fonts);
  });

  FONT_SIZES.forEach((fontSize, index) => {
    it(`are within 1 % of ours at ${fontSize} px`, () => {
      const apart = texts.flatMap((text, at) => {
        const ours = pixelWidth(text, fontSize);
        const theirs = measured[index]?.[at] ?? NaN;
        // Chromium counts in 1/64 px, which is more than 1 % of a hair space.
        return Math.abs(ours - theirs) <= theirs / 100 + 1 / 64 ? [] : [{ text, ours, theirs }];
      });
      expect(apart).to.deep.equal([]);
      expect(texts.length).to.be.greaterThan(2500);
    });

    it(`are within half a pixel of ours for an emoji at ${fontSize} px, which it rounds`, function () {
      if (!existsSync(COLOR_EMOJI)) this.skip();
      EMOJI.forEach((emoji, at) => {
        expect(measured[index]?.[texts.length + at], emoji).to.be.closeTo(pixelWidth(emoji, fontSize), 0.5);
      });
    });
  });
});

function inChromium(texts: readonly string[], fonts: readonly string[]): number[][] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, '..', '..', 'support', 'text-widths.mjs')],
    { input: JSON.stringify({ texts, fonts, fontSizes: FONT_SIZES }), encoding: 'utf8', maxBuffer: 1 << 24 },
  );
  expect(status, stderr).to.equal(0);
  return z.array(z.array(z.number())).parse(JSON.parse(stdout));
}

/** Each character of the table by itself, but one: the font calls U+05C3 a mark, so that it gets no room. */
function everyCharacter(): string[] {
  const characters = ADVANCE_WIDTHS.trim()
    .split('\n')
    .flatMap((row) => {
      const [start = '', ...runs] = row.split(' ');
      const length = runs.reduce((sum, run) => sum + Number(run.split('*')[1] ?? 1), 0);
      return Array.from({ length }, (_, index) => String.fromCodePoint(parseInt(start, 16) + index));
    });
  return characters.filter((character) => character !== '\u05c3');
}

/** Texts of one script and of several, always the same. */
function mixtures(): string[] {
  const letters = everyCharacter().filter((character) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(character));
  const of = (pattern: RegExp) => letters.filter((character) => pattern.test(character));
  const ascii = of(/[!-~]/);
  const latin = of(/\p{Script=Latin}/u);
  const greek = of(/\p{Script=Greek}/u);
  const cyrillic = of(/\p{Script=Cyrillic}/u);
  const hebrew = of(/[א-ת]/);
  const kerned = Array.from('ATVWYLPFrvwy1.,:;-’ ΓΤΥΡΑΔΛό ГТУРАДЛчь');
  const pools = [ascii, latin, greek, cyrillic, hebrew, kerned].map((pool) => [
    ...pool,
    ...Array.from('   .,-–—’”'),
  ]);
  const mixed = [[...greek, ...ascii], [...cyrillic, ...ascii], [...hebrew, ...of(/\p{P}/u), ' '], letters];
  return [...pools, ...mixed].flatMap((pool) =>
    fc.sample(fc.string({ unit: fc.constantFrom(...pool), minLength: 1, maxLength: 80 }), {
      numRuns: 60,
      seed: 20,
    }),
  );
}

/** Whether a font has a character. */
function holds(file: string, character: string): boolean {
  const font = openSync(file);
  return !('fonts' in font) && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
