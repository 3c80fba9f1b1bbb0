import { expect } from 'chai';
import { isStatement, verbPhrase } from '../../../src/content/english/verb-phrase.js';
import { COMMANDS, MISSED_COMMANDS, OTHERS } from './phrase-texts.js';

describe('verbPhrase', () => {
  for (const text of COMMANDS) {
    it(`lets a sentence go on with "${text}"`, () => {
      const small = text.charAt(0).toLowerCase() + text.slice(1);
      expect(verbPhrase(text)).to.equal(small);
      expect(verbPhrase(` ${text}. `)).to.equal(small);
    });
  }
  for (const text of OTHERS) {
    it(`leaves "${text}" as the sentence that it is`, () => {
      expect(verbPhrase(text)).to.equal(undefined);
    });
  }
  for (const text of MISSED_COMMANDS) {
    it(`would rather miss "${text}", whose first words a name may have, too`, () => {
      expect(verbPhrase(text)).to.equal(undefined);
    });
  }
});

describe('isStatement', () => {
  for (const text of [
    'Teams are tired of searching',
    'Families near the harbour come to us for everyday care',
    'We write software that nobody sees',
    'Small shops need help',
  ]) {
    it(`takes "${text}" for a statement`, () => expect(isStatement(text)).to.equal(true));
  }
  for (const text of [
    'Small teams who run web services',
    'People that are tired of searching',
    'Engineers on call',
    'Shops with a shelf that needs counting',
    'Run clubs',
    '',
  ]) {
    it(`takes "${text}" for a name`, () => expect(isStatement(text)).to.equal(false));
  }
});
