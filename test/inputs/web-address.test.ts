import { expect } from 'chai';
import { isUrl, parseUrl } from '../../src/inputs/web-address.js';

describe('parseUrl', () => {
  it('takes addresses with letters beyond ASCII for what they are, also after many others', () => {
    for (let index = 0; index < 20_000; index++) isUrl(`https://example.com/${index}`);
    expect(parseUrl('https://bücher.example/é')?.href).to.equal('https://xn--bcher-kva.example/%C3%A9');
  });

  it('is undefined for what is no address, and for a relative one without a base', () => {
    expect([parseUrl('http://['), parseUrl('x.html'), isUrl('')]).to.deep.equal([
      undefined,
      undefined,
      false,
    ]);
    expect(parseUrl('x.html', 'https://example.com/a/b')?.href).to.equal('https://example.com/a/x.html');
  });
});
