import { htmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const stub = (to: string) => htmlPage(`<meta http-equiv="refresh" content="0; url=${to}">`, '');
const plain = htmlPage('');
const SITE = 'https://example.com/';

describeRule('redirect-chain', {
  finds: {
    'a stub that leads to a stub': {
      files: { 'a.html': stub('b.html'), 'b.html': stub('/c'), 'c.html': plain },
      at: ['a.html: b.html'],
    },
    'each stub of a chain but the last': {
      files: { 'a.html': stub('b'), 'b.html': stub('c'), 'c.html': stub('d'), 'd.html': plain },
      at: ['a.html: b', 'b.html: c'],
    },
    'a chain that ends on another site, or nowhere': {
      files: {
        'a.html': stub('b'),
        'b.html': stub('https://other.example/'),
        'c.html': stub('d'),
        'd.html': stub('gone'),
      },
      at: ['a.html: b', 'c.html: d'],
    },
  },
  passes: {
    'one redirect': { files: { 'a.html': stub('b.html'), 'b.html': plain } },
    'a redirect to a page that reloads itself': {
      files: {
        'a.html': stub('/b/'),
        'b/index.html': htmlPage('<meta http-equiv="refresh" content="60; url=./">'),
      },
    },
    'a circle, which has a rule of its own': { files: { 'a.html': stub('b'), 'b.html': stub('a') } },
    'a file and its folder': { files: { 'a.html': stub('/a/'), 'a/index.html': plain } },
  },
});

describeRule('redirect-loop', {
  finds: {
    'two stubs that lead to each other': {
      files: { 'a.html': stub('b.html'), 'b.html': stub('a.html') },
      at: ['a.html: b.html', 'b.html: a.html'],
    },
    'a stub that leads into a circle': {
      files: { 'a.html': stub('b'), 'b.html': stub('c'), 'c.html': stub(`${SITE}b`) },
      siteUrl: SITE,
      at: ['a.html: b', 'b.html: c', `c.html: ${SITE}b`],
    },
  },
  passes: {
    'pages that reload themselves, by any of their addresses': {
      files: {
        'a.html': stub('a.html'),
        'b/index.html': stub('/b/'),
        'c/index.html': stub(`${SITE}c/`),
        'd.html': stub('/d'),
        'e.html': stub('?lang=en'),
        'f.html': htmlPage('<meta http-equiv="refresh" content="5">'),
      },
      siteUrl: SITE,
    },
    'a chain that ends': { files: { 'a.html': stub('b'), 'b.html': stub('c'), 'c.html': plain } },
    'a page that links back to the stub': {
      files: { 'a.html': stub('b.html'), 'b.html': htmlPage('', '<a href="a.html">x</a>') },
    },
  },
});

describeRule('redirect-target-missing', {
  finds: {
    'a page that is not there': { files: { 'a.html': stub('gone.html') }, at: ['a.html: gone.html'] },
    'a full address of the site in another letter case': {
      files: { 'a.html': stub(`${SITE}About`), 'about.html': plain },
      siteUrl: SITE,
      at: [`a.html: ${SITE}About`],
    },
  },
  passes: {
    'another site, and a page with a query': {
      files: { 'a.html': stub('https://other.example/gone'), 'b.html': stub('/c?x=1#y'), 'c.html': plain },
    },
    'a quoted address with a quote and text behind it': {
      files: {
        'a.html': htmlPage(`<meta http-equiv="refresh" content="0; url='b.html' and more">`),
        'b.html': plain,
      },
    },
    'an address that the host redirects': {
      files: { 'a.html': stub('/x/y'), _redirects: '/x/* https://other.example/:splat' },
    },
    'a refresh without a time, which does nothing': {
      files: { 'a.html': htmlPage('<meta http-equiv="refresh" content="url=gone.html">') },
    },
  },
});
