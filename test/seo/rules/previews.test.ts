import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const og = (properties: Readonly<Record<string, string>>, attribute = 'property') =>
  Object.entries(properties)
    .map(([name, content]) => `<meta ${attribute}="og:${name}" content="${content}">`)
    .join('');
const full = { title: 'x', image: 'https://example.com/a.png', url: 'https://example.com/', type: 'website' };
const robots = '<meta name="robots" content="noindex">';

describeRule('og-missing', {
  finds: {
    'all four in one place': { ...oneHtmlPage(''), at: ['index.html: og:title, og:image, og:url, og:type'] },
    'what is absent or empty': {
      ...oneHtmlPage(og({ title: 'x', image: ' ', type: 'website' })),
      at: ['index.html: og:image, og:url'],
    },
    'a size of an image that is not named': {
      ...oneHtmlPage(og({ title: 'x', url: 'https://example.com/', type: 'website', 'image:width': '1200' })),
      at: ['index.html: og:image'],
    },
  },
  passes: {
    'all four': oneHtmlPage(og(full)),
    'all four by name instead of property': oneHtmlPage(og(full, 'name')),
    'elements that have a name and a property': oneHtmlPage(
      Object.entries(full)
        .map(([name, content]) => `<meta name="${name}" property="og:${name}" content="${content}">`)
        .join(''),
    ),
    'an image by its long name': oneHtmlPage(
      og({
        title: 'x',
        'image:url': 'https://example.com/a.png',
        url: 'https://example.com/',
        type: 'article',
      }),
    ),
    'a page that is kept out of search': oneHtmlPage(robots),
  },
});

describeRule('og-image-relative', {
  finds: {
    'a path': { ...oneHtmlPage(og({ image: '/a.png' })), at: ['index.html: /a.png'] },
    'an address without a scheme, by name': {
      ...oneHtmlPage(og({ image: '//cdn.example.com/a.png' }, 'name')),
      at: ['index.html: //cdn.example.com/a.png'],
    },
    'an element that says it twice, once': {
      ...oneHtmlPage('<meta name="og:image" property="og:image" content="/a.png">'),
      at: ['index.html: /a.png'],
    },
    'the one of two that is relative': {
      ...oneHtmlPage(og({ image: 'https://example.com/a.png', 'image:url': 'b.png' })),
      at: ['index.html: b.png'],
    },
  },
  passes: {
    'full addresses, in upper case, too': oneHtmlPage(
      og({ image: 'HTTPS://example.com/a.png', 'image:secure_url': ' https://example.com/a.png' }),
    ),
    'an empty one, of which another rule speaks': oneHtmlPage(og({ image: '' })),
    'no image, and properties of images': oneHtmlPage(og({ 'image:alt': '/a', 'image:width': '10' })),
  },
});

describeRule('twitter-card-missing', {
  finds: {
    'no card': { ...oneHtmlPage(og(full)), at: ['index.html'] },
    'an empty card, and other properties': {
      ...oneHtmlPage('<meta name="twitter:card" content=""><meta name="twitter:site" content="@x">'),
      at: ['index.html'],
    },
  },
  passes: {
    'a card by name or property, in any case': {
      files: {
        'a.html': htmlPage('<meta name="twitter:card" content="summary">'),
        'b.html': htmlPage('<meta property="Twitter:Card" content="summary_large_image">'),
      },
    },
    'a page that is kept out of search': oneHtmlPage(robots),
    'a redirect stub': oneHtmlPage('<meta http-equiv="refresh" content="0; url=/new">'),
  },
});
