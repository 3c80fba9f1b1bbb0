import { expect } from 'chai';
import fc from 'fast-check';
import { decodePage } from '../../../src/seo/page/decode.js';
import { PageSource } from '../../../src/seo/page/page-source.js';

const markup = fc
  .array(fc.constantFrom('<p>', 'a', 'é', '中', '😀', '\u00a0', '&amp;', ' ', '</p>'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('a page as it is tokenized', () => {
  it('yields the same pieces and offsets as the decoded page, for any place between two characters', () => {
    fc.assert(
      fc.property(markup, (text) => {
        const bytes = Buffer.from(text);
        const source = new PageSource(bytes);
        const decoded = decodePage(bytes).text;
        for (const [start, end] of pairs(text)) {
          const [from, to] = [position(text, start), position(text, end)];
          expect(source.slice(from, to)).to.equal(decoded.slice(start, end));
          expect(source.offset(from)).to.equal(start);
          expect(source.offset(to)).to.equal(end);
        }
      }),
    );
  });

  it('leaves a byte order mark out of the offsets', () => {
    const source = new PageSource(Buffer.from('\uFEFF<p>é<b>'));
    expect(source.html.startsWith('<p>')).to.equal(true);
    expect(source.offset(source.html.indexOf('<b>'))).to.equal(4);
  });

  it('is the decoded page where the encoding is another one', () => {
    const source = new PageSource(Buffer.from([0x3c, 0x70, 0x3e, 0xe9, 0x93]));
    expect(source.html).to.equal('<p>é“');
    expect(source.slice(3, 5)).to.equal('é“');
    expect(source.offset(4)).to.equal(4);
  });

  it('knows how many bytes stand before an offset', () => {
    const source = new PageSource(Buffer.from('éé<b>'));
    expect(source.hasBytesBefore(2, 4)).to.equal(true);
    expect(source.hasBytesBefore(2, 5)).to.equal(false);
    expect(new PageSource(Buffer.from('ab<b>')).hasBytesBefore(2, 3)).to.equal(false);
  });
});

/** Offsets between characters, each pair of neighbours and the whole. */
function pairs(text: string): [number, number][] {
  let at = 0;
  const bounds = [0, ...[...text].map((character) => (at += character.length))];
  return [
    ...bounds.slice(1).map((end, index): [number, number] => [bounds[index] ?? 0, end]),
    [0, text.length],
  ];
}

/** Bytes before an offset. */
function position(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset));
}
