import { expect } from 'chai';
import fc from 'fast-check';
import { foldedWords } from '../../../src/content/phrases/folded-words.js';
import { holdsPhrase, phraseFinder } from '../../../src/content/phrases/phrases.js';
import { HELD, NOT_HELD } from './phrase-cases.js';

const CLAIMS = Object.keys(HELD);
const claim = fc.constantFrom(...CLAIMS);
/** Words that no claim above holds, nor any form of them. */
const otherWord = fc.constantFrom(
  'otter',
  'lamp',
  'Zebra',
  'violet',
  'kayak',
  'tundra',
  'où',
  'слон',
  '犬',
  '37',
  '€',
);

describe('holdsPhrase', () => {
  for (const [phrase, texts] of Object.entries(HELD)) {
    for (const text of texts) {
      it(`finds ${JSON.stringify(phrase)} in ${JSON.stringify(text)}`, () => {
        expect(holdsPhrase(text, phrase)).to.equal(true);
      });
    }
  }
  for (const [phrase, texts] of Object.entries(NOT_HELD)) {
    for (const text of texts) {
      it(`does not find ${JSON.stringify(phrase)} in ${JSON.stringify(text)}`, () => {
        expect(holdsPhrase(text, phrase)).to.equal(false);
      });
    }
  }
});

describe('phraseFinder', () => {
  it('returns the phrases found, each once, in their given order', () => {
    const finder = phraseFinder(['risk free', 'cure', '!!!', 'absent', 'riskfree', 'cure']);
    expect(finder.find('A cure!!! And it is risk-free, a cure.')).to.deep.equal([
      'risk free',
      'cure',
      '!!!',
      'riskfree',
    ]);
  });

  it('takes a phrase that was written over two lines for one of blanks', () => {
    expect(holdsPhrase('guaranteed results', 'guaranteed\n  results\n')).to.equal(true);
  });

  it('counts occurrences that do not overlap', () => {
    const counts = phraseFinder(['very very', 'very', 'wow', 'wow wow', '!!']).count(
      'Very very very very very good! Wow!!!!',
    );
    expect([...counts]).to.deep.equal([
      ['very very', 2],
      ['very', 5],
      ['wow', 1],
      ['!!', 2],
    ]);
  });

  it('finds the same phrases together as each by itself', () => {
    const all = [...CLAIMS, ...Object.keys(NOT_HELD)];
    const together = phraseFinder(all);
    const texts = Object.values({ ...NOT_HELD, ...HELD }).flat();
    const alone = new Map(all.map((phrase) => [phrase, phraseFinder([phrase])]));
    for (const text of texts) {
      const expected = [...alone]
        .filter(([, finder]) => finder.find(text).length > 0)
        .map(([phrase]) => phrase);
      expect(together.find(text), text).to.deep.equal(expected);
    }
  });

  it('finds a phrase in any text that has it as a paragraph, whatever its case and accents', () => {
    const accented = (phrase: string) => phrase.replaceAll(/\p{Script=Latin}/gu, '$&\u0301');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        claim,
        fc.constantFrom(
          (phrase: string) => phrase,
          (phrase: string) => phrase.toUpperCase(),
          (phrase: string) => phrase.toLowerCase(),
          (phrase: string) => phrase.normalize('NFD'),
          accented,
        ),
        fc.string({ unit: 'grapheme' }),
        (before, phrase, written, after) => holdsPhrase(`${before}\n${written(phrase)}\n${after}`, phrase),
      ),
    );
  });

  it('finds any phrase that has a visible character in itself', () => {
    const phrases = fc
      .string({ unit: 'binary' })
      .filter(
        (phrase) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(phrase) && !/[\n\r\v\f\u0085\u2028\u2029]/.test(phrase),
      );
    fc.assert(fc.property(phrases, (phrase) => holdsPhrase(phrase, phrase)));
  });

  it('finds no phrase in a text that shares no word with it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(otherWord, fc.constantFrom(' ', '-', ', ', '. ', '\n', ' (', '’s '))),
        (words) => phraseFinder(CLAIMS).find(words.flat().join('')).length === 0,
      ),
    );
  });

  it('counts at least one exactly when it finds', () => {
    const vocabulary = [...new Set(CLAIMS.flatMap((phrase) => phrase.split(' ')))];
    const texts = fc.array(fc.constantFrom(...vocabulary, ', ', '. ', '-', '\n'), { maxLength: 40 });
    const finder = phraseFinder(CLAIMS);
    fc.assert(
      fc.property(texts, (words) => {
        const text = words.join(' ');
        const counts = finder.count(text);
        expect([...counts.keys()]).to.deep.equal(finder.find(text));
        expect([...counts.values()].every((times) => times >= 1)).to.equal(true);
      }),
    );
  });

  const hostile: Readonly<Record<string, string>> = {
    'hyphenated letters': 'a-',
    'letters with full stops': 'a.',
    'marks in the wrong order': '\u0301\u0316',
    'marks that stay': '\u0e48\u0e38',
    'phrase words': 'guaranteed ',
    'halves of phrase words': 'guaran-teed-',
    'opening brackets': '(a-',
    'elided words': "l'",
    'final sigmas': "Σ'",
    'grouped digits': '1,',
    'groups between no-break blanks': '1\u00a0000\u00a0',
    'spaced dashes': ' -',
    'Han characters': '効',
    blanks: ' ',
  };
  for (const [name, unit] of Object.entries(hostile)) {
    // What is linear takes a second or two for 1 MB, and what is quadratic minutes.
    it(`reads 1 MB of ${name} in a moment`, function () {
      this.timeout(30_000);
      const finder = phraseFinder([
        'guaranteed results',
        'guaranteed guaranteed guaranteed cure',
        'a a a a b',
        '効果',
      ]);
      expect(finder.find(unit.repeat(2 ** 20 / unit.length))).to.deep.equal([]);
    });
  }
});

describe('phraseFinder with a phrase that can be read in many ways', () => {
  it('tries each place of the text once', () => {
    const phrase = 'abc '.repeat(40);
    expect(holdsPhrase(`${'abc-'.repeat(39)}x`, phrase)).to.equal(false);
    expect(holdsPhrase(`${'abc-'.repeat(39)}abc`, phrase)).to.equal(true);
  });
});

describe('foldedWords', () => {
  it('gives words without case, accents and possessive endings, and signs as words', () => {
    expect(
      foldedWords('Größe: 100 % of the patient’s 1,000 cafés; No. 1 & C++, e.g. l’été 効果'),
    ).to.deep.equal(
      'grosse 100 percent of the patient 1,000 cafes number 1 and c++ eg l ete 効 果'.split(' '),
    );
  });
});
