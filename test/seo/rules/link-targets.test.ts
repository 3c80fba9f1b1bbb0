import { expect } from 'chai';
import { htmlPage } from '../../support/html-page.js';
import { describeRule, occurrencesOf } from '../../support/seo-rule.js';

const a = (...hrefs: readonly string[]) => hrefs.map((href) => `<a href="${href}">link</a>`).join('');
const page = (...hrefs: readonly string[]) => htmlPage('', a(...hrefs));
const ids = (...names: readonly string[]) => htmlPage('', names.map((id) => `<p id="${id}">x</p>`).join(''));
const stub = (to: string, head = '') =>
  htmlPage(`${head}<meta http-equiv="refresh" content="0; url=${to}">`, '');
const noindex = '<meta name="robots" content="noindex">';
const canonical = (href: string) => `<link rel="canonical" href="${href}">`;
const plain = htmlPage('');
const SITE = 'https://example.com/';

describeRule('internal-link-broken', {
  finds: {
    'a link to nothing, by a and by area': {
      files: { 'index.html': htmlPage('', `${a('gone.html')}<map><area href="gone2.html" alt="x"></map>`) },
      at: ['index.html: gone.html', 'index.html: gone2.html'],
    },
    'a name in another letter case and in another Unicode form': {
      files: {
        'index.html': page('About.html', 'cafe\u0301.html'),
        'about.html': plain,
        'caf\u00e9.html': plain,
      },
      at: ['index.html: About.html', 'index.html: cafe\u0301.html'],
    },
    'a folder without an index page': {
      files: { 'index.html': page('docs/'), 'docs/a.html': plain },
      at: ['index.html: docs/'],
    },
    'an escape that was escaped again': {
      files: { 'index.html': page('a%2520b.html'), 'a b.html': plain },
      at: ['index.html: a%2520b.html'],
    },
    'what the base makes of a link that stands before it': {
      files: {
        'index.html': htmlPage(`<base href="/docs/">`, a('a.html', 'b.html')),
        'docs/b.html': plain,
        'a.html': plain,
      },
      at: ['index.html: a.html'],
    },
    'a full address of the site, with www and by http': {
      files: { 'index.html': page('https://example.com/x', 'http://www.example.com/y') },
      siteUrl: SITE,
      at: ['index.html: https://example.com/x', 'index.html: http://www.example.com/y'],
    },
    'a missing page below the path of the site': {
      files: { 'index.html': page('/docs/gone', '/docs/a', '/elsewhere'), 'a.html': plain },
      siteUrl: 'https://example.com/docs/',
      at: ['index.html: /docs/gone'],
    },
    'a link inside a drawing': {
      files: { 'index.html': htmlPage('', '<svg><a xlink:href="gone.html"><text>x</text></a></svg>') },
      at: ['index.html: gone.html'],
    },
    'a rooted link, where others show that the folder is the root': {
      files: { 'index.html': page('/old/about.html', '/about.html'), 'about.html': plain },
      at: ['index.html: /old/about.html'],
    },
  },
  passes: {
    'clean addresses, folders, queries and escapes': {
      files: {
        'index.html': page(
          'about',
          'docs',
          'docs/',
          'docs/?q=1#x',
          'a%20b.html',
          'a b.html',
          '',
          '.',
          '?x',
          './',
        ),
        'about.html': plain,
        'docs/index.html': plain,
        'a b.html': plain,
      },
    },
    'neighbours in a folder whose name needs escapes': {
      files: {
        'my docs/a.html': page('b.html', './b', '../caf\u00e9/c.html'),
        'my docs/b.html': plain,
        'caf\u00e9/c.html': page('d.html'),
        'caf\u00e9/d.html': plain,
        'x%20y/e.html': page('f.html'),
        'x%20y/f.html': plain,
      },
    },
    'other schemes and other sites': {
      files: {
        'index.html': page(
          'mailto:a@b.example',
          'tel:1',
          'javascript:void(0)',
          'data:,x',
          '//cdn.example/x',
          'https://other.example/gone',
        ),
      },
    },
    'what is no markup': {
      files: {
        'index.html': htmlPage(
          '',
          `<!-- ${a('g1')} --><script>'${a('g2')}'</script><template>${a('g3')}</template><noscript>${a('g4')}</noscript><textarea>${a('g5')}</textarea><iframe srcdoc="x">${a('g6')}</iframe>`,
        ),
      },
    },
    'a first href that counts and a second that does not': {
      files: { 'index.html': htmlPage('', '<a href="b.html" href="gone.html">x</a>'), 'b.html': plain },
    },
    'an address that a redirect of the host serves': {
      files: { 'index.html': page('/old/x'), _redirects: '/old/* /new/:splat 301' },
    },
    'what hosts answer themselves': {
      files: {
        'index.html': page(
          '/cdn-cgi/l/email-protection#ab12',
          '/.netlify/functions/x',
          '/.auth/login/github',
        ),
      },
      siteUrl: SITE,
    },
    'links of a redirect stub': {
      files: {
        'old.html': htmlPage('<meta http-equiv="refresh" content="0; url=/">', a('gone.html')),
        'index.html': plain,
      },
    },
    'a link to a file that is no page, and to the error page': {
      files: { 'index.html': page('a.pdf', '404.html'), 'a.pdf': '%PDF', '404.html': plain },
    },
    'a path with dots above the root, as browsers clamp it': {
      files: { 'docs/a.html': page('../../../b.html'), 'b.html': plain },
      siteUrl: SITE,
    },
  },
});

describe('internal-link-broken, where the address of the site is not known', () => {
  it('only informs about rooted links below a path under which the folder may be deployed', async () => {
    const found = await occurrencesOf('internal-link-broken', {
      files: {
        'index.html': page('/repo/about.html', '/repo/', '/repo/gone.html', '/'),
        'about.html': plain,
      },
    });
    expect(found.map(({ value, severity }) => [value, severity])).to.deep.equal([
      ['/repo/about.html', 'info'],
      ['/repo/', 'info'],
      ['/repo/gone.html', 'critical'],
    ]);
  });

  it('only informs about links that climb out of the folder', async () => {
    const found = await occurrencesOf('internal-link-broken', {
      files: { 'docs/a.html': page('../../gone.html', '../gone.html') },
    });
    expect(found.map(({ severity }) => severity)).to.deep.equal(['info', 'critical']);
  });
});

describeRule('internal-fragment-broken', {
  finds: {
    'a name that the page does not have': {
      files: { 'index.html': page('#nope', 'b.html#nope'), 'b.html': ids('yes') },
      at: ['index.html: #nope', 'index.html: b.html#nope'],
    },
    'a name in another letter case': {
      files: { 'index.html': page('b.html#Intro'), 'b.html': ids('intro') },
      at: ['index.html: b.html#Intro'],
    },
    'a name that only a template, noscript or comment has': {
      files: {
        'index.html': page('b.html#a', 'b.html#b', 'b.html#c'),
        'b.html': htmlPage(
          '',
          '<template><i id="a"></i></template><noscript><i id="b"></i></noscript><!-- <i id="c"> -->x',
        ),
      },
      at: ['index.html: b.html#a', 'index.html: b.html#b', 'index.html: b.html#c'],
    },
    'a bare fragment that the base sends to another page': {
      files: {
        'index.html': htmlPage('<base href="/b.html">', `<p id="here">${a('#here')}`),
        'b.html': ids('there'),
      },
      at: ['index.html: #here'],
    },
    'a missing name before a text directive': {
      files: { 'index.html': page('b.html#nope:~:text=x'), 'b.html': ids('yes') },
      at: ['index.html: b.html#nope:~:text=x'],
    },
    'a range of lines one end of which is missing': {
      files: { 'index.html': page('b.html#1-9'), 'b.html': ids('1', '2') },
      at: ['index.html: b.html#1-9'],
    },
    'a name of a form or a meta, which is no anchor': {
      files: {
        'index.html': page('b.html#f'),
        'b.html': htmlPage('<meta name="f" content="x">', '<form name="f"></form>x'),
      },
      at: ['index.html: b.html#f'],
    },
  },
  passes: {
    'the top, in any case and with escapes': {
      files: {
        'index.html': page('#', '#top', '#TOP', 'b.html#Top', '#%74op', '#top:~:text=x'),
        'b.html': plain,
      },
    },
    'a text directive alone': {
      files: { 'index.html': page('b.html#:~:text=some%20words'), 'b.html': plain },
    },
    'an id, an anchor by name, and an id inside a drawing': {
      files: {
        'index.html': page('b.html#a', 'b.html#b', 'b.html#c'),
        'b.html': htmlPage('', '<i id="a">x</i><a name="b"></a><svg><g id="c"></g></svg>'),
      },
    },
    'names that are escaped in the link, or on the page': {
      files: {
        'index.html': page('b.html#caf%C3%A9', 'b.html#a%20b', 'b.html#%E4%B8%AD', 'b.html#x%20y'),
        'b.html': ids('caf\u00e9', 'a%20b', '\u4e2d', 'x y'),
      },
    },
    'an id with an entity': {
      files: { 'index.html': page('b.html#a&amp;b'), 'b.html': ids('a&amp;b') },
    },
    'a range of lines': {
      files: { 'index.html': page('b.html#1-3', 'b.html#L1-L3'), 'b.html': ids('1', '3', 'L1', 'L3') },
    },
    'routes of scripts': {
      files: { 'index.html': page('#/users', '#!/users', 'b.html#/x'), 'b.html': plain },
    },
    'a place on a redirect stub, which leads on': {
      files: { 'index.html': page('old.html#x'), 'old.html': stub('new.html'), 'new.html': plain },
    },
    'a place on a page that a script renders': {
      files: {
        'index.html': page('app.html#x'),
        'app.html': htmlPage('', '<div id="root"></div><script src="a.js"></script>'),
      },
    },
    'places in files that are no pages': {
      files: { 'index.html': page('a.pdf#page=2', 'logo.svg#mark'), 'a.pdf': '%PDF', 'logo.svg': '<svg/>' },
    },
    'a place on another site, and on a page that is missing': {
      files: { 'index.html': page('https://other.example/#x', 'gone.html#x') },
    },
  },
});

describeRule('internal-link-slash-mismatch', {
  finds: {
    'a slash behind the address of a file': {
      files: { 'index.html': page('about/', '/about/#x'), 'about.html': plain },
      at: ['index.html: about/', 'index.html: /about/#x'],
    },
    'a slash where the folder has other pages but no index': {
      files: { 'index.html': page('docs/'), 'docs.html': plain, 'docs/a.html': plain },
      at: ['index.html: docs/'],
    },
  },
  passes: {
    'a folder with an index, with and without slash': {
      files: { 'index.html': page('about/', 'about'), 'about/index.html': plain },
    },
    'a file with and without its ending': {
      files: { 'index.html': page('about', 'about.html'), 'about.html': plain },
    },
    'both a file and a folder with an index': {
      files: { 'index.html': page('about/'), 'about.html': plain, 'about/index.html': plain },
    },
    'a slash that the host redirects': {
      files: { 'index.html': page('/about/'), 'about.html': plain, _redirects: '/about/ /about 301' },
    },
  },
});

describeRule('internal-link-to-noindex', {
  finds: {
    'a page kept out by a meta': {
      files: { 'index.html': page('b.html'), 'b.html': htmlPage(noindex) },
      at: ['index.html: b.html'],
    },
    'a page kept out by a header of the host': {
      files: {
        'index.html': page('b.html'),
        'b.html': plain,
        _headers: '/b.html\n  X-Robots-Tag: noindex\n',
      },
      at: ['index.html: b.html'],
    },
  },
  passes: {
    'a page linking to itself': { files: { 'index.html': htmlPage(noindex, a('index.html', './')) } },
    'a redirect stub with noindex': {
      files: { 'index.html': page('old.html'), 'old.html': stub('b.html', noindex), 'b.html': plain },
    },
    'a page whose links are not followed, but which may be shown': {
      files: { 'index.html': page('b.html'), 'b.html': htmlPage('<meta name="robots" content="nofollow">') },
    },
    'a canonical link to it': {
      files: { 'index.html': htmlPage(canonical('b.html')), 'b.html': htmlPage(noindex) },
    },
  },
});

describeRule('internal-link-to-redirect', {
  finds: {
    'a link to a stub': {
      files: { 'index.html': page('old.html'), 'old.html': stub('b.html'), 'b.html': plain },
      at: ['index.html: old.html'],
    },
    'a link to a stub that leads to another site, after a while': {
      files: {
        'index.html': page('old'),
        'old/index.html': htmlPage('<META HTTP-EQUIV="Refresh" CONTENT="5;URL=\'https://other.example/\'">'),
      },
      at: ['index.html: old'],
    },
  },
  passes: {
    'a page that reloads itself': {
      files: {
        'index.html': page('live/', 'b.html'),
        'live/index.html': htmlPage('<meta http-equiv="refresh" content="30; url=/live/">'),
        'b.html': htmlPage('<meta http-equiv="refresh" content="60">'),
      },
    },
    'stubs that lead to stubs, which have rules of their own': {
      files: {
        'a.html': htmlPage('<meta http-equiv="refresh" content="0; url=b.html">', a('b.html')),
        'b.html': stub('c.html'),
        'c.html': plain,
      },
    },
    'a refresh in the text of a page': {
      files: {
        'index.html': page('b.html'),
        'b.html': htmlPage('', '<pre>&lt;meta http-equiv="refresh" content="0; url=x"></pre>'),
      },
    },
  },
});

describeRule('internal-link-to-non-canonical', {
  finds: {
    'a page that names another one': {
      files: { 'index.html': page('b.html'), 'b.html': htmlPage(canonical('c.html')), 'c.html': plain },
      at: ['index.html: b.html'],
    },
    'a page that names another one by its full address': {
      files: {
        'index.html': page('b'),
        'b.html': htmlPage(canonical('https://www.example.com/c')),
        'c.html': plain,
      },
      siteUrl: SITE,
      at: ['index.html: b'],
    },
  },
  passes: {
    'pages that name themselves, in another form': {
      files: {
        'index.html': page('b/index.html', 'c.html'),
        'b/index.html': htmlPage(canonical('/b/')),
        'c.html': htmlPage(canonical('/c')),
      },
    },
    'a canonical link in the body, and one to another site': {
      files: {
        'index.html': page('b.html', 'c.html'),
        'b.html': htmlPage('', canonical('c.html')),
        'c.html': htmlPage(canonical('https://other.example/')),
      },
    },
    'the original that offers its print version': {
      files: { 'a.html': page('print.html'), 'print.html': htmlPage(canonical('a.html')) },
    },
    'a stub with a canonical link': {
      files: {
        'index.html': page('old.html'),
        'old.html': stub('b.html', canonical('b.html')),
        'b.html': plain,
      },
    },
  },
});

const nofollow = (href: string, rel = 'nofollow') => htmlPage('', `<a rel="${rel}" href="${href}">x</a>`);

describeRule('link-nofollow-internal', {
  finds: {
    'a link within the site': {
      files: { 'index.html': nofollow('b.html'), 'b.html': plain },
      at: ['index.html: b.html'],
    },
    'one among several tokens, on an area': {
      files: {
        'index.html': htmlPage('', '<map><area rel="noopener NOFOLLOW" href="/b" alt="x"></map>'),
        'b.html': plain,
      },
      at: ['index.html: /b'],
    },
  },
  passes: {
    'a link to another site': { files: { 'index.html': nofollow('https://other.example/') } },
    'an answer to a comment on the page itself': {
      files: { 'index.html': nofollow('?replytocom=12#respond') },
    },
    'other tokens': { files: { 'index.html': nofollow('b.html', 'noopener ugc external'), 'b.html': plain } },
    'a file that is no page': { files: { 'index.html': nofollow('a.zip'), 'a.zip': 'x' } },
  },
});

describeRule('url-duplicate-forms', {
  finds: {
    'a folder with and without its index': {
      files: { 'index.html': page('a/', 'a/index.html'), 'a/index.html': plain },
      at: ['a/index.html: /a/ /a/index.html'],
    },
    'a file with and without its ending, in different pages': {
      files: { 'index.html': page('a'), 'b.html': page('/a.html'), 'a.html': plain },
      at: ['a.html: /a /a.html'],
    },
    'the home page as a folder and as a file': {
      files: { 'index.html': plain, 'b.html': page('/', 'index.html') },
      at: ['index.html: / /index.html'],
    },
  },
  passes: {
    'relative, rooted and full links to one address, with queries and fragments': {
      files: {
        'index.html': page('a/', '/a/', '/a/?x=1', 'https://example.com/a/#top'),
        'a/index.html': plain,
      },
      siteUrl: SITE,
    },
    'bare queries and fragments, and an empty link, on the page itself': {
      files: { 'index.html': page('a/'), 'a/index.html': page('?sort=price', '#gone', '', '#') },
    },
    'an address with and without escapes': {
      files: { 'index.html': page('a%20b.html', 'a b.html'), 'a b.html': plain },
    },
    'a redirect stub': { files: { 'index.html': page('old', 'old.html'), 'old.html': stub('/') } },
  },
});
