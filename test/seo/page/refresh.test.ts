import { expect } from 'chai';
import { leadsToItself } from '../../../src/seo/page/refresh.js';

describe('leadsToItself', () => {
  const cases: readonly (readonly [delay: string, address: string, path: string, isItself: boolean])[] = [
    ['30', '/live/', 'live/index.html', true],
    ['30', './', 'live/index.html', true],
    ['30', '/live', 'live.html', true],
    ['30', '/live/?again=1#top', 'live/index.html', true],
    ['30', '/', 'index.html', true],
    ['0', 'live.html', 'live.html', true],
    ['0', '/live/', 'live/index.html', false],
    ['30', '/live/now/', 'live/index.html', false],
    ['30', 'https://other.example/live/', 'live/index.html', false],
    ['30', 'http://', 'live/index.html', false],
  ];
  for (const [delay, address, path, isItself] of cases) {
    it(`is ${String(isItself)} of ${path} that goes to ${address} after ${delay} seconds`, () => {
      expect(leadsToItself(`${delay}; url=${address}`, address, path)).to.equal(isItself);
    });
  }
});
