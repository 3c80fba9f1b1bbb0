import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { readSitemaps } from '../../../src/seo/sitemap.js';
import { readXmlSitemap } from '../../../src/seo/sitemaps/xml.js';

const SOUND = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>https://a.example/?a=1&amp;b=2</loc><lastmod>2024-05-01</lastmod>
<xhtml:link rel="alternate" hreflang="de" href="https://a.example/de"/></url><!-- c --><url><loc><![CDATA[https://a.example/é]]></loc></url>
</urlset>`;
const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '&',
  ';',
  '&#',
  '&#x',
  '"',
  "'",
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [',
  '<?xml ',
  '<?',
  '?>',
  ' xmlns="',
  '<url>',
  '</url>',
  '<loc>',
  '</loc>',
  '<urlset>',
  '</urlset>',
  '\u0000',
  '\uFEFF',
  '\r',
  '\n',
  '😀',
  'a:b:c',
  '__proto__',
  'constructor',
];

async function read(bytes: Uint8Array, file = 'sitemap.xml') {
  const { sitemaps } = await readSitemaps(() => Promise.resolve(Buffer.from(bytes)), [file]);
  return sitemaps[0]!;
}

describe('hostile sitemaps', () => {
  it('any bytes make a sitemap or a problem, and every offset lies in the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('sitemap.xml', 'urls.txt'),
        async (bytes, file) => {
          const { kind, urls, problems } = await read(bytes, file);
          expect(kind !== 'invalid' || problems.length > 0).to.equal(true);
          for (const { offset = 0 } of [...urls, ...problems]) expect(offset).to.be.within(0, bytes.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a sitemap with pieces of markup thrown in is read or refused, and every address stands where it is said to', () => {
    const edit = fc.record({
      at: fc.nat(SOUND.length),
      cut: fc.nat(12),
      piece: fc.constantFrom('', ...PIECES),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const text = edits.reduce(
          (all, { at, cut, piece }) => all.slice(0, at) + piece + all.slice(at + cut),
          SOUND,
        );
        const { kind, urls, problems } = readXmlSitemap(text);
        for (const { offset } of urls) expect(text.slice(offset)).to.match(/^<[^<>]*loc/);
        for (const { offset = 0 } of problems) expect(offset).to.be.within(0, text.length);
        if (kind === 'invalid') expect(problems).to.not.be.empty;
      }),
      { numRuns: 2000 },
    );
  });

  it('mutated gzip files are refused or read', async () => {
    const sound = gzipSync(SOUND);
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length), async (at, byte, end) => {
        const bytes = Buffer.from(sound);
        bytes[at] = byte;
        const { kind, problems } = await read(bytes.subarray(0, end));
        expect(kind !== 'invalid' || problems.length > 0).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  // Each would take minutes or gigabytes if it cost more than its length.
  const size = 8_000_000;
  const open = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
  const bombs: Record<string, string> = {
    'elements inside each other': '<a>'.repeat(size / 3),
    'one long comment': `${open}<!--${'-a'.repeat(size / 2)}`,
    'one long CDATA section': `${open}<![CDATA[${']a'.repeat(size / 2)}`,
    'one long processing instruction': `<?a ${'?b'.repeat(size / 2)}`,
    'one long address of references': `${open}<url><loc>${'&amp;'.repeat(size / 5)}`,
    'one long character reference': `${open}&#${'1'.repeat(size)}`,
    'ampersands alone': `${open}${'&'.repeat(size)}`,
    'attributes of one element': `<urlset ${"b='' ".repeat(size / 5)}`,
    'declarations of entities': `<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(size / 15)}`,
    'blanks before something else': `${' '.repeat(size)}x`,
  };
  for (const [what, text] of Object.entries(bombs)) {
    it(`gives up on ${what} without an end`, () => {
      expect(readXmlSitemap(text).kind).to.equal('invalid');
    });
  }

  it('keeps at most 1000 problems of one file', () => {
    expect(readXmlSitemap(`${open}${'<url/>'.repeat(5000)}</urlset>`).problems).to.have.lengthOf(1000);
  });

  it('takes time that grows with the length, for entries without end', () => {
    const [short, long] = [20_000, 80_000].map((count) => {
      const text = `${open}${'<url><loc>https://a.example/?a&amp;b</loc></url>'.repeat(count)}</urlset>`;
      const times = [1, 2, 3].map(() => {
        const { user } = process.cpuUsage();
        readXmlSitemap(text);
        return process.cpuUsage().user - user;
      });
      return Math.min(...times);
    });
    // Linear is 4; quadratic would be 16.
    expect(long! / short!).to.be.below(10);
  });
});
