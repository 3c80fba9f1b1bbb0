import { expect } from 'chai';
import { asHeading, asName, asSentence, ended } from '../../src/content/text.js';

describe('texts of a profile', () => {
  const names: [string, string][] = [
    ['Live tail...', 'Live tail'],
    ['Live tail …', 'Live tail'],
    ['Live tail: – ', 'Live tail'],
    ['Acme Inc.', 'Acme Inc.'],
    ['Acme Inc. -', 'Acme Inc.'],
    ['Really?!', 'Really?!'],
    ['...', ''],
  ];
  for (const [given, name] of names) {
    it(`makes ${JSON.stringify(given)} the name ${JSON.stringify(name)}`, () => {
      expect(asName(given)).to.equal(name);
    });
  }

  it('end with one mark', () => {
    const sentences = ['Go', 'Go.', 'Go..', 'Go…', 'Go.…', 'Go!?!', 'Go,', 'Go –', 'Go? '].map(ended);
    expect(sentences).to.deep.equal(['Go.', 'Go.', 'Go.', 'Go.', 'Go.', 'Go!', 'Go.', 'Go.', 'Go?']);
  });

  for (const mark of ['.', '…', '!', '-', ' ', ',', '.. ', '…-', '. ']) {
    it(`take no time to speak of for endless ${JSON.stringify(mark)} before the last word`, () => {
      const text = `a${mark.repeat(100_000)}b`;
      const started = performance.now();
      for (const form of [asName, asSentence, asHeading, ended]) form(text);
      expect(performance.now() - started).to.be.below(1000);
    });
  }
});
