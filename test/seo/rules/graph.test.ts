import { expect } from 'chai';
import { htmlPage } from '../../support/html-page.js';
import { folderWith } from '../../support/growth.js';
import { describeRule, occurrencesOf } from '../../support/seo-rule.js';
import { seoRules } from '../../../src/seo/rules/index.js';
import { scanSite } from '../../../src/seo/scan.js';

const a = (...hrefs: readonly string[]) => hrefs.map((href) => `<a href="${href}">link</a>`).join('');
const page = (...hrefs: readonly string[]) => htmlPage('', `<h1>x</h1>${a(...hrefs)}`);
const stub = (to: string, body = '') => htmlPage(`<meta http-equiv="refresh" content="0; url=${to}">`, body);
const noindex = '<meta name="robots" content="noindex">';
const plain = htmlPage('');
const SITE = 'https://example.com/';

describeRule('orphan-page', {
  finds: {
    'a page to which nobody links': {
      files: { 'index.html': page('b.html'), 'b.html': page('/'), 'lost.html': page('/') },
      at: ['lost.html'],
    },
    'a page that links to itself alone': {
      files: { 'index.html': page('b.html'), 'b.html': plain, 'lost.html': page('lost.html', '#x') },
      at: ['lost.html'],
    },
    'a page that only canonical, hreflang, next and style-sheet links mention': {
      files: {
        'index.html': htmlPage(
          '<link rel="next" href="lost.html"><link rel="alternate" hreflang="de" href="lost.html"><link rel="prefetch" href="lost.html">',
          a('b.html'),
        ),
        'b.html': htmlPage('<link rel="canonical" href="lost.html">'),
        'lost.html': plain,
      },
      at: ['lost.html'],
    },
    'a page that only a comment, a template and noscript link to': {
      files: {
        'index.html': htmlPage(
          '',
          `${a('b.html')}<!-- ${a('lost.html')} --><template>${a('lost.html')}</template><noscript>${a('lost.html')}</noscript>`,
        ),
        'b.html': plain,
        'lost.html': plain,
      },
      at: ['lost.html'],
    },
    'the target of a redirect to which nobody links': {
      files: {
        'index.html': page('b.html'),
        'b.html': plain,
        'old.html': stub('lost.html', a('lost.html')),
        'lost.html': plain,
      },
      at: ['lost.html'],
    },
  },
  passes: {
    'a link by area, by a clean address, with nofollow, and in a drawing': {
      files: {
        'index.html': htmlPage(
          '',
          '<map><area href="b.html" alt="x"></map><a rel="nofollow" href="c/">x</a><svg><a href="d">x</a></svg>',
        ),
        'b.html': plain,
        'c/index.html': plain,
        'd.html': plain,
      },
    },
    'a page that links lead to over redirects': {
      files: {
        'index.html': page('old.html'),
        'old.html': stub('older.html'),
        'older.html': stub('b.html'),
        'b.html': plain,
      },
    },
    'the page to which the home page redirects': {
      files: { 'index.html': stub('/en/'), 'en/index.html': page('b.html'), 'en/b.html': plain },
    },
    'a single page': { files: { 'landing.html': page('#x', 'https://other.example/') } },
    'a site whose menu a script makes': { files: { 'index.html': plain, 'b.html': plain, 'c.html': plain } },
    'the home page, the error page, stubs and what is kept out of search': {
      files: {
        'index.html': page('b.html'),
        'b.html': plain,
        '404.html': plain,
        'old.html': stub('b.html'),
        'c.html': htmlPage(noindex),
        'd.html': htmlPage('<link rel="canonical" href="b.html">'),
      },
    },
    'a page that another shows in a frame': {
      files: {
        'index.html': htmlPage('', `${a('b.html')}<iframe src="map.html"></iframe>`),
        'b.html': plain,
        'map.html': plain,
      },
    },
    'a link by the full address of the site': {
      files: { 'index.html': page('http://www.example.com/b'), 'b.html': page(SITE) },
      siteUrl: SITE,
    },
  },
});

describe('orphan-page, where links are not all known', () => {
  const severities = async (files: Record<string, string>) =>
    (await occurrencesOf('orphan-page', { files })).map(({ page, severity }) => `${page} ${severity}`);

  it('only informs where a link leads to what the host redirects', async () => {
    const files = { 'index.html': page('b.html', '/blog/x'), 'b.html': plain, 'posts/x.html': plain };
    expect(await severities({ ...files, _redirects: '/blog/* /posts/:splat 301' })).to.deep.equal([
      'posts/x.html info',
    ]);
    expect(await severities(files)).to.deep.equal(['posts/x.html warning']);
  });

  it('follows a rule without placeholders to the page', async () => {
    const files = {
      'index.html': page('b.html', '/old', '/blog/x'),
      'b.html': plain,
      'new.html': plain,
      'x.html': plain,
    };
    const rules = '/old /new 301\n/blog/* /x 200\n/unlinked /x 301\n';
    expect(await severities({ ...files, _redirects: rules })).to.deep.equal(['x.html info']);
    expect(await severities({ ...files, _redirects: `${rules}/blog/x /x` })).to.deep.equal(['x.html info']);
    const toml = '[[redirects]]\nfrom = "/old"\nto = "/new"\n[[redirects]]\nfrom = "/blog/x"\nto = "/x"\n';
    expect(await severities({ ...files, 'netlify.toml': toml })).to.deep.equal([]);
  });

  it('does not follow a rule that depends on the country, or of two hosts', async () => {
    const files = { 'index.html': page('b.html', '/old'), 'b.html': plain, 'new.html': plain };
    for (const hosts of [
      { _redirects: '/old /new 301 Country=de' },
      { _redirects: '/old /new', 'vercel.json': '{"redirects":[{"source":"/old","destination":"/b"}]}' },
    ])
      expect(await severities({ ...files, ...hosts })).to.deep.equal(['new.html info']);
  });

  it('only informs where a script renders a page', async () => {
    const app = htmlPage('', '<div id="root"></div><script src="a.js"></script>');
    expect(await severities({ 'index.html': app, 'b.html': page('c.html'), 'c.html': plain })).to.deep.equal([
      'b.html info',
    ]);
  });

  for (const id of ['orphan-page', 'page-depth']) {
    it(`says nothing of ${id} where not every page was read`, async () => {
      const folder = folderWith({
        'a.html': plain,
        'b.html': plain,
        'index.html': page('a.html'),
        'z.html': page('b.html'),
      });
      const places = async (maxPages: number) => {
        const rules = seoRules.filter((rule) => rule.id === id);
        const options = { folder, root: folder, sourcePath: '.', maxPages, threads: 1 };
        return (await scanSite(options, rules)).results.flatMap(({ occurrences }) => occurrences).length;
      };
      expect(await places(3)).to.equal(0);
      expect(await places(4)).to.be.greaterThan(0);
    });
  }
});

const chain = { 'index.html': page('1.html'), '1.html': page('2.html'), '2.html': page('3.html') };

describeRule('page-depth', {
  finds: {
    'a page four clicks away': {
      files: { ...chain, '3.html': page('4.html'), '4.html': plain },
      at: ['4.html'],
    },
    'pages that link to each other alone': {
      files: {
        'index.html': page('b.html'),
        'b.html': plain,
        'x.html': page('y.html'),
        'y.html': page('x.html'),
      },
      at: ['x.html', 'y.html'],
    },
    'what is further than the limit that was set': {
      files: { ...chain, '3.html': plain },
      limits: { max: 2 },
      at: ['3.html'],
    },
  },
  passes: {
    'a page three clicks away': { files: { ...chain, '3.html': plain } },
    'a redirect on the way, which is no click': {
      files: { ...chain, '2.html': page('old.html'), 'old.html': stub('3.html'), '3.html': plain },
    },
    'the shortest of several ways': {
      files: {
        ...chain,
        '3.html': page('4.html'),
        '4.html': page('1.html'),
        'index.html': page('1.html', '4.html'),
      },
    },
    'clicks from where the home page redirects': {
      files: {
        'index.html': stub('en/'),
        'en/index.html': page('../1.html'),
        '1.html': page('2.html'),
        '2.html': page('3.html'),
        '3.html': plain,
      },
    },
    'a site without a home page': { files: { 'x.html': page('y.html'), 'y.html': page('x.html') } },
    'far pages kept out of search': {
      files: { ...chain, '3.html': page('4.html'), '4.html': htmlPage(noindex) },
    },
    'a page to which nobody links, which has a rule of its own': {
      files: { 'index.html': page('b.html'), 'b.html': plain, 'lost.html': plain },
    },
  },
});

describeRule('no-outlinks', {
  finds: {
    'a page without a link, and one with links to itself and out of the site': {
      files: {
        'index.html': page('a.html', 'b.html'),
        'a.html': plain,
        'b.html': page('#top', '?x', 'b.html', 'https://other.example/', 'mailto:a@b.example'),
      },
      siteUrl: SITE,
      at: ['a.html', 'b.html'],
    },
    'an anchor without an address, and a link in noscript': {
      files: {
        'index.html': page('a.html'),
        'a.html': htmlPage('', `<a name="x">x</a><noscript>${a('/')}</noscript>`),
      },
      at: ['a.html'],
    },
  },
  passes: {
    'a link to a page, to a file, and to what is missing': {
      files: {
        'index.html': page('a.html'),
        'a.html': page('b.pdf'),
        'b.pdf': '%PDF',
        'c.html': page('gone.html'),
      },
    },
    'a link to the host beside the scanned folder': {
      files: { 'index.html': page('a.html', 'b.html'), 'a.html': page('/'), 'b.html': page('../') },
      siteUrl: `${SITE}docs/`,
    },
    'a full address, where nobody knows whose it is': {
      files: { 'index.html': page('a.html'), 'a.html': page('https://example.com/') },
    },
    'a page that a script renders, a stub, and what is kept out of search': {
      files: {
        'index.html': page('a.html', 'b.html', 'c.html'),
        'a.html': htmlPage('', '<div id="root"></div><script src="a.js"></script>'),
        'b.html': stub('/'),
        'c.html': htmlPage(noindex),
      },
    },
    'a single page, and a site whose menu a script makes': {
      files: { 'index.html': plain, 'b.html': plain },
    },
    'a page of frames': {
      files: {
        'index.html': page('a.html'),
        'a.html': '<html><head><title>x</title></head><frameset><frame src="index.html"></frameset></html>',
      },
    },
  },
});
