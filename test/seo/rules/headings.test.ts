import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const body = (html: string) => oneHtmlPage('<title>x</title>', html);
const rendered = '<div id="root"></div><script src="/app.js"></script>';

describeRule('h1-missing', {
  finds: {
    'a page that begins with an h2': { ...body('<h2>x</h2><p>text'), at: ['index.html'] },
    'a page whose h1 is hidden': {
      files: {
        'a.html': htmlPage('', '<h1 hidden>x</h1>text'),
        'b.html': htmlPage('', '<h1 aria-hidden="true">x</h1>text'),
      },
      at: ['a.html', 'b.html'],
    },
    'a page whose h1 is in a template, a comment or noscript': {
      ...body('text<template><h1>x</h1></template><!-- <h1>x</h1> --><noscript><h1>x</h1></noscript>'),
      at: ['index.html'],
    },
    'a page that is kept out of search': {
      ...oneHtmlPage('<meta name="robots" content="noindex">', 'text'),
      at: ['index.html'],
    },
  },
  passes: {
    'an h1 in upper case': body('<H1>x</H1>'),
    'an h1 that holds only an image': body('<h1><img src="a.png" alt="Acme"></h1>'),
    'an empty h1, which has a rule of its own': body('<h1></h1>text'),
    'a page that a script renders': body(rendered),
    'a page of frames': {
      files: {
        'index.html': '<html><head><title>x</title></head><frameset><frame src="a.html"></frameset></html>',
      },
    },
  },
});

describeRule('h1-empty', {
  finds: {
    'an h1 of white space': { ...body('<h1> &nbsp;</h1>text'), at: ['index.html'] },
    'an h1 around an image without alternative text': {
      ...body('<h1><img src="a.png"></h1>text'),
      at: ['index.html'],
    },
    'a drawing without a name': {
      ...body('<h1><svg><style>.a{fill:red}</style><path d=""/></svg></h1>text'),
      at: ['index.html'],
    },
    'two that are both empty, once': { ...body('<h1></h1><h1> </h1>text'), at: ['index.html'] },
  },
  passes: {
    'an h1 around an image with alternative text': body(
      '<h1><a href="/"><img src="a.png" alt="Acme"></a></h1>',
    ),
    'a drawing with a title, text or label': {
      files: {
        'a.html': htmlPage('', '<h1><svg><title>Acme</title></svg></h1>text'),
        'b.html': htmlPage('', '<h1><svg><text>Acme</text></svg></h1>text'),
        'c.html': htmlPage('', '<h1><svg role="img" aria-label="Acme"></svg></h1>text'),
      },
    },
    'a label on the heading or on a link in it': {
      files: {
        'a.html': htmlPage('', '<h1 aria-label="Acme"></h1>text'),
        'b.html': htmlPage('', '<h1><a href="/" aria-label="Acme"></a></h1>text'),
      },
    },
    'an empty h1 beside a full one': body('<h1></h1><h1>x</h1>'),
    'an empty h1 that is hidden': body('<h1 hidden></h1>text'),
    'text inside other elements': body('<h1><span><b>x</b></span></h1>'),
    'a page that a script renders': body(`<h1></h1>${rendered}`),
  },
});

describeRule('h1-multiple', {
  finds: {
    two: { ...body('<h1>One</h1><h1>Two</h1>'), at: ['index.html: Two'] },
    'three, once': {
      ...body('<h1>One</h1><section><h1>Two</h1></section><h1>Three</h1>'),
      at: ['index.html: Two'],
    },
  },
  passes: {
    'a second one in a dialog that is not open': body('<dialog><h1>Log in</h1></dialog><h1>One</h1>'),
    'a second one that is hidden': body('<h1>One</h1><h1 hidden>Two</h1><h1 aria-hidden=true>Three</h1>'),
    'a second one in a template': body('<h1>One</h1><template><h1>Two</h1></template>'),
  },
});

describeRule('heading-skip', {
  finds: {
    'an h4 after an h2': { ...body('<h1>A</h1><h2>B</h2><h4>C</h4>'), at: ['index.html: C'] },
    'each skip': {
      ...body('<h1>A</h1><h3>B</h3><h3>C</h3><h2>D</h2><h5>E</h5>'),
      at: ['index.html: B', 'index.html: E'],
    },
    'a skip over a hidden heading': {
      ...body('<h1>A</h1><h2 hidden>B</h2><h3>C</h3>'),
      at: ['index.html: C'],
    },
  },
  passes: {
    'a first heading of any level': body('<h3>A</h3><h1>B</h1>'),
    'going back up over several levels': body('<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4><h2>E</h2>'),
    'a step down across elements': body('<main><h1>A</h1></main><aside><h2>B</h2></aside>'),
    'a heading without text': body('<h1>A</h1><h4></h4><h2>B</h2>'),
  },
});
