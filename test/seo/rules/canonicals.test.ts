import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const link = (href: string) => `<link rel="canonical" href="${href}">`;
const canonical = (...hrefs: readonly string[]) => oneHtmlPage(hrefs.map(link).join(''));

describeRule('canonical-multiple', {
  finds: {
    'two different addresses': {
      ...canonical('https://example.com/a', 'https://example.com/b'),
      at: ['index.html: https://example.com/b'],
    },
    'the same address twice': {
      ...canonical('https://example.com/a', 'https://example.com/a'),
      at: ['index.html: https://example.com/a'],
    },
    'the one of three that differs': {
      ...canonical('https://example.com/a', 'https://example.com/a', 'https://example.com/A'),
      at: ['index.html: https://example.com/A'],
    },
    'a relative one that leads elsewhere': {
      ...canonical('https://example.com/a/b', '/a/c'),
      at: ['index.html: /a/c'],
    },
  },
  passes: {
    one: canonical('https://example.com/a'),
    'a second one in the body, which does not count': oneHtmlPage(
      link('https://example.com/a'),
      link('https://example.com/b'),
    ),
    'an empty one beside it': canonical('https://example.com/a', ''),
    alternates: oneHtmlPage(
      `${link('https://example.com/a')}<link rel="alternate" hreflang="de" href="https://example.com/de">`,
    ),
  },
});

describeRule('canonical-relative', {
  finds: {
    'a path': { ...canonical('/a'), at: ['index.html: /a'] },
    'an address without scheme': { ...canonical('//example.com/a'), at: ['index.html: //example.com/a'] },
    'a host name alone': { ...canonical('www.example.com/a'), at: ['index.html: www.example.com/a'] },
    'a relative one among several tokens': {
      ...oneHtmlPage('<link rel="foo CANONICAL" href="a.html">'),
      at: ['index.html: a.html'],
    },
  },
  passes: {
    'a full address': canonical('https://example.com/a'),
    'a full address in upper case with white space around it': canonical('\n HTTPS://EXAMPLE.COM/a '),
    'an empty one, which has a rule of its own': canonical(' '),
    'a relative stylesheet': oneHtmlPage('<link rel="stylesheet" href="/a.css">'),
    'a relative one in the body': oneHtmlPage('', link('/a')),
  },
});

describeRule('canonical-invalid', {
  finds: {
    'no host': { ...canonical('https://'), at: ['index.html: https://'] },
    'a space in the host': {
      ...canonical('https://exa mple.com/'),
      at: ['index.html: https://exa mple.com/'],
    },
    'a port that is no number': {
      ...canonical('https://example.com:abc/'),
      at: ['index.html: https://example.com:abc/'],
    },
    'another scheme': {
      files: {
        'a.html': htmlPage(link('file:///C:/site/a.html')),
        'b.html': htmlPage(link('localhost:3000/b')),
      },
      at: ['a.html: file:///C:/site/a.html', 'b.html: localhost:3000/b'],
    },
  },
  passes: {
    'a space in the path': canonical('https://example.com/a b'),
    'letters beyond ASCII': canonical('https://exämple.com/ä?q=ö'),
    'a relative one, which has a rule of its own': canonical('a b.html'),
    'an empty one': canonical(''),
  },
});

describeRule('canonical-empty', {
  finds: {
    'an empty address': { ...canonical(''), at: ['index.html'] },
    'white space': { ...canonical(' \n'), at: ['index.html'] },
    'no address': { ...oneHtmlPage('<link rel="canonical">'), at: ['index.html'] },
  },
  passes: {
    'an address': canonical('https://example.com/'),
    'no canonical link': oneHtmlPage('<link rel="icon" href="">'),
    'an empty one in a comment': oneHtmlPage('<!-- <link rel="canonical" href=""> -->'),
  },
});

describeRule('canonical-in-body', {
  finds: {
    'a link in the body': {
      ...oneHtmlPage('', link('https://example.com/a')),
      at: ['index.html: https://example.com/a'],
    },
    'a link that stands in the head after an element that ends it': {
      ...oneHtmlPage(`<title>x</title><img src="pixel.gif" alt="">${link('https://example.com/a')}`),
      at: ['index.html: https://example.com/a'],
    },
  },
  passes: {
    'a link in the head': canonical('https://example.com/a'),
    'a page that leaves the head tags out, as HTML allows': {
      files: { 'index.html': `<!doctype html><title>x</title>${link('https://example.com/a')}<p>text` },
    },
    'a link between the end of the head and the body, which the parser puts into the head': {
      files: {
        'index.html': `<!doctype html><html><head><title>x</title></head>${link('https://example.com/a')}<body>x`,
      },
    },
    'a stylesheet in the body': oneHtmlPage('', '<link rel="stylesheet" href="a.css">'),
    'a link after noscript with an image in the head': oneHtmlPage(
      `<noscript><img src="pixel.gif"></noscript>${link('https://example.com/a')}`,
    ),
  },
});

describeRule('canonical-fragment', {
  finds: {
    'a fragment': { ...canonical('https://example.com/a#b'), at: ['index.html: https://example.com/a#b'] },
    'an empty fragment': { ...canonical('https://example.com/#'), at: ['index.html: https://example.com/#'] },
    'a route of a script': {
      ...canonical('https://example.com/#/a'),
      at: ['index.html: https://example.com/#/a'],
    },
  },
  passes: {
    'an escaped #': canonical('https://example.com/c%23'),
    'a fragment in the body': oneHtmlPage('', link('https://example.com/a#b')),
    'a fragment of another link': oneHtmlPage('<link rel="mask-icon" href="icons.svg#mask">'),
  },
});
