import { expect } from 'chai';
import fc from 'fast-check';
import { LinkResolver, plainPath } from '../../src/seo/link-resolution.js';

const FILES = [
  'index.html',
  'about.html',
  'docs/index.html',
  'docs/a b.html',
  'docs/Guide.html',
  'caf\u00e9.html',
  'images/logo.png',
  'old/index.htm',
  '100%.html',
  'sub/page.html',
  'app.html',
  'app/index.html',
];
const site = {
  files: new Set(FILES),
  folders: new Set(['', 'docs', 'images', 'old', 'sub', 'app']),
  candidates: FILES,
};
const FROM_DOCS = { path: 'docs/index.html', baseHref: undefined };

function where(
  href: string,
  from: { path: string; baseHref: string | undefined } = FROM_DOCS,
  siteUrl?: string,
): string {
  const resolver = new LinkResolver(site, siteUrl);
  const address = resolver.address(href, resolver.baseOf(from.path, from.baseHref));
  if (address === undefined) return 'external';
  const served = resolver.serve(address.path);
  return served.kind === 'file' ? served.file : served.kind === 'broken' ? served.reason : served.kind;
}

describe('LinkResolver', () => {
  const resolved: [string, string][] = [
    ['', 'docs/index.html'],
    ['#x', 'docs/index.html'],
    ['?q=1', 'docs/index.html'],
    ['.', 'docs/index.html'],
    ['..', 'index.html'],
    ['/', 'index.html'],
    ['../about', 'about.html'],
    ['/about/', 'about.html'],
    ['/docs', 'docs/index.html'],
    ['a%20b.html', 'docs/a b.html'],
    ['a b.html', 'docs/a b.html'],
    [' a b.html\n', 'docs/a b.html'],
    ['./Guide', 'docs/Guide.html'],
    ['../../../about.html', 'about.html'],
    ['..\\about.html', 'about.html'],
    ['%2e%2e/about.html', 'about.html'],
    ['/old/', 'old/index.htm'],
    ['/100%.html', '100%.html'],
    ['/100%25.html', '100%.html'],
    ['/caf%C3%A9.html', 'caf\u00e9.html'],
    ['/about.html?x=y#z', 'about.html'],
    ['/images/logo.png', 'images/logo.png'],
    ['/app', 'app/index.html'],
    ['/ab\tout.html', 'about.html'],
  ];
  for (const [href, path] of resolved) {
    it(`leads ${JSON.stringify(href)} to ${path}`, () => {
      expect(where(href)).to.equal(path);
    });
  }

  const broken: [string, string][] = [
    ['missing.html', 'missing'],
    ['/docs/about.html', 'missing'],
    ['guide.html', 'case-mismatch'],
    ['/ABOUT', 'case-mismatch'],
    ['/cafe\u0301.html', 'normalization-mismatch'],
    ['/images/', 'directory-without-index'],
    ['/images', 'directory-without-index'],
    ['/a%2520b.html', 'missing'],
    ['/%E9.html', 'missing'],
  ];
  for (const [href, reason] of broken) {
    it(`calls ${JSON.stringify(href)} broken: ${reason}`, () => {
      expect(where(href)).to.equal(reason);
    });
  }

  for (const href of [
    'https://example.com/missing',
    '//example.com/x',
    'mailto:a',
    'tel:1',
    'javascript:void(0)',
    'data:,x',
    'blob:x',
    'http://[',
    'ftp://x/',
  ]) {
    it(`takes ${JSON.stringify(href)} for external`, () => {
      expect(where(href)).to.equal('external');
    });
  }

  it('counts absolute links to the site, its www and its other scheme as internal, below its path only', () => {
    const SITE = 'https://shop.example/docs/';
    for (const origin of [
      'https://shop.example',
      'http://shop.example',
      'https://www.shop.example',
      '//shop.example:443',
    ]) {
      expect(where(`${origin}/docs/missing`, FROM_DOCS, SITE)).to.equal('missing');
      expect(where(`${origin}/docs/about`, FROM_DOCS, SITE)).to.equal('about.html');
    }
    expect(where('https://shop.example/other/missing', FROM_DOCS, SITE)).to.equal('external');
    expect(where('/docs/about.html', FROM_DOCS, SITE)).to.equal('about.html');
    expect(where('/docs', FROM_DOCS, SITE)).to.equal('index.html');
    expect(where('/missing', FROM_DOCS, SITE)).to.equal('external');
  });

  it('resolves against the base, also what comes before it and bare fragments', () => {
    expect(where('page', { path: 'about.html', baseHref: '/sub/' })).to.equal('sub/page.html');
    expect(where('#x', { path: 'about.html', baseHref: '/sub/' })).to.equal('directory-without-index');
    expect(where('about.html', { path: 'sub/page.html', baseHref: '../' })).to.equal('about.html');
    expect(where('x', { path: 'about.html', baseHref: 'https://cdn.example/' })).to.equal('external');
  });

  it('tells an address with a slash that only a file serves, and one that a redirect rule serves', () => {
    const resolver = new LinkResolver(site, 'https://shop.example/docs/', (path) => path === '/docs/moved');
    expect(resolver.serve('about/')).to.deep.equal({
      kind: 'file',
      file: 'about.html',
      isSlashMismatch: true,
    });
    expect(resolver.serve('docs/')).to.deep.include({ isSlashMismatch: false });
    expect(resolver.serve('moved')).to.deep.equal({ kind: 'redirected' });
    expect(resolver.serve('gone')).to.deep.equal({ kind: 'broken', reason: 'missing' });
  });

  it('keeps the fragment as written', () => {
    const resolver = new LinkResolver(site, undefined);
    const base = resolver.baseOf('docs/index.html', undefined);
    expect(resolver.address('../about.html?x=1#a%20b', base)).to.deep.equal({
      path: 'about.html',
      fragment: 'a%20b',
    });
  });
});

describe('plainPath', () => {
  it('agrees with the URL parser on every address that it accepts', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      'a',
      'b.html',
      '...',
      // No '.a': Node 20's own parser leaves '.a/..' as it is, against the standard.
      '~',
      '_',
      '-',
      '',
      '%2e',
      'a b',
      ':',
      'x:y',
      'ä',
    );
    const href = fc
      .tuple(
        fc.constantFrom('', '/', '//', './', '../'),
        fc.array(piece, { maxLength: 6 }),
        fc.constantFrom('', '/', '#', '#x', '#/a?b', '?q', '#a%20', '#<'),
      )
      .map(([start, pieces, end]) => start + pieces.join('/') + end);
    let accepted = 0;
    fc.assert(
      fc.property(href, fc.constantFrom('/', '/docs/', '/a/b%20c/'), (given, folder) => {
        const plain = plainPath(given, folder);
        if (plain === undefined) return;
        accepted += 1;
        const url = new URL(given, `http://site.invalid${folder}page.html`);
        expect([plain.pathname, plain.fragment, url.host]).to.deep.equal([
          url.pathname,
          url.hash.slice(1),
          'site.invalid',
        ]);
      }),
      { numRuns: 20_000 },
    );
    expect(accepted).to.be.greaterThan(2000);
  });
});
