import { expect } from 'chai';
import { htmlPage } from '../../support/html-page.js';
import { describeRule, occurrencesOf } from '../../support/seo-rule.js';

const body = (html: string) => htmlPage('', html);
const one = (head: string, html?: string) => ({ files: { 'index.html': htmlPage(head, html) } });
const plain = htmlPage('');
const SITE = 'https://example.com/';
const STUB = '<meta http-equiv="refresh" content="0; url=b.html">';

describeRule('image-broken', {
  finds: {
    'an image, each candidate of a srcset, a poster and an image button': {
      ...one(
        '',
        '<img src="a.png"><img srcset="b.png 1x, c.png 2x"><video poster="d.png"></video><input type="image" src="e.png">',
      ),
      at: ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'].map((file) => `index.html: ${file}`),
    },
    'a source of a picture': {
      files: {
        'index.html': body('<picture><source srcset="x.webp"><img src="x.png" alt=""></picture>'),
        'x.png': 'x',
      },
      at: ['index.html: x.webp'],
    },
    'a name in another letter case': {
      files: { 'index.html': body('<img src="/img/Logo.PNG">'), 'img/logo.png': 'x' },
      at: ['index.html: /img/Logo.PNG'],
    },
    'a full address of the site': {
      ...one('', '<img src="https://www.example.com/a.png">'),
      siteUrl: SITE,
      at: ['index.html: https://www.example.com/a.png'],
    },
  },
  passes: {
    'images that are there, by base, query, escapes and commas in names': {
      files: {
        'docs/a.html': htmlPage(
          '<base href="../img/">',
          '<img src="a b.png?v=1"><img src="a%20b.png" srcset="x,1.png 1x, a%20b.png, x,1.png">',
        ),
        'img/a b.png': 'x',
        'img/x,1.png': 'x',
      },
    },
    'data, other sites, and no address': one(
      '',
      '<img src="data:image/gif;base64,R0lGOD"><img srcset="data:image/png;base64,AA,BB 1x, https://cdn.example/x.png 2x"><img src=""><img>',
    ),
    'what a script is to load later': one(
      '',
      '<img data-src="gone.png" alt=""><template><img src="gone.png"></template>',
    ),
    'images in noscript, comments and scripts': one(
      '',
      '<noscript><img src="gone.png"></noscript><!-- <img src="gone.png"> --><script>"<img src=gone.png>"</script>',
    ),
    'what the host resizes': one(
      '',
      '<img src="/cdn-cgi/image/width=80/a.png"><img src="/.netlify/images?url=/a.png">',
    ),
    'a page in a folder whose name needs escapes': {
      files: { 'my docs/a.html': body('<img src="a.png">'), 'my docs/a.png': 'x' },
    },
    'a stub': { files: { 'a.html': htmlPage(STUB, '<img src="gone.png">'), 'b.html': plain } },
  },
});

describeRule('resource-broken', {
  finds: {
    'a style sheet, an icon, a manifest and a preloaded module': {
      ...one(
        '<link rel="stylesheet" href="a.css"><link rel="shortcut icon" href="b.ico"><link rel="manifest" href="c.json"><link rel="modulepreload" href="d.js">',
      ),
      at: ['a.css', 'b.ico', 'c.json', 'd.js'].map((file) => `index.html: ${file}`),
    },
    'a script, a frame, media, subtitles and an object': {
      ...one(
        '',
        '<script src="a.js"></script><iframe src="b.html"></iframe><video src="c.mp4"><track src="d.vtt"></video><audio><source src="e.ogg"></audio><object data="f.pdf"></object>',
      ),
      at: ['a.js', 'b.html', 'c.mp4', 'd.vtt', 'e.ogg', 'f.pdf'].map((file) => `index.html: ${file}`),
    },
  },
  passes: {
    'files that are there': {
      files: {
        'a/b.html': htmlPage('<link rel="stylesheet" href="../s.css?v=2"><script src="/s.js#x"></script>'),
        's.css': 'x',
        's.js': 'x',
      },
    },
    'links that load nothing': one(
      '<link rel="preconnect" href="/x"><link rel="alternate" href="/feed"><link rel="canonical" href="/y"><link rel="search" href="/z">',
    ),
    'the action of a form, which a server answers': one('', '<form action="/search"><input></form>'),
    'empty frames, and what scripts put there': one(
      '',
      '<iframe src="about:blank"></iframe><iframe src="javascript:0"></iframe><iframe srcdoc="x"></iframe>',
    ),
    'scripts that the host adds': one(
      '<script src="/_vercel/insights/script.js"></script><script src="/cdn-cgi/scripts/x.js"></script>',
    ),
    'other sites': one(
      '<script src="//cdn.example/x.js"></script><link rel="stylesheet" href="https://cdn.example/x.css">',
    ),
  },
});

describe('resource-broken, where the address of the site is not known', () => {
  it('only informs where the file is there below the path at which the folder may be deployed', async () => {
    const found = await occurrencesOf('resource-broken', {
      files: {
        'index.html': htmlPage(
          '<link rel="stylesheet" href="/repo/s.css"><script src="/repo/gone.js"></script>',
        ),
        's.css': 'x',
      },
    });
    expect(found.map(({ value, severity }) => [value, severity])).to.deep.equal([
      ['/repo/s.css', 'info'],
      ['/repo/gone.js', 'critical'],
    ]);
  });
});

const bytes = (count: number) => new Uint8Array(count);

describeRule('image-heavy', {
  finds: {
    'an image of more than 500 kB': {
      files: { 'index.html': body('<img src="a.jpg">'), 'a.jpg': bytes(500_001) },
      at: ['index.html: a.jpg'],
    },
    'an image whose srcset names it again, once': {
      files: {
        'index.html': body('<img src="a.jpg" srcset="a.jpg 1x, /a.jpg 2x">'),
        'a.jpg': bytes(600_000),
      },
      at: ['index.html: a.jpg'],
    },
    'a heavy poster, and a candidate of a srcset': {
      files: {
        'index.html': body('<video poster="/a.jpg"></video><img srcset="/a.jpg 2x, /b.jpg">'),
        'a.jpg': bytes(600_000),
        'b.jpg': 'x',
      },
      at: ['index.html: /a.jpg', 'index.html: /a.jpg'],
    },
    'what is heavier than the limit that was set': {
      files: { 'index.html': body('<img src="a.jpg">'), 'a.jpg': bytes(1001) },
      limits: { maxBytes: 1000 },
      at: ['index.html: a.jpg'],
    },
  },
  passes: {
    'an image of 500 kB': { files: { 'index.html': body('<img src="a.jpg">'), 'a.jpg': bytes(500_000) } },
    'a heavy image that is only linked, or a preview': {
      files: {
        'index.html': htmlPage('<meta property="og:image" content="/a.jpg">', '<a href="a.jpg">Download</a>'),
        'a.jpg': bytes(600_000),
      },
    },
    'a heavy film': { files: { 'index.html': body('<video src="a.mp4"></video>'), 'a.mp4': bytes(600_000) } },
  },
});

describeRule('favicon-missing', {
  finds: {
    'a home page without an icon': { ...one(''), at: ['index.html'] },
    'an icon that only another page names, and a favicon in a folder': {
      files: {
        'index.html': plain,
        'b.html': htmlPage('<link rel="icon" href="x.png">'),
        'img/favicon.ico': 'x',
      },
      at: ['index.html'],
    },
    'an icon for Safari tabs alone': { ...one('<link rel="mask-icon" href="x.svg">'), at: ['index.html'] },
  },
  passes: {
    'an icon, in any case and among tokens': one('<LINK REL="Shortcut ICON" HREF="/x.ico">'),
    'an icon for home screens, which search engines take, too': one(
      '<link rel="apple-touch-icon" href="/x.png">',
    ),
    'an icon within the page': one('<link rel="icon" href="data:image/svg+xml,<svg/>">'),
    'favicon.ico at the root': { files: { 'index.html': plain, 'favicon.ico': 'x' } },
    'a site below a path, where the icon is at the root of the host': { ...one(''), siteUrl: `${SITE}docs/` },
    'a home page that redirects, and a site without one': {
      files: { 'index.html': htmlPage(STUB), 'b.html': plain },
    },
  },
});

const og = (value: string, property = 'og:image') => `<meta property="${property}" content="${value}">`;

describeRule('og-image-broken', {
  finds: {
    'a full address of the site': {
      ...one(og(`${SITE}a.png`)),
      siteUrl: SITE,
      at: [`index.html: ${SITE}a.png`],
    },
    'a path, and each of several': {
      files: { 'index.html': htmlPage(og('/a.png') + og('/b.png', 'og:image:url')) },
      at: ['index.html: /a.png', 'index.html: /b.png'],
    },
    'an address for https alone': {
      ...one(og(`${SITE}a.png`, 'og:image:secure_url')),
      siteUrl: SITE,
      at: [`index.html: ${SITE}a.png`],
    },
  },
  passes: {
    'a file that is there': {
      files: { 'index.html': htmlPage(og(`${SITE}a%20b.png?v=1`)), 'a b.png': 'x' },
      siteUrl: SITE,
    },
    'another site, and an empty one': one(og('https://cdn.example/a.png') + og(' ')),
    'the width of an image': one(og('1200', 'og:image:width')),
    'an image that the host makes': { ...one(og(`${SITE}.netlify/images?url=/a.png`)), siteUrl: SITE },
  },
});

const http = (html: string) => ({ ...one('', html), siteUrl: SITE });

describeRule('mixed-content', {
  finds: {
    'scripts, frames, objects and forms': {
      ...http(
        '<script src="http://x.example/a.js"></script><iframe src="HTTP://x.example/b"></iframe><object data="http://x.example/c"></object><form action="http://x.example/d"></form>',
      ),
      at: ['http://x.example/a.js', 'HTTP://x.example/b', 'http://x.example/c', 'http://x.example/d'].map(
        (href) => `index.html: ${href}`,
      ),
    },
    'pictures, candidates of a srcset, and media': {
      ...http(
        '<img src="http://x.example/a.png"><img srcset="/b.png 1x, http://x.example/b.png 2x"><audio src="http://x.example/c.ogg"></audio>',
      ),
      at: ['http://x.example/a.png', 'http://x.example/b.png', 'http://x.example/c.ogg'].map(
        (href) => `index.html: ${href}`,
      ),
    },
    'a style sheet of the site itself, by http': {
      files: {
        'index.html': htmlPage('<link rel="stylesheet" href="http://example.com/s.css">'),
        's.css': 'x',
      },
      siteUrl: SITE,
      at: ['index.html: http://example.com/s.css'],
    },
  },
  passes: {
    "the visitor's own computer, which browsers take for safe": http(
      '<script src="http://localhost:3000/a.js"></script><iframe src="http://127.0.0.1/"></iframe><img src="http://[::1]/b.png">',
    ),
    'links that are followed, and links that load nothing': {
      ...one(
        '<link rel="canonical" href="http://example.com/"><link rel="alternate" hreflang="de" href="http://example.com/de"><link rel="profile" href="http://gmpg.org/xfn/11">',
        '<a href="http://x.example/">x</a><svg xmlns="http://www.w3.org/2000/svg"></svg>',
      ),
      siteUrl: SITE,
    },
    'addresses by https, without scheme, and in a query': http(
      '<img src="https://x.example/a.png"><script src="//x.example/a.js"></script><img src="https://proxy.example/?url=http://x.example/a.png">',
    ),
    'a site by http': { ...one('', '<img src="http://x.example/a.png">'), siteUrl: 'http://example.com/' },
    'a site whose address is not known': one('', '<script src="http://x.example/a.js"></script>'),
    'what is no markup': http(
      '<!-- <img src="http://x.example/a.png"> --><pre>&lt;img src="http://x.example/a.png"></pre>',
    ),
  },
});

describe('mixed-content', () => {
  it('is critical where browsers block it or warn, and a warning where they load it', async () => {
    const found = await occurrencesOf(
      'mixed-content',
      http('<script src="http://x.example/a.js"></script><img src="http://x.example/a.png">'),
    );
    expect(found.map(({ severity }) => severity)).to.deep.equal(['critical', 'warning']);
  });
});
