import { htmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const noindex = '<meta name="robots" content="noindex">';
const SITE = 'https://example.com/';
const inLanguage = (lang: string, head: string, body = 'x') =>
  `<!doctype html><html${lang === '' ? '' : ` lang="${lang}"`}><head>${head}</head><body>${body}</body></html>`;

for (const [id, tag] of [
  ['title-duplicate', (text: string) => `<title>${text}</title>`],
  ['description-duplicate', (text: string) => `<meta name="description" content="${text}">`],
] as const) {
  const page = (text: string, head = '') => htmlPage(tag(text) + head);
  describeRule(id, {
    finds: {
      'two pages with one text': {
        files: { 'a.html': page('Acme'), 'b.html': page('Acme'), 'c.html': page('Other') },
        at: ['a.html: Acme', 'b.html: Acme'],
      },
      'texts that differ in white space, entities and Unicode form': {
        files: { 'a.html': page('Caf\u00e9  &amp;\n Bar'), 'b.html': page('Cafe\u0301 &#38; Bar') },
        at: ['a.html: Caf\u00e9 & Bar', 'b.html: Cafe\u0301 & Bar'],
      },
      'a page that names no language beside one that does': {
        files: { 'a.html': inLanguage('en', tag('Acme')), 'b.html': inLanguage('', tag('Acme')) },
        at: ['a.html: Acme', 'b.html: Acme'],
      },
      'pages of one language among translations': {
        files: {
          'a.html': inLanguage('en', tag('Acme')),
          'b.html': inLanguage('EN', tag('Acme')),
          'de.html': inLanguage('de', tag('Acme')),
        },
        at: ['a.html: Acme', 'b.html: Acme'],
      },
      'pages that name themselves': {
        files: {
          'a.html': page('Acme', `<link rel="canonical" href="${SITE}a">`),
          'b.html': page('Acme', `<link rel="canonical" href="${SITE}b.html">`),
        },
        siteUrl: SITE,
        at: ['a.html: Acme', 'b.html: Acme'],
      },
      'Chinese texts': {
        files: { 'a.html': page('关于我们'), 'b.html': page('关于我们') },
        at: ['a.html: 关于我们', 'b.html: 关于我们'],
      },
    },
    passes: {
      'translations that share a name': {
        files: { 'a.html': inLanguage('en', tag('Acme')), 'b.html': inLanguage('de', tag('Acme')) },
      },
      'texts that differ in a letter, or in its case': {
        files: { 'a.html': page('Acme 1'), 'b.html': page('Acme 2'), 'c.html': page('acme 1') },
      },
      'a page that names the other as canonical': {
        files: { 'a.html': page('Acme'), 'b.html': page('Acme', '<link rel="canonical" href="/a">') },
      },
      'a page that names one of another site': {
        files: {
          'a.html': page('Acme'),
          'b.html': page('Acme', '<link rel="canonical" href="https://other.example/b">'),
        },
        siteUrl: SITE,
      },
      'pages that search engines may not show, and stubs': {
        files: {
          'a.html': page('Acme'),
          'b.html': page('Acme', noindex),
          'c.html': page('Acme', '<meta http-equiv="refresh" content="0; url=a.html">'),
          '404.html': page('Acme'),
        },
      },
      'empty texts, which have a rule of their own': { files: { 'a.html': page(' '), 'b.html': page('') } },
      'the same text twice on one page': { files: { 'a.html': page('Acme', tag('Acme')) } },
    },
  });
}

const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `word${String(from + index)}`).join(' ');
const text = (body: string, head = '') => htmlPage(head, `<p>${body}</p>`);

describeRule('duplicate-content', {
  finds: {
    'two pages with the same 50 words': {
      files: { 'a.html': text(words(50)), 'b.html': text(words(50)), 'c.html': text(words(50, 7)) },
      at: ['a.html', 'b.html'],
    },
    'the same words in other markup, case, menus and footers': {
      files: {
        'a.html': htmlPage('', `<nav>Home</nav><main><p>${words(60)}</p></main><footer>2024</footer>`),
        'b.html': htmlPage(
          '',
          `<header>Other</header><h2>${words(30).toUpperCase()}</h2><b>${words(30, 30)}</b>.`,
        ),
      },
      at: ['a.html', 'b.html'],
    },
    '100 Chinese characters': {
      files: { 'a.html': text('文字'.repeat(50)), 'b.html': text('文字'.repeat(50)) },
      at: ['a.html', 'b.html'],
    },
    'pages that only scripts and comments tell apart': {
      files: {
        'a.html': text(`${words(60)}<script>one()</script>`),
        'b.html': text(`${words(60)}<!-- two --><style>x{}</style>`),
      },
      at: ['a.html', 'b.html'],
    },
  },
  passes: {
    'pages of 49 words': { files: { 'a.html': text(words(49)), 'b.html': text(words(49)) } },
    '99 Chinese characters': { files: { 'a.html': text('文'.repeat(99)), 'b.html': text('文'.repeat(99)) } },
    'the same words in another order': {
      files: {
        'a.html': text(`${words(30)} ${words(30, 30)}`),
        'b.html': text(`${words(30, 30)} ${words(30)}`),
      },
    },
    'pages of a menu and a footer alone': {
      files: {
        'a.html': htmlPage('', `<nav>${words(90)}</nav>One`),
        'b.html': htmlPage('', `<nav>${words(90)}</nav>Two`),
      },
    },
    'translations that are not translated yet': {
      files: { 'a.html': inLanguage('en', '', words(60)), 'b.html': inLanguage('fr', '', words(60)) },
    },
    'a copy that names the original, one kept out of search, and a stub': {
      files: {
        'a.html': text(words(60)),
        'b.html': text(words(60), '<link rel="canonical" href="/a.html">'),
        'c.html': text(words(60), noindex),
        'd.html': text(words(60), '<meta http-equiv="refresh" content="9; url=/a.html">'),
      },
    },
    'pages that a script renders': {
      files: Object.fromEntries(
        ['a.html', 'b.html'].map((file) => [
          file,
          htmlPage('', '<div id="app"></div><script src="a.js"></script>'),
        ]),
      ),
    },
    'pages whose menu is never closed, so that nobody knows the main text': {
      files: {
        'a.html': htmlPage('', `<p>${words(60)}<nav>One`),
        'b.html': htmlPage('', `<p>${words(60)}<nav>Two`),
      },
    },
  },
});

describeRule('near-duplicate-content', {
  finds: {
    'pages that differ in one word of two hundred': {
      files: { 'a.html': text(words(200)), 'b.html': text(`${words(199)} other`) },
      at: ['a.html', 'b.html'],
    },
    'a text with a few words more at its end': {
      files: { 'a.html': text(words(200)), 'b.html': text(words(210)), 'c.html': text(words(200, 1000)) },
      at: ['a.html', 'b.html'],
    },
    'Chinese texts': {
      files: { 'a.html': text(han(300)), 'b.html': text(`${han(300)}末`) },
      at: ['a.html', 'b.html'],
    },
    'what is above the limit that was set': {
      files: { 'a.html': text(words(200)), 'b.html': text(words(250)) },
      limits: { minLikeness: 0.7 },
      at: ['a.html', 'b.html'],
    },
  },
  passes: {
    'the very same text, which has a rule of its own': {
      files: { 'a.html': text(words(200)), 'b.html': text(words(200)) },
    },
    'texts that share four of five words': {
      files: { 'a.html': text(words(200)), 'b.html': text(`${words(160)} ${words(40, 900)}`) },
    },
    'the same words in another order': {
      files: {
        'a.html': text(words(200)),
        'b.html': text(words(200).split(' ').reverse().join(' ')),
      },
    },
    'a long menu with a short text of its own': {
      files: {
        'a.html': htmlPage('', `<nav>${words(500)}</nav><p>${words(60, 1000)}`),
        'b.html': htmlPage('', `<nav>${words(500)}</nav><p>${words(60, 2000)}`),
      },
    },
    'translations, copies that name the original, and what is kept out of search': {
      files: {
        'a.html': inLanguage('en', '', words(200)),
        'b.html': inLanguage('sv', '', `${words(199)} x`),
        'c.html': inLanguage('en', '<link rel="canonical" href="/a.html">', `${words(199)} y`),
        'd.html': inLanguage('en', noindex, `${words(199)} z`),
      },
    },
    'short texts': { files: { 'a.html': text(words(49)), 'b.html': text(`${words(48)} x`) } },
  },
});

/** Different Han characters in a row. */
function han(count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
}
