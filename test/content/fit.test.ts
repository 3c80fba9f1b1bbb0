import { expect } from 'chai';
import fc from 'fast-check';
import type { Sentence } from '../../src/content/angles.js';
import type { Fact } from '../../src/content/facts.js';
import { fitSentences } from '../../src/content/fit.js';
import { pixelWidth } from '../../src/content/text-width/pixels.js';
import { asSentence, characters } from '../../src/content/text.js';

const factOf = (sentence: string): Fact => ({ kind: 'goal', sentence, heading: sentence });
const saying = (...texts: string[]): Sentence[] => texts.map((text) => ({ text, facts: [factOf(text)] }));
const terms = (keyword: string) => ({
  keywordsIn: (text: string) => (text.includes(keyword) ? [keyword] : []),
  welcomeIn: () => [],
  topics: [],
});

describe('fitSentences', () => {
  const pool = fc.uniqueArray(fc.lorem({ maxCount: 12 }).map(asSentence), { maxLength: 8 });

  it('yields an opener and up to two others, whole and in their order, within the limits, or nothing', () => {
    fc.assert(
      fc.property(pool, pool, fc.integer({ min: 0, max: 100 }), (openers, support, min) => {
        const limits = { min, max: min + 60, maxPixels: { width: 700, fontSize: 14 } };
        const fitted = fitSentences(saying(...openers), saying(...support), limits, { closing: 'Go.' });
        if (fitted === undefined) return;
        expect(characters(fitted.text)).to.be.within(min, min + 60);
        expect(pixelWidth(fitted.text, 14)).to.be.at.most(700);
        const said = fitted.facts.map(({ sentence }) => sentence);
        expect([...said, 'Go.'].join(' ')).to.equal(fitted.text);
        expect(openers).to.include(said[0]);
        const places = said.slice(1).map((sentence) => support.indexOf(sentence));
        expect(places).to.deep.equal([...places].sort((a, b) => a - b));
        expect(said).to.have.length.within(1, 3);
      }),
    );
  });

  it('finds a choice whenever an exhaustive search does', () => {
    fc.assert(
      fc.property(pool, pool, fc.integer({ min: 0, max: 150 }), (openers, support, min) => {
        const limits = { min, max: min + 8 };
        const texts = openers.flatMap((opener) => {
          const others = support.filter((one) => one !== opener);
          const pairs = others.flatMap((one, index) => others.slice(index + 1).map((two) => [one, two]));
          return [[], ...others.map((one) => [one]), ...pairs].map((rest) => [opener, ...rest].join(' '));
        });
        const isPossible = texts.some((text) => characters(text) >= min && characters(text) <= min + 8);
        expect(fitSentences(saying(...openers), saying(...support), limits) !== undefined).to.equal(
          isPossible,
        );
      }),
    );
  });

  it('prefers the earliest opener, then keywords, then length', () => {
    const options = { terms: terms('Kw') };
    expect(
      fitSentences(saying('One.'), saying('Two two.', 'Kw.'), { min: 5, max: 12 }, options)?.text,
    ).to.equal('One. Kw.');
    expect(fitSentences(saying('One.', 'Kw.'), [], { min: 1, max: 12 }, options)?.text).to.equal('One.');
    expect(fitSentences(saying('One.'), saying('Two.', 'Three.'), { min: 1, max: 12 })?.text).to.equal(
      'One. Three.',
    );
  });

  it('says no fact twice, and names a feature once', () => {
    const fact = factOf('See it.');
    const support: Sentence[] = [
      { text: 'With Eye, you can see it.', facts: [fact], names: 'Eye' },
      { text: 'See it.', facts: [fact] },
      { text: 'With Eye, you can hear it.', facts: [factOf('Hear it.')], names: 'Eye' },
    ];
    const fitted = fitSentences(saying('One.'), support, { min: 1, max: 200 });
    expect(fitted?.text.match(/With Eye/g)).to.have.lengthOf(1);
    expect(fitted?.facts.filter((one) => one === fact).length).to.be.at.most(1);
  });

  it('puts a call to action where it is wanted', () => {
    expect(fitSentences(saying('One.'), [], { min: 1, max: 20 }, { opening: 'Go.' })?.text).to.equal(
      'Go. One.',
    );
    expect(fitSentences(saying('One.'), [], { min: 1, max: 20 }, { closing: 'Go.' })?.text).to.equal(
      'One. Go.',
    );
  });
});
