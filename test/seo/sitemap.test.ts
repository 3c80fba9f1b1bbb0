import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { isListComplete, readSitemaps, sitemapCandidates } from '../../src/seo/sitemap.js';

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function urlset(...paths: string[]): string {
  const entries = paths.map((path) => `<url><loc>https://a.example/${path}</loc></url>`);
  return `<urlset ${NAMESPACE}>${entries.join('')}</urlset>`;
}

function index(...files: string[]): string {
  const entries = files.map((file) => `<sitemap><loc>https://a.example/${file}</loc></sitemap>`);
  return `<sitemapindex ${NAMESPACE}>${entries.join('')}</sitemapindex>`;
}

/** Reads an export that holds these files; addresses lead to the files of the same name. */
function readExport(files: Readonly<Record<string, string | Buffer>>, candidates: readonly string[]) {
  const read = (file: string) => {
    const content = files[file];
    return Promise.resolve(content === undefined ? undefined : Buffer.from(content));
  };
  const fileOf = (loc: string) => {
    const file = loc.replace('https://a.example/', '');
    return file in files ? file : undefined;
  };
  return readSitemaps(read, candidates, fileOf);
}

async function readOne(content: string | Buffer, file = 'sitemap.xml') {
  const { sitemaps } = await readExport({ [file]: content }, [file]);
  return sitemaps[0]!;
}

describe('sitemaps of an export', () => {
  describe('which files are looked at', () => {
    it('takes those with a usual name at any level, by code unit', () => {
      const files = [
        'é/sitemap.xml',
        'sitemap.xml',
        'a/Sitemap-2.xml.gz',
        'sitemap_index.xml',
        'wp-sitemap-posts.xml',
        'post-sitemap.xml',
      ];
      expect(sitemapCandidates(new Set(files), [])).to.deep.equal([
        'a/Sitemap-2.xml.gz',
        'post-sitemap.xml',
        'sitemap.xml',
        'sitemap_index.xml',
        'wp-sitemap-posts.xml',
        'é/sitemap.xml',
      ]);
    });
    it('takes no other file', () => {
      const files = [
        'sitemap.html',
        'sitemap.txt',
        'sitemap.xsl',
        'sitemap.xml/index.html',
        'sitemaps/a.xml',
        'feed.xml',
        'mysitemap.xml',
        'sitemap.xml.gz.html',
      ];
      expect(sitemapCandidates(new Set(files), [])).to.deep.equal([]);
    });
    it('takes what robots.txt names, once, where it exists', () => {
      const files = new Set(['sitemap.xml', 'urls.txt']);
      expect(sitemapCandidates(files, ['urls.txt', 'sitemap.xml', 'gone.xml', 'urls.txt'])).to.deep.equal([
        'sitemap.xml',
        'urls.txt',
      ]);
    });
  });

  describe('bytes', () => {
    it('inflates gzip whatever the name', async () => {
      const sitemap = await readOne(gzipSync(urlset('x')));
      expect([sitemap.kind, sitemap.urls.length, sitemap.bytes]).to.deep.equal([
        'urlset',
        1,
        urlset('x').length,
      ]);
    });
    it('reads plain text under the name of a gzip file', async () => {
      expect((await readOne(urlset('x'), 'sitemap.xml.gz')).urls).to.have.lengthOf(1);
    });
    it('reads gzip of several members', async () => {
      const text = urlset('x');
      const bytes = Buffer.concat([gzipSync(text.slice(0, 30)), gzipSync(text.slice(30))]);
      expect((await readOne(bytes)).urls).to.have.lengthOf(1);
    });
    it('refuses gzip that is cut off', async () => {
      const { kind, problems } = await readOne(gzipSync(urlset('x')).subarray(0, -9));
      expect({ kind, problems }).to.deep.equal({
        kind: 'invalid',
        problems: [{ message: 'the gzip file is damaged or cut off' }],
      });
    });
    it('stops inflating a bomb at the limit', async () => {
      const { kind, problems } = await readOne(gzipSync(Buffer.alloc(52_428_801, ' ')));
      expect({ kind, problems }).to.deep.equal({
        kind: 'invalid',
        problems: [
          { message: 'too large: at most 52428800 bytes are allowed, and it is larger once inflated' },
        ],
      });
    });
    it('refuses 52,428,801 bytes, and allows one fewer', async () => {
      const text = urlset('x');
      const padded = (size: number) => {
        const padding = `${' '.repeat(60_000)}<x/>`
          .repeat(Math.ceil(size / 60_000))
          .slice(-(size - text.length));
        return text.replace('</urlset>', () => `${padding}</urlset>`);
      };
      const [allowed, refused] = [await readOne(padded(52_428_800)), await readOne(padded(52_428_801))];
      expect([allowed.problems, refused.problems]).to.deep.equal([
        [],
        [{ message: 'too large: at most 52428800 bytes are allowed, and it has more' }],
      ]);
    });
    it('counts offsets after a byte order mark', async () => {
      const { urls } = await readOne(`\uFEFF${urlset('x')}`);
      expect(urls[0]?.offset).to.equal(urlset('x').indexOf('<loc>'));
    });
    it('refuses bytes that are no UTF-8, and points to the first', async () => {
      const { kind, problems } = await readOne(Buffer.from(urlset('café'), 'latin1'));
      expect({ kind, problems }).to.deep.equal({
        kind: 'invalid',
        problems: [{ offset: urlset('café').indexOf('é'), message: 'not valid UTF-8 from here on' }],
      });
    });
    it('refuses UTF-16, and says so', async () => {
      const { problems } = await readOne(Buffer.from(`\uFEFF${urlset('x')}`, 'utf16le'));
      expect(problems).to.deep.equal([{ message: 'encoded as UTF-16; a sitemap must be UTF-8' }]);
    });
  });

  describe('text sitemaps', () => {
    it('are read line by line, whatever ends a line', async () => {
      const text = 'https://a.example/\r\n\r\n  https://a.example/b \rhttps://a.example/é\n';
      const { kind, urls, problems } = await readOne(text, 'urls.txt');
      expect({ kind, problems }).to.deep.equal({ kind: 'text', problems: [] });
      expect(urls.map(({ loc, offset }) => [loc, offset])).to.deep.equal([
        ['https://a.example/', 0],
        ['https://a.example/b', text.indexOf('https://a.example/b')],
        ['https://a.example/é', text.indexOf('https://a.example/é')],
      ]);
    });
    it('may not be empty', async () => {
      expect((await readOne('\n \n', 'urls.txt')).problems).to.deep.equal([
        { message: 'it lists no address' },
      ]);
    });
    it('are XML where they begin with markup', async () => {
      expect((await readOne(urlset('x'), 'urls.txt')).kind).to.equal('urlset');
    });
    it('are not taken for XML files without markup', async () => {
      expect((await readOne('https://a.example/', 'sitemap.xml')).kind).to.equal('invalid');
    });
  });

  describe('indexes', () => {
    it('bring in the sitemaps that they name, in the order of files', async () => {
      const files = {
        'sitemap.xml': index('parts/b.xml', 'a.xml'),
        'a.xml': urlset('x'),
        'parts/b.xml': urlset('y'),
      };
      const { sitemaps } = await readExport(files, ['sitemap.xml']);
      expect(sitemaps.map(({ file, kind }) => `${file} ${kind}`)).to.deep.equal([
        'a.xml urlset',
        'parts/b.xml urlset',
        'sitemap.xml index',
      ]);
    });
    it('may not list themselves', async () => {
      const { problems } = await readOne(index('sitemap.xml'));
      expect(problems).to.deep.equal([
        { offset: index('').indexOf('<loc>'), message: 'the index lists itself' },
      ]);
    });
    it('may not list an index, whose sitemaps are read all the same', async () => {
      const files = {
        'sitemap.xml': index('a.xml'),
        'a.xml': index('sitemap.xml', 'b.xml'),
        'b.xml': urlset('x'),
      };
      const { sitemaps } = await readExport(files, ['sitemap.xml']);
      expect(
        sitemaps.map(({ file, problems }) => [file, problems.map(({ message }) => message)]),
      ).to.deep.equal([
        ['a.xml', ['the index lists another index, sitemap.xml']],
        ['b.xml', []],
        ['sitemap.xml', ['the index lists another index, a.xml']],
      ]);
    });
    it('are left as they are where no address is known to lead to a file', async () => {
      const { sitemaps } = await readSitemaps(
        () => Promise.resolve(Buffer.from(index('a.xml'))),
        ['sitemap.xml'],
      );
      expect(sitemaps[0]?.children.map(({ loc, file }) => [loc, file])).to.deep.equal([
        ['https://a.example/a.xml', undefined],
      ]);
    });
  });

  describe('a gzip copy beside a sitemap', () => {
    it('is the same sitemap', async () => {
      const files = { 'sitemap.xml': urlset('x'), 'sitemap.xml.gz': gzipSync(urlset('x')) };
      const { sitemaps } = await readExport(files, Object.keys(files));
      expect(sitemaps.map(({ file }) => file)).to.deep.equal(['sitemap.xml']);
    });
    it('is another where neither can be read', async () => {
      const files = {
        'sitemap.xml': gzipSync('').subarray(0, 9),
        'sitemap.xml.gz': gzipSync('').subarray(0, 9),
      };
      const { sitemaps } = await readExport(files, Object.keys(files));
      expect(sitemaps.map(({ kind }) => kind)).to.deep.equal(['invalid', 'invalid']);
    });
    it('is another where it says something else', async () => {
      const files = { 'sitemap.xml': urlset('x'), 'sitemap.xml.gz': gzipSync(urlset('y')) };
      const { sitemaps } = await readExport(files, Object.keys(files));
      expect(sitemaps.map(({ file }) => file)).to.deep.equal(['sitemap.xml', 'sitemap.xml.gz']);
    });
  });

  describe('a list of all addresses', () => {
    const complete = async (files: Readonly<Record<string, string>>) =>
      isListComplete(await readExport(files, ['sitemap.xml']));
    it('is known where all sitemaps could be read', async () => {
      expect(await complete({ 'sitemap.xml': index('a.xml'), 'a.xml': urlset('x') })).to.equal(true);
    });
    it('is not known where a sitemap lies elsewhere', async () => {
      expect(await complete({ 'sitemap.xml': index('a.xml') })).to.equal(false);
    });
    it('is not known where a sitemap breaks off', async () => {
      expect(await complete({ 'sitemap.xml': urlset('x').slice(0, -3) })).to.equal(false);
    });
    it('is not known where a sitemap lists too much', async () => {
      const many = Array.from({ length: 50_001 }, () => 'x');
      expect(await complete({ 'sitemap.xml': urlset(...many) })).to.equal(false);
    });
    it('is not known where a file cannot be opened, which is no fault of the sitemap', async () => {
      const set = await readSitemaps(() => Promise.resolve(undefined), ['sitemap.xml']);
      expect([isListComplete(set), set.sitemaps[0]?.problems[0]?.severity]).to.deep.equal([false, 'info']);
    });
  });
});
