import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const description = (text: string) => oneHtmlPage(`<meta name="description" content="${text}">`);
const robots = '<meta name="robots" content="noindex">';

describeRule('description-missing', {
  finds: {
    'a page without the element': { ...oneHtmlPage(''), at: ['index.html'] },
    'a page with og:description only': {
      ...oneHtmlPage('<meta property="og:description" content="x">'),
      at: ['index.html'],
    },
    'a description in a comment or a template': {
      files: {
        'a.html': htmlPage('<!-- <meta name="description" content="x"> -->'),
        'b.html': htmlPage('<template><meta name="description" content="x"></template>'),
      },
      at: ['a.html', 'b.html'],
    },
  },
  passes: {
    'a name in upper case and without quotes': oneHtmlPage('<META NAME=Description CONTENT=x>'),
    'white space around the name': oneHtmlPage('<meta name=" description " content="x">'),
    'one element for both descriptions': oneHtmlPage(
      '<meta property="og:description" name="description" content="x">',
    ),
    'an empty description, which has a rule of its own': description(''),
    'a page that is kept out of search': oneHtmlPage(robots),
    'a redirect stub': oneHtmlPage('<meta http-equiv="refresh" content="0; url=/new">'),
  },
});

describeRule('description-empty', {
  finds: {
    'an empty content': { ...description(''), at: ['index.html'] },
    'an element without content': { ...oneHtmlPage('<meta name="description">'), at: ['index.html'] },
    'a content of no-break spaces': { ...description('&nbsp; &nbsp;'), at: ['index.html'] },
  },
  passes: {
    'an empty description beside a full one': oneHtmlPage(
      '<meta name="description" content=""><meta name="description" content="x">',
    ),
    'no description, which has a rule of its own': oneHtmlPage(''),
    'an empty og:description': oneHtmlPage(
      '<meta name="description" content="x"><meta property="og:description" content="">',
    ),
  },
});

describeRule('description-multiple', {
  finds: {
    'two descriptions': {
      ...oneHtmlPage('<meta name="description" content="One"><meta name="Description" content="Two">'),
      at: ['index.html: Two'],
    },
    'the same description twice': {
      ...oneHtmlPage('<meta name="description" content="One"><meta name="description" content="One">'),
      at: ['index.html: One'],
    },
  },
  passes: {
    'a description for search and two for previews': oneHtmlPage(
      '<meta name="description" content="x"><meta property="og:description" content="x"><meta name="twitter:description" content="x">',
    ),
    'a second description in noscript': oneHtmlPage(
      '<meta name="description" content="x"><noscript><meta name="description" content="y"></noscript>',
    ),
  },
});

describeRule('description-too-long', {
  finds: {
    'a description of 161 characters': {
      ...description('x'.repeat(161)),
      at: [`index.html: ${'x'.repeat(161)}`],
    },
    'the first description that is not empty': {
      ...oneHtmlPage(
        `<meta name="description" content=""><meta name="description" content="${'x'.repeat(161)}">`,
      ),
      at: [`index.html: ${'x'.repeat(161)}`],
    },
  },
  passes: {
    'a description of 160 characters, 164 before decoding': description(`&amp;${'x'.repeat(159)}`),
    'a description of 160 emoji': description('😀'.repeat(160)),
    'a description that is longer only by line breaks': description(`${'x\n   '.repeat(79)}xx`),
    'a long og:description': oneHtmlPage(`<meta property="og:description" content="${'x'.repeat(300)}">`),
  },
});

describeRule('description-too-short', {
  finds: {
    'a description of four letters': { ...description('Blog'), at: ['index.html: Blog'] },
    'a description of 49 characters': {
      ...description('x'.repeat(49)),
      at: [`index.html: ${'x'.repeat(49)}`],
    },
  },
  passes: {
    'a description of 50 characters': description('x'.repeat(50)),
    'twenty Japanese characters, which say as much as sixty letters':
      description('東京の小さな店で毎朝焼きたてのパンを販売'),
    'an empty description': description(''),
    'a page that is kept out of search': oneHtmlPage(`<meta name="description" content="x">${robots}`),
  },
});
