import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const at = (...paths: readonly string[]) => ({
  files: Object.fromEntries(paths.map((path) => [path, htmlPage('<title>x</title>')])),
});
const hidden = htmlPage('<meta name="robots" content="noindex">');
const long = `${'a'.repeat(57)}/${'b'.repeat(58)}`;

describeRule('url-uppercase', {
  finds: {
    'capital letters in folder and file': {
      ...at('About.html', 'docs/README.html', 'Blog/index.html'),
      at: ['About.html: About.html', 'Blog/index.html: Blog/', 'docs/README.html: docs/README.html'],
    },
    'capital letters beyond ASCII': { ...at('Ä.html'), at: ['Ä.html: Ä.html'] },
  },
  passes: {
    'small letters, digits and letters without case': at('about-2.html', 'index.html', 'ä/東京.html'),
    'a page that is kept out of search': { files: { 'Thanks.html': hidden } },
  },
});

describeRule('url-underscore', {
  finds: {
    'underscores in folder and file': {
      ...at('a_b.html', 'c_d/index.html'),
      at: ['a_b.html: a_b.html', 'c_d/index.html: c_d/'],
    },
    'an underscore at the beginning': { ...at('_draft.html'), at: ['_draft.html: _draft.html'] },
  },
  passes: {
    hyphens: at('a-b.html', 'c-d/index.html'),
    'a page that is kept out of search': { files: { 'a_b.html': hidden } },
  },
});

describeRule('url-space-or-nonascii', {
  finds: {
    'a space': { ...at('api reference.html'), at: ['api reference.html: api reference.html'] },
    'letters beyond ASCII': { ...at('über/index.html'), at: ['über/index.html: über/'] },
  },
  passes: {
    'signs of ASCII': at('a-b_c.d~e(f)+g,h.html', 'index.html'),
    'letters beyond ASCII in the text': oneHtmlPage('<title>über</title>'),
  },
});

describeRule('url-too-long', {
  finds: {
    'a path of 116 characters': {
      ...at(`${long.slice(0, 111)}.html`),
      at: [`${long.slice(0, 111)}.html: ${long.slice(0, 111)}.html`],
    },
    'a folder of 116 characters with its slash': {
      ...at(`${long.slice(0, 115)}/index.html`),
      at: [`${long.slice(0, 115)}/index.html: ${long.slice(0, 115)}/`],
    },
  },
  passes: {
    'a path of 115 characters': at(`${long.slice(0, 110)}.html`),
    'an index page whose folder has 115 characters': at(`${long.slice(0, 114)}/index.html`),
    'a path of 115 characters and more bytes': at(`${'ä'.repeat(55)}/${'ä'.repeat(54)}.html`),
  },
});

const refresh = (content: string) => oneHtmlPage(`<meta http-equiv="refresh" content="${content}">`);
describeRule('redirect-meta-refresh', {
  finds: {
    'a redirect at once': { ...refresh('0; url=/new'), at: ['index.html: /new'] },
    'a redirect after a while, with a quoted address': {
      ...refresh("5;URL='https://example.com/'"),
      at: ['index.html: https://example.com/'],
    },
    'upper case': { ...oneHtmlPage('<META HTTP-EQUIV=Refresh CONTENT="0,/new">'), at: ['index.html: /new'] },
  },
  passes: {
    'a page that reloads itself': {
      files: {
        'a.html': htmlPage('<meta http-equiv="refresh" content="30">'),
        'b.html': htmlPage('<meta http-equiv="refresh" content="300; url=b.html">'),
      },
    },
    'a refresh in noscript': oneHtmlPage(
      '<noscript><meta http-equiv="refresh" content="0; url=/no-script"></noscript>',
    ),
    'a content that is no refresh': refresh('url=/new'),
    'another meta': oneHtmlPage('<meta name="refresh" content="0; url=/new">'),
  },
});
