import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const body = (html: string) => oneHtmlPage('<title>x</title>', html);
const words = (count: number) => 'word '.repeat(count);
const robots = (content: string) => `<meta name="robots" content="${content}">`;

describeRule('thin-content', {
  finds: {
    'a page of 49 words': { ...body(`<h1>One</h1><p>${words(48)}`), at: ['index.html'] },
    'a page whose words are in menus and footers': {
      ...body(`<nav>${words(60)}</nav><main>${words(9)}</main><footer>${words(60)}</footer>`),
      at: ['index.html'],
    },
    'words in scripts, styles and comments': {
      ...body(`text<script>"${words(60)}"</script><style>${words(60)}</style><!-- ${words(60)} -->`),
      at: ['index.html'],
    },
    '99 Chinese characters': { ...body(`<p>${'文'.repeat(99)}</p>`), at: ['index.html'] },
  },
  passes: {
    'a page of 50 words': body(`<h1>One</h1><p>${words(49)}`),
    '100 Chinese characters without a space': body(`<p>${'文'.repeat(100)}</p>`),
    'Japanese and English together': body(`<p>${words(30)}${'文'.repeat(50)}</p>`),
    'a page that a script renders': body('<div id="app"></div><script src="/app.js"></script>'),
    'a page that is kept out of search': oneHtmlPage(robots('noindex'), 'text'),
    'a redirect stub': oneHtmlPage('<meta http-equiv="refresh" content="0; url=/new">', 'Moved'),
    'a page of frames': {
      files: {
        'index.html': '<html><head><title>x</title></head><frameset><frame src="a.html"></frameset></html>',
      },
    },
  },
});

describeRule('lorem-ipsum', {
  finds: {
    'placeholder text': {
      ...body('<h1>x</h1><p>Lorem ipsum dolor sit amet, consectetur'),
      at: ['index.html: Lorem ipsum'],
    },
    'a placeholder title, too': {
      ...oneHtmlPage('<title>Lorem ipsum</title>', '<p>Lorem ipsum dolor sit amet'),
      at: ['index.html: Lorem ipsum'],
    },
    'a placeholder heading, too': {
      ...body('<h1>Lorem ipsum dolor sit amet</h1><p>text'),
      at: ['index.html: Lorem ipsum'],
    },
  },
  passes: {
    'an example in code': body('<h1>x</h1><pre>Lorem ipsum dolor sit amet</pre><code>Lorem ipsum</code>'),
    'text that nobody sees': body(
      '<h1>x</h1><!-- Lorem ipsum --><template>Lorem ipsum</template><script>"Lorem ipsum"</script>',
    ),
    'a page about it': oneHtmlPage('<title>Lorem ipsum generator</title>', '<p>Lorem ipsum dolor sit amet'),
    'a page whose main heading speaks of it': body(
      '<h1>What is lorem ipsum?</h1><p>Printers have used Lorem ipsum dolor sit amet since the 1500s.',
    ),
    'other Latin': body('<p>Ipsum dolor sit amet; a lorem, an ipsum.'),
  },
});

describeRule('template-leak', {
  finds: {
    'a placeholder in the text': {
      ...body('<h1>x</h1><p>Hello {{ user.name }}!'),
      at: ['index.html: {{ user.name }}'],
    },
    'undefined and an object in title, description, preview and main heading': {
      files: {
        'a.html': htmlPage('<title>undefined | Acme</title>'),
        'b.html': htmlPage('<title>x</title><meta name="description" content="[object Object]">'),
        'c.html': htmlPage(
          '<title>x</title><meta property="og:image" content="https://example.com/undefined">',
        ),
        'd.html': htmlPage('<title>x</title>', '<h1>undefined</h1>'),
      },
      at: [
        'a.html: undefined | Acme',
        'b.html: [object Object]',
        'c.html: https://example.com/undefined',
        'd.html: undefined',
      ],
    },
    'a placeholder on a page that only links to such a library, or loads another script': {
      ...body('<h1>x</h1>{{ a.b }}<script src="app.js"></script><img src="vue.png" alt="">'),
      at: ['index.html: {{ a.b }}'],
    },
    'a placeholder in the title': {
      files: {
        'a.html': htmlPage('<title>{{ page.title }} – Acme</title>'),
        'b.html': htmlPage('<title>{{title}}</title>'),
      },
      at: ['a.html: {{ page.title }} – Acme', 'b.html: {{title}}'],
    },
  },
  passes: {
    'a formula that a script typesets': body(
      '<h1>x</h1><p>\\(\\frac{{a}}{{b}}\\)</p><script src="https://cdn.example/mathjax@3/es5/tex-mml-chtml.js"></script>',
    ),
    'an example in code': body('<h1>x</h1><pre>{{ user.name }}</pre><p><code>{{ x }}</code>'),
    'scripts, templates and attributes': body(
      '<h1>x</h1><script>"{{ a.b }}"</script><template>{{ a.b }}</template><div data-x="{{ a.b }}"></div>',
    ),
    'a heading of a section': body('<h1>x</h1><h2>undefined</h2><h1 hidden>undefined</h1>'),
    'a page that a library fills in the browser': body(
      '<h1>{{ page.title }}</h1><script src="https://cdn.example.com/vue@3/dist/vue.global.js"></script>',
    ),
    'a manual that is about the word': {
      files: { 'js/Undefined.html': htmlPage('<title>undefined - JavaScript</title>', '<h1>undefined</h1>') },
    },
    'the word in a sentence': oneHtmlPage(
      '<title>Why is my variable undefined?</title>',
      '<h1>Undefined behaviour: a tour</h1><p>The value is undefined.',
    ),
    'braces that are no placeholder': oneHtmlPage(
      '<title>Using {{ x }} in templates</title>',
      '<h1>{ a } and {{}}</h1>',
    ),
  },
});

describeRule('nosnippet', {
  finds: {
    'the directive, in any case, in a list': {
      files: {
        'a.html': htmlPage('<META NAME="Robots" CONTENT="index, NoSnippet">'),
        'b.html': htmlPage('<meta name="googlebot" content="nosnippet">'),
      },
      at: ['a.html: nosnippet', 'b.html: nosnippet'],
    },
    'the main text marked': { ...body('<main data-nosnippet>text</main>'), at: ['index.html'] },
  },
  passes: {
    'other directives': oneHtmlPage(robots('max-snippet:-1, noarchive')),
    'a part of the text marked': body('<main><p data-nosnippet>x</p></main>'),
    'a page that is kept out of search anyway': oneHtmlPage(robots('noindex, nosnippet')),
    'another crawler': oneHtmlPage('<meta name="examplebot" content="nosnippet">'),
  },
});

describeRule('max-snippet-0', {
  finds: {
    'a limit of none': { ...oneHtmlPage(robots('index, max-snippet:0')), at: ['index.html: max-snippet:0'] },
    'upper case and spaces': { ...oneHtmlPage(robots('Max-Snippet: 0')), at: ['index.html: max-snippet: 0'] },
  },
  passes: {
    'no limit, and limits above none': {
      files: { 'a.html': htmlPage(robots('max-snippet:-1')), 'b.html': htmlPage(robots('max-snippet:50')) },
    },
    'limits of other things': oneHtmlPage(robots('max-video-preview:0, max-image-preview:none')),
    'a page that is kept out of search anyway': oneHtmlPage(robots('none, max-snippet:0')),
  },
});
