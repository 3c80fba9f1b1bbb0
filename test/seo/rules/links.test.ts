import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const body = (html: string) => oneHtmlPage('<title>x</title>', `<h1>x</h1>${html}`);
const inLanguage = (language: string, html: string) => ({
  files: { 'index.html': `<!doctype html><html${language}><body><h1>x</h1>${html}</body></html>` },
});

describeRule('link-text-empty', {
  finds: {
    'a link without content': { ...body('<a href="/a"></a>'), at: ['index.html: /a'] },
    'a link around an image without alternative text': {
      ...body('<a href="/a"><img src="x.png"></a><a href="/b"><img src="x.png" alt=""></a>'),
      at: ['index.html: /a', 'index.html: /b'],
    },
    'a link around an icon font': {
      ...body('<a href="/a"><i class="icon-x"></i></a>'),
      at: ['index.html: /a'],
    },
    'a mark that leads to its own heading': {
      ...body('<h2 id="a">A<a class="anchor" href="#a"></a></h2>'),
      at: ['index.html: #a'],
    },
    'a link after what is hidden': {
      ...body('<div hidden><div></div><a href="/a"></a></div><a href="/b"></a>'),
      at: ['index.html: /b'],
    },
    'a link after a link with a label': {
      ...body('<a href="/a"><i aria-label="x"></i></a><a href="/b"></a>'),
      at: ['index.html: /b'],
    },
    'a link of no-break and zero-width spaces': {
      ...body('<a href="/a">&nbsp;&#8203;</a>'),
      at: ['index.html: /a'],
    },
  },
  passes: {
    'a text within other elements': body('<a href="/a"><span><b>x</b></span></a>'),
    'an image with alternative text': body('<a href="/a"><img src="x.png" alt="Acme"></a>'),
    'a label, a label elsewhere, a title': body(
      '<a href="/a" aria-label="x"></a><a href="/a" aria-labelledby="y"></a><a href="/a" title="x"></a>',
    ),
    'a drawing with a title': body('<a href="/a"><svg><title>Acme</title><path d=""/></svg></a>'),
    'a label or title of an icon in it': body(
      '<a href="/a"><svg role="img" aria-label="Acme"></svg></a><a href="/b"><i class="icon" title="Acme"></i></a><a href="/c"><span aria-labelledby="x"></span></a>',
    ),
    'an image that has a title or label only': body(
      '<a href="/a"><img src="x.png" title="Acme"></a><a href="/b"><img src="x.png" aria-label="Acme"></a>',
    ),
    'a text after much white space': body(`<a href="/a">${'<span> </span>'.repeat(2000)}text</a>`),
    'a link within what is hidden': body(
      '<div hidden><div></div><a href="/a"></a></div><span aria-hidden="true"><a href="/b"></a></span><a href="/c" style="display: none"></a>',
    ),
    'a hidden link': body('<a href="/a" aria-hidden="true"></a><a href="/a" hidden></a>'),
    'a target without an address': body('<a name="top"></a><a id="x"></a>'),
    'an area, whose alternative text has a rule of its own': body('<map><area href="/a"></map>'),
    'a link in a template': body('<template><a href="/a"></a></template>'),
  },
});

describeRule('link-text-generic', {
  finds: {
    'English texts on an English page': {
      ...body('<a href="/a">Click here</a><a href="/b"> read\n more </a><a href="/c"><b>More</b></a>'),
      at: ['index.html: Click here', 'index.html: read more', 'index.html: More'],
    },
    'a text of the language that a regional tag names': {
      ...inLanguage(' lang="de-AT"', '<a href="/a">Hier klicken</a><a href="/b">Click here</a>'),
      at: ['index.html: Hier klicken'],
    },
    'Japanese and Persian texts': {
      files: {
        'fa.html': inLanguage(' lang="fa"', '<a href="/a">اینجا</a>').files['index.html'],
        'ja.html': inLanguage(' lang="JA"', '<a href="/a">続きを読む</a>').files['index.html'],
      },
      at: ['fa.html: اینجا', 'ja.html: 続きを読む'],
    },
    'a text of any language where the page declares none': {
      ...inLanguage('', '<a href="/a">läs mer</a>'),
      at: ['index.html: läs mer'],
    },
    'a place that the base puts on another page': {
      ...oneHtmlPage('<base target="_top"><base href="/shop/"><base href="/">', '<a href="#x">More</a>'),
      at: ['index.html: More'],
    },
    'an image whose alternative text is generic': {
      ...body('<a href="/a"><img src="x.png" alt="Learn more"></a>'),
      at: ['index.html: Learn more'],
    },
  },
  passes: {
    'a longer text with such words in it': body('<a href="/a">Read more about prices</a>'),
    'a label that says more': body('<a href="/a" aria-label="Read more about prices">Read more</a>'),
    'a place on the page itself': body(
      '<a href="#more">More</a><a href="">More</a><a href="index.html#x">More</a><a href="./#x">More</a>',
    ),
    'nofollow, mail, telephone and script': body(
      '<a rel="nofollow" href="/a">here</a><a href="mailto:a@example.com">here</a><a href="tel:1">here</a><a href="javascript:go()">go</a>',
    ),
    'a text of another language than the page': inLanguage(' lang="en"', '<a href="/a">hier</a>'),
    'a language with white space around it': inLanguage(' lang=" nl "', '<a href="/a">hier</a>'),
    'a place on the page itself by its base': oneHtmlPage(
      '<base href="/index.html">',
      '<a href="#x">More</a>',
    ),
    'a page in a language without a list': inLanguage(' lang="nl"', '<a href="/a">hier</a>'),
    'a page whose name is the text': body(
      '<a href="/languages/go/">Go</a><a href="Information.html">Information</a>',
    ),
    'no address': body('<a>here</a>'),
  },
});

describeRule('link-not-crawlable', {
  finds: {
    'a script that does nothing': {
      ...body('<a href="javascript:void(0)">x</a><a href="JavaScript: void 0;">y</a>'),
      at: ['index.html: javascript:void(0)', 'index.html: JavaScript: void 0;'],
    },
    'a file on a computer': {
      ...body('<a href="File:///C:/a.html">x</a>'),
      at: ['index.html: File:///C:/a.html'],
    },
    'an invalid address': {
      ...body('<a href="https://">x</a><a href="http:// example.com/">y</a>'),
      at: ['index.html: https://', 'index.html: http:// example.com/'],
    },
    'a click handler without an address': { ...body('<a onclick="go()">x</a>'), at: ['index.html'] },
  },
  passes: {
    'a click handler beside an address': body('<a href="/a" onclick="track()">x</a>'),
    'what says that it is a button': body(
      '<a role="button" onclick="go()">x</a><a role="Button" href="javascript:void(0)">y</a>',
    ),
    'a target with a click handler': body('<a id="x" onclick="go()">x</a><a name="y" onclick="go()">y</a>'),
    'targets and placeholders': body('<a name="x"></a><a id="y">y</a><a>Current page</a>'),
    'relative addresses with odd signs': body(
      '<a href="a b?c=[d]#e">x</a><a href="?q=a:b">y</a><a href="">z</a>',
    ),
    'mail, telephone and other schemes': body(
      '<a href="mailto:a@example.com">x</a><a href="tel:+1 23">y</a><a href="whatsapp://send?text=x">z</a>',
    ),
    'a script that does something': body('<a href="javascript:history.back()">Back</a>'),
    'an address without a scheme': body('<a href="//example.com/a">x</a>'),
  },
});

describeRule('link-localhost', {
  finds: {
    'links to localhost in any form': {
      ...body(
        '<a href="http://localhost:3000/a">A</a><a href="//LOCALHOST/b">B</a><a href="http://127.0.0.1/c">C</a><a href="http://0.0.0.0:8080">D</a><a href="http://[::1]/e">E</a><a href="https://acme.local/f">F</a>',
      ),
      at: [
        'index.html: http://localhost:3000/a',
        'index.html: //LOCALHOST/b',
        'index.html: http://127.0.0.1/c',
        'index.html: http://0.0.0.0:8080',
        'index.html: http://[::1]/e',
        'index.html: https://acme.local/f',
      ],
    },
    'what the page loads': {
      ...body(
        '<img src="http://localhost:3000/a.png" alt=""><script src="http://localhost:3000/a.js"></script>',
      ),
      at: ['index.html: http://localhost:3000/a.png', 'index.html: http://localhost:3000/a.js'],
    },
    'canonical address, preview image, base and stylesheet': {
      ...oneHtmlPage(
        '<base href="http://localhost:4000/"><link rel="canonical" href="http://localhost:4000/a"><meta property="og:image" content="http://localhost:4000/a.png"><link rel="stylesheet" href="http://localhost:4000/a.css">',
      ),
      at: [
        'index.html: http://localhost:4000/',
        'index.html: http://localhost:4000/a',
        'index.html: http://localhost:4000/a.png',
        'index.html: http://localhost:4000/a.css',
      ],
    },
    'a redirect stub': {
      ...oneHtmlPage('<meta http-equiv="refresh" content="0; url=http://localhost:1313/a/">'),
      at: ['index.html: http://localhost:1313/a/'],
    },
  },
  passes: {
    'a manual that shows the address': body(
      '<a href="http://localhost:3000/">http://localhost:3000/</a> <a href="http://127.0.0.1:8000/docs">Open 127.0.0.1:8000</a> <a href="http://localhost/">LOCALHOST</a>',
    ),
    'hosts and paths that only look like it': body(
      '<a href="https://localhost.example.com/">A</a><a href="https://local.example/">B</a><a href="/localhost">C</a><a href="https://example.com/?u=http://localhost/">D</a><a href="https://127.0.0.1.nip.io.example/">E</a>',
    ),
    'text and code': body('<code>http://localhost:3000</code><script>fetch("http://localhost/")</script>'),
    'a comment': body('<!-- <a href="http://localhost/">x</a> -->'),
  },
});

describeRule('link-file-path', {
  finds: {
    'a file address and drives': {
      ...body(
        '<a href="file:///home/me/a.pdf">A</a><a href="C:\\docs\\b.pdf">B</a><a href=" d:/c.pdf">C</a>',
      ),
      at: ['index.html: file:///home/me/a.pdf', 'index.html: C:\\docs\\b.pdf', 'index.html:  d:/c.pdf'],
    },
    'an image from a disk': {
      ...body('<img src="FILE:///C:/Users/me/a.png" alt="">'),
      at: ['index.html: FILE:///C:/Users/me/a.png'],
    },
  },
  passes: {
    'a path with a backslash': body('<a href="docs\\a.html">x</a>'),
    'other schemes and colons': body(
      '<a href="x-app:open">x</a><a href="files/a.pdf">y</a><a href="?f=C:\\a">z</a>',
    ),
    'a canonical link, which has a rule of its own': oneHtmlPage(
      '<link rel="canonical" href="file:///site/a.html">',
    ),
    'a path in a text': body('<p>C:\\Windows</p><code>file:///etc</code>'),
  },
});

describeRule('page-too-many-links', {
  finds: {
    '3001 links': { ...body('<a href="/a">x</a>'.repeat(3001)), at: ['index.html'] },
    'links and areas together': {
      ...body(`${'<a href="/a">x</a>'.repeat(3000)}<map><area href="/b" alt="x"></map>`),
      at: ['index.html'],
    },
  },
  passes: {
    '3000 links': body('<a href="/a">x</a>'.repeat(3000)),
    'targets without an address': body('<a id="x"></a>'.repeat(3001)),
    'a page that is kept out of search': {
      files: {
        'index.html': htmlPage('<meta name="robots" content="noindex">', '<a href="/a">x</a>'.repeat(3001)),
      },
    },
  },
});
