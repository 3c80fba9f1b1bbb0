import { expect } from 'chai';
import { htmlPage } from '../../support/html-page.js';
import { describeRule, occurrencesOf } from '../../support/seo-rule.js';

const link = (href: string) => `<link rel="canonical" href="${href}">`;
const names = (href: string, more = '') => htmlPage(link(href) + more);
const noindex = '<meta name="robots" content="noindex">';
const stub = (to: string, head = '') =>
  htmlPage(`${head}<meta http-equiv="refresh" content="0; url=${to}">`, '');
const plain = htmlPage('');
const SITE = 'https://example.com/';

describeRule('canonical-missing', {
  finds: {
    'the page without one among others': {
      files: { 'a.html': names('/a'), 'b.html': plain },
      at: ['b.html'],
    },
    'one in the body, which does not count': {
      files: { 'a.html': names('/a'), 'b.html': htmlPage('', link('/b')) },
      at: ['b.html'],
    },
    'the whole site once, where no page has one': {
      files: { 'a.html': plain, 'b.html': plain, 'c.html': plain },
      at: ['a.html'],
    },
    'pages without one beside a page that only names another': {
      files: { 'a.html': names('/b'), 'b.html': plain, 'c.html': plain },
      at: ['b.html', 'c.html'],
    },
    'the whole site once, where only redirect stubs have one': {
      files: { 'a.html': plain, 'b.html': plain, 'old.html': stub('a.html', link('/a')) },
      at: ['a.html'],
    },
  },
  passes: {
    'pages with one, relative or full': {
      files: { 'a.html': names('/a'), 'b.html': names(`${SITE}b.html`) },
      siteUrl: SITE,
    },
    'pages kept out of search, and stubs': {
      files: { 'a.html': names('/a'), 'b.html': htmlPage(noindex), 'old.html': stub('a.html') },
    },
    'empty ones, which have a rule of their own': {
      files: { 'a.html': names('/a'), 'b.html': names(''), 'c.html': htmlPage('<link rel="canonical">') },
    },
  },
});

describeRule('canonical-target-missing', {
  finds: {
    'a page that is not there': { files: { 'a.html': names('/gone') }, at: ['a.html: /gone'] },
    'a full address in another letter case': {
      files: { 'about.html': names(`${SITE}About`) },
      siteUrl: SITE,
      at: [`about.html: ${SITE}About`],
    },
    'a missing page on the www form of the host': {
      files: { 'a.html': names('http://www.example.com/gone') },
      siteUrl: SITE,
      at: ['a.html: http://www.example.com/gone'],
    },
    'what the base makes of it': {
      files: { 'a.html': htmlPage(`<base href="/docs/">${link('a.html')}`) },
      at: ['a.html: a.html'],
    },
  },
  passes: {
    'another site': { files: { 'a.html': names('https://other.example/gone') }, siteUrl: SITE },
    'itself, by a clean address, with query and escapes': {
      files: { 'a.html': names('/a'), 'b c.html': names('/b%20c?x=1'), 'd/index.html': names('/d') },
    },
    'a missing page named in the body': { files: { 'a.html': htmlPage('', link('/gone')) } },
    'an address beside the scanned folder': {
      files: { 'a.html': names(`${SITE}blog/a`) },
      siteUrl: `${SITE}docs/`,
    },
    'an address that the host redirects': {
      files: { 'a.html': names('/new/a'), _redirects: '/new/* /:splat 200' },
    },
    'a stub': { files: { 'old.html': stub('/a', link('/gone')), 'a.html': plain } },
    'a file of another kind': { files: { 'a.html': names('/paper.pdf'), 'paper.pdf': '%PDF' } },
  },
});

describeRule('canonical-to-noindex', {
  finds: {
    'a page kept out by a meta': {
      files: { 'a.html': names('/b'), 'b.html': htmlPage(noindex) },
      at: ['a.html: /b'],
    },
    'a page kept out by a header': {
      files: {
        'a.html': names('/b'),
        'b.html': plain,
        _headers: '/b.html\n  X-Robots-Tag: none\n/b\n  X-Robots-Tag: none\n',
      },
      at: ['a.html: /b'],
    },
  },
  passes: {
    'a page kept out that names itself': { files: { 'a.html': names('/a', noindex) } },
    'two pages both kept out': { files: { 'a.html': names('/b', noindex), 'b.html': htmlPage(noindex) } },
    'a stub with noindex': {
      files: { 'a.html': names('/old'), 'old.html': stub('/b', noindex), 'b.html': plain },
    },
    'a page for another crawler only': {
      files: { 'a.html': names('/b'), 'b.html': htmlPage('<meta name="otherbot" content="noindex">') },
    },
  },
});

describeRule('canonical-to-redirect', {
  finds: {
    'a stub': {
      files: { 'a.html': names('/old'), 'old.html': stub('/b'), 'b.html': plain },
      at: ['a.html: /old'],
    },
    'a stub that leads back': {
      files: { 'a.html': names('/old/'), 'old/index.html': stub('/a') },
      at: ['a.html: /old/'],
    },
  },
  passes: {
    'a page': { files: { 'a.html': names('/b'), 'b.html': plain } },
    'a page that reloads itself': {
      files: {
        'a.html': names('/b/'),
        'b/index.html': htmlPage('<meta http-equiv="refresh" content="60; url=/b/">'),
      },
    },
    'the canonical link of a stub': { files: { 'old.html': stub('/b', link('/old')), 'b.html': plain } },
  },
});

describeRule('canonical-chain', {
  finds: {
    'a page that names a third': {
      files: { 'a.html': names('/b'), 'b.html': names('/c'), 'c.html': names('/c') },
      at: ['a.html: /b'],
    },
    'two pages that name each other': {
      files: { 'a.html': names('/b'), 'b.html': names('/a') },
      at: ['a.html: /b', 'b.html: /a'],
    },
    'a page that names one of another site': {
      files: { 'a.html': names('/b'), 'b.html': names('https://other.example/b') },
      siteUrl: SITE,
      at: ['a.html: /b'],
    },
  },
  passes: {
    'a page that names itself in another form': {
      files: { 'a.html': names('/b/'), 'b/index.html': names('https://www.example.com/b/index.html') },
      siteUrl: SITE,
    },
    'a page without one': { files: { 'a.html': names('/b'), 'b.html': plain } },
    'a second one in the body': {
      files: { 'a.html': names('/b'), 'b.html': htmlPage('', link('/c')), 'c.html': plain },
    },
    'a full address, where nobody knows whose it is': {
      files: { 'a.html': names('/b'), 'b.html': names('https://one.example/x/y/z'), 'c.html': plain },
    },
    'a stub, which has a rule of its own': {
      files: { 'a.html': names('/old'), 'old.html': stub('/b', link('/b')), 'b.html': plain },
    },
  },
});

describeRule('canonical-other-host', {
  finds: {
    'another host': {
      files: { 'a.html': names('https://staging.example.net/a') },
      siteUrl: SITE,
      at: ['a.html: https://staging.example.net/a'],
    },
    'another host without a scheme': {
      files: { 'a.html': names('//other.example/a') },
      siteUrl: SITE,
      at: ['a.html: //other.example/a'],
    },
    'a subdomain, by the address that the other pages agree on': {
      files: {
        'a.html': names(`${SITE}a`),
        'b.html': names(`${SITE}b`),
        'c.html': names('https://blog.example.com/c'),
      },
      at: ['c.html: https://blog.example.com/c'],
    },
  },
  passes: {
    'www and http, which have a rule of their own': {
      files: { 'a.html': names('http://www.example.com/a'), 'b.html': names('//EXAMPLE.com:443/b') },
      siteUrl: SITE,
    },
    'the host beside the scanned folder': { files: { 'a.html': names(`${SITE}x`) }, siteUrl: `${SITE}docs/` },
    'a relative one': { files: { 'a.html': names('other.example/a') }, siteUrl: SITE },
    'a site whose address is not known': { files: { 'a.html': names('https://other.example/x/y') } },
  },
});

describeRule('canonical-variant', {
  finds: {
    'http on an https site, and www on a site without': {
      files: { 'a.html': names('http://example.com/a'), 'b.html': names('https://www.example.com/b') },
      siteUrl: SITE,
      at: ['a.html: http://example.com/a', 'b.html: https://www.example.com/b'],
    },
    'a site with www that names itself without': {
      files: { 'a.html': names('//example.com/a') },
      siteUrl: 'https://www.example.com/',
      at: ['a.html: //example.com/a'],
    },
    'the odd one out of three': {
      files: {
        'a.html': names(`${SITE}a`),
        'b.html': names(`${SITE}b`),
        'c.html': names('http://example.com/c'),
      },
      at: ['c.html: http://example.com/c'],
    },
  },
  passes: {
    'the same origin in other letters, with its port': {
      files: { 'a.html': names('HTTPS://Example.COM:443/a'), 'b.html': names('//example.com/b') },
      siteUrl: SITE,
    },
    'a relative one, and another site': {
      files: { 'a.html': names('/a'), 'b.html': names('http://other.example/b') },
      siteUrl: SITE,
    },
  },
});

const words = (word: string) => `<h1>x</h1><p>${`${word} `.repeat(60)}</p>`;

describeRule('canonical-to-root', {
  finds: {
    'a page that names the home page': {
      files: { 'index.html': htmlPage('', words('one')), 'a.html': htmlPage(link('/'), words('two')) },
      at: ['a.html: /'],
    },
    'a page that names it by its full address and file': {
      files: {
        'index.html': htmlPage('', words('one')),
        'a/index.html': htmlPage(link(`${SITE}index.html`), words('two')),
      },
      siteUrl: SITE,
      at: [`a/index.html: ${SITE}index.html`],
    },
    'a page below a path that names the root of the host': {
      files: { 'a.html': names(SITE) },
      siteUrl: `${SITE}docs/`,
      at: [`a.html: ${SITE}`],
    },
  },
  passes: {
    'the home page itself': { files: { 'index.html': names(SITE) }, siteUrl: SITE },
    'a copy of the home page': {
      files: { 'index.html': htmlPage('', words('one')), 'home.html': htmlPage(link('/'), words('one')) },
    },
    'the index of a folder': {
      files: { 'index.html': plain, 'docs/index.html': plain, 'docs/a.html': names('/docs/') },
    },
    'the root of another site': {
      files: { 'index.html': plain, 'a.html': names('https://other.example/') },
      siteUrl: SITE,
    },
  },
});

const openGraph = (canonical: string, url: string) =>
  names(canonical, `<meta property="og:url" content="${url}">`);

describeRule('og-url-conflict', {
  finds: {
    'another page': {
      files: { 'a.html': openGraph(`${SITE}a`, `${SITE}b`) },
      at: [`a.html: ${SITE}b`],
    },
    'another scheme': {
      files: { 'a.html': openGraph(`${SITE}a`, 'http://example.com/a') },
      at: ['a.html: http://example.com/a'],
    },
    'the home page, which a template wrote': {
      files: { 'a.html': openGraph('/a', SITE) },
      siteUrl: SITE,
      at: [`a.html: ${SITE}`],
    },
  },
  passes: {
    'the same address in other letters, escapes, slash and fragment': {
      files: {
        'a.html': openGraph(`${SITE}caf\u00e9`, 'https://EXAMPLE.com:443/caf%C3%A9/#x'),
        'b.html': openGraph(`${SITE}%c3%a9`, `${SITE}%C3%A9`),
      },
    },
    'a relative and a full one that mean the same': {
      files: { 'a.html': openGraph('/a', `${SITE}a`) },
      siteUrl: SITE,
    },
    'a relative and a full one, where the address of the site is not known': {
      files: { 'a.html': openGraph('/a', `${SITE}a`) },
    },
    'an empty one, and a page without a canonical link': {
      files: {
        'a.html': openGraph('/a', ''),
        'b.html': htmlPage(`<meta property="og:url" content="${SITE}x">`),
      },
    },
    'both relative to the base': {
      files: {
        'a.html': htmlPage(`<base href="/docs/">${link('a')}<meta property="og:url" content="/docs/a">`),
      },
    },
  },
});

const follows = (prev: string, canonical: string) => names(canonical, `<link rel="prev" href="${prev}">`);

describeRule('pagination-canonical-to-first', {
  finds: {
    'the second and third page': {
      files: {
        'p1.html': names('/p1'),
        'p2.html': follows('/p1', '/p1'),
        'p3.html': follows('p2.html', '/p1'),
      },
      at: ['p2.html: /p1', 'p3.html: /p1'],
    },
    'pages of a folder, by full addresses': {
      files: { 'blog/index.html': plain, 'blog/2/index.html': follows(`${SITE}blog/`, `${SITE}blog/`) },
      siteUrl: SITE,
      at: [`blog/2/index.html: ${SITE}blog/`],
    },
  },
  passes: {
    'pages that name themselves': { files: { 'p1.html': names('/p1'), 'p2.html': follows('/p1', '/p2') } },
    'a page with everything on it': {
      files: { 'p1.html': names('/all'), 'p2.html': follows('/p1', '/all'), 'all.html': plain },
    },
    'a circle': { files: { 'p1.html': follows('/p2', '/p2'), 'p2.html': follows('/p1', '/p1') } },
    'a page that names the first and follows none': { files: { 'p1.html': plain, 'p2.html': names('/p1') } },
  },
});

const next = (rel: string, href: string) => htmlPage(`<link rel="${rel}" href="${href}">`);

describeRule('pagination-broken', {
  finds: {
    'a next page that is not there': { files: { 'p1.html': next('next', '/p2') }, at: ['p1.html: /p2'] },
    'a previous page in a folder without an index': {
      files: { 'p/2.html': next('PREV', '/p/') },
      at: ['p/2.html: /p/'],
    },
  },
  passes: {
    'pages that are there': {
      files: { 'p1.html': next('next', 'p2'), 'p2.html': next('prev', '/p1.html?x#y') },
    },
    'another site, and another relation': {
      files: { 'a.html': next('next', 'https://other.example/2'), 'b.html': next('prefetch', '/gone') },
    },
    'a link of the text': { files: { 'a.html': htmlPage('', '<a rel="next" href="/gone">x</a>') } },
    'a stub': {
      files: {
        'a.html': htmlPage(
          '<meta http-equiv="refresh" content="0; url=b.html"><link rel="next" href="/gone">',
        ),
        'b.html': plain,
      },
    },
  },
});

describe('canonical-missing', () => {
  it('is an opportunity where no page has a canonical link, and information where some have', async () => {
    const severities = async (files: Record<string, string>) =>
      (await occurrencesOf('canonical-missing', { files })).map(({ severity }) => severity);
    expect(await severities({ 'a.html': plain, 'b.html': plain })).to.deep.equal(['opportunity']);
    expect(await severities({ 'a.html': plain, 'b.html': names('/b') })).to.deep.equal(['info']);
  });
});
