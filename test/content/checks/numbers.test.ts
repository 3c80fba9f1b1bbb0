import { expect } from 'chai';
import fc from 'fast-check';
import { unsupportedNumbers } from '../../../src/content/checks/numbers.js';

const found = (text: string, ...sources: string[]) => unsupportedNumbers(text, sources);

describe('unsupportedNumbers', () => {
  const numbers: [text: string, written: string[]][] = [
    ['for 40 teams', ['40']],
    ['$40, €9.99 or 5 £', ['40', '9.99', '5']],
    ['99% of 3x', ['99', '3']],
    ['10-20 or 30–40 people', ['10', '20', '30', '40']],
    ['on 2024-05-01 at 10:30', ['2024', '05', '01', '10', '30']],
    ['since 1.5.2024', ['1.5.2024']],
    ['Version 1.2.3, v4.5 and V6.7.8', ['1.2.3', '4.5', '6.7.8']],
    ['see https://tally.example/2024/page?n=7', ['2024', '7']],
    ['open 24/7', ['24', '7']],
    ['1.000 and 1,000', ['1.000', '1,000']],
    ['1 000 or 1\u00a0000 or 1\u202f000 or 1’000', ['1 000', '1\u00a0000', '1\u202f000', '1’000']],
    ['−5 and +6 and #7', ['5', '6', '7']],
    ['the 1st of 3rd', ['1', '3']],
    ['٤٢ و 4२', ['٤٢', '4२']],
    ['½ the time, 2¾ cups', ['½', '2', '¾']],
    ['COVID-19', ['19']],
    ['10D, 2DX, 7G, 3d', ['10', '2', '7', '3']],
    ['5, 5 and 5', ['5']],
  ];
  for (const [text, written] of numbers) {
    it(`finds ${written.join(' ')} in "${text}"`, () => {
      expect(found(text)).to.deep.equal(written);
    });
  }

  const none = [
    'B2B, HTML5, mp3, A4 and H₂O',
    '2FA, 2fa, 3D-printed, 4K, 5G',
    'a v2 of it, GPT4.5, x_1, a1b2',
    'm² and Ⅳ',
    'three of a dozen',
    '',
  ];
  for (const text of none) {
    it(`takes nothing in "${text}" for a number`, () => {
      expect(found(text)).to.deep.equal([]);
    });
  }

  const same: [text: string, source: string][] = [
    ['1,000', '1000'],
    ['1000', '1 000'],
    ['1.000', '1,000'],
    ['1.000', '1'],
    ['1,234,567.50', '1234567.5'],
    ['1.234.567,5', '1 234 567.5'],
    ['1’234.5', '1234,5'],
    ['12,34,567', '1234567'],
    ['٤٢', '42'],
    ['١٬٢٣٤٫٥', '1234.5'],
    ['１２', '12'],
    ['007', '7'],
    ['3.0', '3'],
    ['v1.2.3', '1.2.3'],
    ['version 1.2', 'v1.2.3'],
    ['in 2024', 'since 1.5.2024'],
    ['10 to 20', '10–20'],
    ['rooms 1,2,3', '3 of rooms 1 and 2'],
    ['$40 a month', '40 per cent'],
    ['gate 10 200 metres on', '200 metres to gate 10'],
  ];
  for (const [text, source] of same) {
    it(`lets "${source}" give "${text}"`, () => {
      expect(found(text, source)).to.deep.equal([]);
    });
  }

  const different: [text: string, source: string][] = [
    ['100', '10'],
    ['10', '100'],
    ['1.5', '15'],
    ['15', '1.5'],
    ['2', 'B2B, 2FA and 1.25'],
    ['1.2.3', '1.2 and 3'],
    ['1.000.000', '1.000'],
    ['1,5', '1 and 5'],
    ['½', '2'],
    ['5', '½'],
  ];
  for (const [text, source] of different) {
    it(`does not let "${source}" give "${text}"`, () => {
      expect(found(text, source)).to.deep.equal([text]);
    });
  }

  it('takes the sources together, and names each number once, as it is written', () => {
    expect(found('40 of 50, 60 and 60', 'forty: 40', '50')).to.deep.equal(['60']);
  });

  it('finds every number of a text that is its own source supported', () => {
    const mark = fc.constantFrom(
      '.',
      ',',
      ' ',
      '\u00a0',
      '/',
      '-',
      'v',
      'D',
      '½',
      '٤',
      '४',
      '𝟗',
      "'",
      '²',
      'x',
    );
    const text = fc.array(fc.oneof(mark, fc.nat(20_000).map(String), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(text, (pieces) => {
        expect(found(pieces.join(''), pieces.join(''))).to.deep.equal([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a number in the notation of any country again', () => {
    for (const language of ['en', 'de', 'fr', 'de-CH', 'en-IN', 'pl', 'sv', 'ar-EG', 'fa', 'hi-u-nu-deva']) {
      const format = new Intl.NumberFormat(language);
      fc.assert(
        fc.property(fc.nat(1e9), fc.nat(99), (whole, cents) => {
          const plain = `${whole}.${cents}`;
          const written = format.format(Number(plain));
          expect(found(written, plain)).to.deep.equal([]);
          expect(found(plain, written)).to.deep.equal([]);
        }),
        { numRuns: 200 },
      );
    }
  });

  it('needs time in proportion to the text', () => {
    const started = performance.now();
    for (const unit of ['1', '1 000 ', '1,', '1.000.', 'v1.']) found(unit.repeat(40_000), '1');
    expect(performance.now() - started).to.be.lessThan(8000);
  });
});
