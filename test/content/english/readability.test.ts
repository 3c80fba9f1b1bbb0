import { expect } from 'chai';
import { readability } from '../../../src/content/english/readability.js';

/** Flesch (1948) and Kincaid et al. (1975), from counts made by hand. */
function byHand(counts: { words: number; sentences: number; syllables: number }) {
  const length = counts.words / counts.sentences;
  const weight = counts.syllables / counts.words;
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    reading_ease: rounded(206.835 - 1.015 * length - 84.6 * weight),
    reading_grade: rounded(0.39 * length + 11.8 * weight - 15.59),
  };
}

const CAT = 'The cat sat on the mat.';
const PLATYPUS = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';

describe('readability', () => {
  // Wikipedia's first example for the Flesch reading ease.
  it('gives 116 to "The cat sat on the mat"', () => {
    expect(readability(Array.from({ length: 5 }, () => CAT))).to.deep.equal({
      reading_ease: 116.1,
      reading_grade: -1.4,
    });
  });

  // Wikipedia's second example has 24 syllables, with one for each "-ian"; dictionaries allow two.
  it('counts the syllables of "Australian" and "reptilian" as four', () => {
    const text = [PLATYPUS, PLATYPUS, PLATYPUS].join(' ');
    expect(readability([text])).to.deep.equal(byHand({ words: 39, sentences: 3, syllables: 3 * 26 }));
    expect(byHand({ words: 39, sentences: 3, syllables: 3 * 24 }).reading_ease).to.equal(37.5);
  });

  it('agrees with the formulas for counts made by hand', () => {
    const text = [
      'Four score and seven years ago our fathers brought forth on this continent, a new nation,',
      'conceived in Liberty, and dedicated to the proposition that all men are created equal.',
    ].join(' ');
    expect(readability([text])).to.deep.equal(byHand({ words: 30, sentences: 1, syllables: 48 }));
  });

  it('ends a sentence where a heading or paragraph ends, with a mark or without', () => {
    const marked = readability(Array.from({ length: 5 }, () => CAT));
    expect(readability(Array.from({ length: 5 }, () => 'The cat sat on the mat'))).to.deep.equal(marked);
    expect(readability([Array.from({ length: 5 }, () => CAT).join(' ')])).to.deep.equal(marked);
    expect(
      readability([Array.from({ length: 5 }, () => '“The cat sat on the mat!”').join(' ')]),
    ).to.deep.equal(marked);
  });

  it('takes no full stop inside a number or word for the end of a sentence', () => {
    const text = Array.from({ length: 5 }, () => 'Web 2.5 sat on a mat at cat.org so long').join(' ');
    const whole = readability([text]);
    expect(whole).to.deep.equal(readability([text.replaceAll('2.5', '25').replaceAll('cat.org', 'catorg')]));
  });

  it('says nothing below 30 words', () => {
    expect(readability([])).to.equal(undefined);
    expect(readability([Array.from({ length: 29 }, () => 'word').join(' ')])).to.equal(undefined);
    expect(readability([Array.from({ length: 30 }, () => 'word').join(' ')])).to.not.equal(undefined);
  });
});
