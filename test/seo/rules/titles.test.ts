import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const title = (text: string) => oneHtmlPage(`<title>${text}</title>`);
const robots = '<meta name="robots" content="noindex">';

describeRule('title-missing', {
  finds: {
    'a page without the element': { ...oneHtmlPage(''), at: ['index.html'] },
    'a page whose only title names a drawing': {
      ...oneHtmlPage('', '<svg><title>Logo</title></svg>'),
      at: ['index.html'],
    },
    'a page whose title is in a comment, a template or noscript': {
      files: {
        'a.html': htmlPage('<!-- <title>x</title> -->'),
        'b.html': htmlPage('<template><title>x</title></template>'),
        'c.html': htmlPage('<noscript><title>x</title></noscript>'),
      },
      at: ['a.html', 'b.html', 'c.html'],
    },
    'a page that is kept out of search': { ...oneHtmlPage(robots), at: ['index.html'] },
  },
  passes: {
    'a title in upper case': { files: { 'index.html': '<TITLE>x</TITLE>' } },
    'an empty title, which has a rule of its own': title(''),
    'a redirect stub': oneHtmlPage('<meta http-equiv="refresh" content="0; url=/new">'),
    'a file that is no page': { files: { 'google123.html': 'google-site-verification: google123.html' } },
  },
});

describeRule('title-empty', {
  finds: {
    'a title of white space': { ...title(' \n '), at: ['index.html'] },
    'a title of no-break spaces and zero-width spaces': {
      ...title('&nbsp;&#8203;&zwnj;'),
      at: ['index.html'],
    },
    'an empty title before a second one, since the first counts': {
      ...oneHtmlPage('<title></title><title>x</title>'),
      at: ['index.html'],
    },
  },
  passes: {
    'a title of one sign': title('§'),
    'a title of an emoji that is joined by zero-width characters': title('👩‍💻'),
    'an empty title of a drawing': oneHtmlPage('<title>x</title>', '<svg><title></title></svg>'),
  },
});

describeRule('title-too-long', {
  finds: {
    'a title of 61 characters': { ...title('x'.repeat(61)), at: [`index.html: ${'x'.repeat(61)}`] },
    'a title of 61 emoji': { ...title('😀'.repeat(61)), at: [`index.html: ${'😀'.repeat(61)}`] },
  },
  passes: {
    'a title of 60 characters, two of them entities': title(`&amp;&mdash;${'x'.repeat(58)}`),
    'a title of 60 emoji, 120 UTF-16 units': title('😀'.repeat(60)),
    'a title of 60 characters and much white space': title(`  ${'x'.repeat(30)}\n\n   ${'y'.repeat(29)}  `),
    'a long title of a page that is kept out of search': oneHtmlPage(
      `<title>${'x'.repeat(99)}</title>${robots}`,
    ),
    'a long title of a drawing': oneHtmlPage(
      '<title>x</title>',
      `<svg><title>${'x'.repeat(99)}</title></svg>`,
    ),
  },
});

describeRule('title-too-short', {
  finds: {
    'a title of four letters': { ...title('Home'), at: ['index.html: Home'] },
    'a title of nine characters, one an entity': { ...title('R&amp;D 2025'), at: ['index.html: R&D 2025'] },
    'a title of two Han characters': { ...title('首页'), at: ['index.html: 首页'] },
  },
  passes: {
    'a title of ten letters': title('Contact us'),
    'a title of four Han characters, which says as much as twelve letters': title('会社概要'),
    'a title of four hangul syllables': title('회사소개'),
    'an empty title, which has a rule of its own': title('&nbsp;'),
  },
});

describeRule('title-multiple', {
  finds: {
    'two titles in the head': {
      ...oneHtmlPage('<title>One</title><title>Two</title>'),
      at: ['index.html: Two'],
    },
    'a second title in the body': {
      ...oneHtmlPage('<title>One</title>', '<title>Two</title>'),
      at: ['index.html: Two'],
    },
    'the same title twice': {
      ...oneHtmlPage('<title>One</title><title>One</title>'),
      at: ['index.html: One'],
    },
  },
  passes: {
    'titles of drawings': oneHtmlPage(
      '<title>One</title>',
      '<svg><title>Icon</title></svg><svg><g><title>Icon</title></g></svg>',
    ),
    'a title in a template, a script and a text area': oneHtmlPage(
      '<title>One</title><template><title>Two</title></template><script>"<title>Three</title>"</script>',
      '<textarea><title>Four</title></textarea>',
    ),
    'markup within the title': title('The &lt;title> element, not <title>'),
  },
});
