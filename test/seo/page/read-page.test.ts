import { expect } from 'chai';
import fc from 'fast-check';
import { readPage, readShingles } from '../../../src/seo/page/read-page.js';

const read = (html: string) => readPage('page.html', Buffer.from(html))!;
const body = (html: string) => read(`<!doctype html><html><head></head><body>${html}`);
const titles = (html: string) => read(html).titles.map(({ value }) => value);
const hrefs = (html: string) => body(html).anchors.flatMap(({ href }) => href ?? []);
const names = (html: string) => body(html).anchors.map(({ name }) => name);
const headings = (html: string) => body(html).headings.map(({ level, text }) => `${level} ${text}`);

describe('readPage', () => {
  it('decodes entities in titles and attributes, by the attribute rule in attributes', () => {
    expect(titles('<title>A &amp; B&nbsp;&copy;&#x2014;</title>')).to.deep.equal(['A & B ©—']);
    expect(hrefs('<a href="x?a=1&amp;b=2&copy=3&copyx">')).to.deep.equal(['x?a=1&b=2&copy=3&copyx']);
  });

  it('takes no title from svg, template or noscript, and no markup from within a title', () => {
    expect(
      titles(
        '<svg><title>icon</title></svg><template><title>t</title></template><noscript><title>n</title></noscript><title>a <b>b</b></title>',
      ),
    ).to.deep.equal(['a <b>b</b>']);
  });

  it('sees no links in comments, scripts, styles, text areas, frames, templates and noscript', () => {
    expect(
      hrefs(
        '<!-- <a href=1> --><script>"<a href=2>"</script><style><a href=3></style><textarea><a href=4></textarea><template><template></template><a href=5></template><noscript><a href=6></noscript><iframe><a href=7></iframe><xmp><a href=8></xmp><noembed><a href=9></noembed><a href=10>',
      ),
    ).to.deep.equal(['10']);
  });

  it('reads to the end of noscript where comments or attributes in it hold its end tag', () => {
    expect(hrefs('<noscript><img alt="x"><!-- </noscript><a href=1>--><a href=2>').at(-1)).to.equal('2');
  });

  it('takes the first of two equal attributes, upper-case names, unquoted values and svg links', () => {
    expect(
      hrefs(
        '<A HREF=1 href=2></A><area href=3><svg><a xlink:href="4"></a><a href=5></a></svg><a name=x></a><a href>',
      ),
    ).to.deep.equal(['1', '3', '4', '5', '']);
  });

  it('leaves svg at a start tag of HTML, and reads HTML inside foreignObject', () => {
    expect(titles('<svg><title>icon</title><p>out</p><title>page</title>')).to.deep.equal(['page']);
    expect(
      titles('<svg><foreignObject><div></div><title>inside</title></foreignObject><title>icon</title></svg>'),
    ).to.deep.equal(['inside']);
  });

  it('knows no text in styles and scripts of svg', () => {
    expect(
      names('<a href=x><svg><style>.a{}</style><script>x()</script><title>Home</title></svg></a>'),
    ).to.deep.equal(['Home']);
  });

  describe('headings', () => {
    it('counts the alternative text of an image as text, and marks hidden ones', () => {
      expect(headings('<h1><img alt="Logo text"></h1><h2>a <b>b</b>\n c</h2><h1> </h1>')).to.deep.equal([
        '1 Logo text',
        '2 a b c',
        '1 ',
      ]);
      expect(
        body('<h1 hidden>x</h1><h1 aria-hidden=true>y</h1><h1>z</h1>').headings.map(
          ({ isHidden }) => isHidden,
        ),
      ).to.deep.equal([true, true, false]);
    });

    it('ends at any heading end tag, and where another heading begins', () => {
      expect(headings('<h1>a</h2>b<h2>c<h3>d</h3>')).to.deep.equal(['1 a', '2 c', '3 d']);
    });
  });

  describe('names of links', () => {
    it('come from a label, text, images, or the title, in this order', () => {
      expect(
        names(
          '<a href=1 aria-label="L">t</a><a href=2 title="T">t <b>u</b></a><a href=3><img alt="I"></a><a href=4 title="T"><i></i></a><a href=5 aria-labelledby=x></a><a href=6></a><area href=7 alt="A">',
        ),
      ).to.deep.equal(['L', 't u', 'I', 'T', '…', '', 'A']);
    });

    it('end where the next link begins, as links do not nest', () => {
      expect(names('<a href=1>one<a href=2>two</a>')).to.deep.equal(['one', 'two']);
    });

    it('are cut at 200 characters, however long the link', () => {
      expect(names(`<a href=1>${'long '.repeat(100_000)}</a>`)[0]).to.have.lengthOf(200);
    });
  });

  describe('the head', () => {
    const inHead = (html: string) => read(html).metas.map(({ isInHead }) => isInHead);

    it('goes on behind </head> until the body begins', () => {
      expect(inHead('<head><meta name=a></head><meta name=b><body><meta name=c>')).to.deep.equal([
        true,
        true,
        false,
      ]);
      expect(read('<head></head><meta name=b><p><meta name=c>').headBreak).to.equal(undefined);
    });

    it('is closed early by an element or text of the body', () => {
      const broken = read(
        '<head><title>t</title><div></div><meta name=robots content=noindex><link rel=canonical href=x>',
      );
      expect(broken.headBreak).to.deep.include({ element: 'div', offset: 22 });
      expect(broken.headBreak!.late.map(({ value }) => value)).to.deep.equal([
        'meta robots',
        'link canonical',
      ]);
      expect(read('<head>text<title>t</title>').headBreak!.element).to.equal('text');
    });

    it('is not broken where nothing of the head comes late, nor by what may stand in it', () => {
      for (const html of [
        '<title>t</title><div></div>',
        '<head><script></script><style></style><noscript><img src=x></noscript><template><p></p></template><base href=x><title>t</title>',
        '<head>\n<!-- c --><title>t</title><body><link rel=stylesheet href=x>',
      ]) {
        expect(read(html).headBreak, html).to.equal(undefined);
      }
    });
  });

  it('tells what stands before the doctype', () => {
    const isFirst = (html: string) => read(html).doctype?.isFirst;
    expect(
      [
        '<!doctype html><p>',
        '\uFEFF\n<!-- c --><!DOCTYPE html><p>',
        '<?xml version="1.0"?><!doctype html><p>',
      ].map((html) => isFirst(`${html}<title>`)),
    ).to.deep.equal([true, true, true]);
    expect(['<html><!doctype html>', 'text<!doctype html><title>'].map(isFirst)).to.deep.equal([
      false,
      false,
    ]);
    expect(read('<html>').doctype).to.equal(undefined);
  });

  it('asks for alternative text of img, image buttons and area with an address', () => {
    const images = body(
      '<img src=1 alt=a><input type=IMAGE src=2><input type=text><area href=3><area><img src=4 role=presentation><img src=5 aria-hidden=true aria-label=x>',
    ).images;
    expect(
      images.map(({ element, alt, isDecoration, isLabelled }) => [element, alt, isDecoration, isLabelled]),
    ).to.deep.equal([
      ['img', 'a', false, false],
      ['input', undefined, false, false],
      ['area', undefined, false, false],
      ['img', undefined, true, false],
      ['img', undefined, true, true],
    ]);
  });

  it('lists what the page loads, each candidate of a srcset by itself', () => {
    const { resources } = body(
      '<img src=a srcset="b 1x, c,d 2x"><picture><source srcset="e"></picture><video src=f poster=g></video><script src=h></script><link rel="preload stylesheet" href=i><link rel=canonical href=x><iframe src=j></iframe><object data=k></object><embed src=l><form action=m></form><audio src=""></audio>',
    );
    expect(resources.map(({ kind, url }) => `${kind} ${url}`)).to.deep.equal([
      'image a',
      'image b',
      'image c,d',
      'image e',
      'media f',
      'image g',
      'script h',
      'stylesheet i',
      'frame j',
      'object k',
      'object l',
      'form m',
    ]);
  });

  it('collects ids and names of anchors, in svg too, not in templates', () => {
    expect(
      body(
        '<p id=a><a name=b></a><svg><g id=c></g></svg><template><p id=d></p></template><a id=e name=f></a><p id=""><p ID="g&amp;">',
      ).ids,
    ).to.deep.equal(['a', 'b', 'c', 'e', 'f', 'g&']);
  });

  it('recognizes a redirect by a refresh with an address that is not the page itself', () => {
    const isStub = (content: string) =>
      read(`<head><meta http-equiv="Refresh" content="${content}"></head>`).refresh !== undefined;
    expect(
      ['0; url=/a', '0;URL=/a', '5, /a', "0;url='/a'", '0;url=page.html?v=2', '0;url=/docs/page.html'].filter(
        (content) => !isStub(content),
      ),
    ).to.deep.equal([]);
    expect(
      [
        '30',
        '30;',
        '',
        ';url=/a',
        ' url=/a',
        '0;url=',
        "0;url=''",
        '1x;url=/a',
        ' '.repeat(100_000),
        '300;url=page.html',
        '9;url=./page.html#top',
        '9;url=/page.html',
      ].filter(isStub),
    ).to.deep.equal([]);
  });

  it('keeps JSON-LD as written, and takes other scripts for a sign of an app where nothing can be read', () => {
    expect(
      read('<script type="application/ld+json; charset=utf-8">{"a": "<b>"}</script><title>').jsonLd.map(
        ({ value }) => value,
      ),
    ).to.deep.equal(['{"a": "<b>"}']);
    const isApp = (html: string) => body(html).isClientRendered;
    expect(
      isApp('<div id=root></div><script src=app.js></script><noscript>Enable scripts</noscript>'),
    ).to.equal(true);
    expect([isApp('<div>text</div><script></script>'), isApp('<div id=root></div>')]).to.deep.equal([
      false,
      false,
    ]);
  });

  describe('the main text', () => {
    const words = (html: string) => body(html).text.words;

    it('leaves out nav, header, footer, aside, scripts, styles and what is inert', () => {
      expect(
        words(
          '<nav>a b</nav><header>c</header><p>one two</p><script>d</script><style>e</style><template>f</template><aside>g</aside><footer>h</footer>',
        ),
      ).to.equal(2);
    });

    it('ends words at blocks, not at formatting', () => {
      expect([
        words('<td>a<td>b'),
        words('a<b>b</b>c<span>d</span>'),
        words('a&nbsp;b &amp; c'),
        words("it's x-y"),
      ]).to.deep.equal([2, 1, 3, 4]);
    });

    it('is not known where a footer or nav is never closed', () => {
      expect(body('<nav>menu<p>text').text.fingerprint).to.equal(undefined);
    });

    it('counts Han, kana and hangul characters, each as a word', () => {
      expect(body('<p>漢字かな 한국 word').text).to.include({ cjkCharacters: 6, words: 7 });
    });

    it('has one hash for the same words, whatever stands between them', () => {
      const hash = (html: string) => body(html).text.fingerprint!.hash;
      expect(hash('<p>One two,\n<b>three</b>.')).to.equal(hash('<div>one</div> <i>Two</i> - three'));
      expect(hash('<p>one two three')).to.not.equal(hash('<p>one three two'));
    });

    it('yields shingles for an exact comparison: all runs of five words, each once', () => {
      const count = (text: string) => readShingles('x.html', Buffer.from(`<body>${text}`)).length;
      expect([
        count('a b c d'),
        count('a b c d e'),
        count('a b c d e f g'),
        count('a a a a a a a a'),
      ]).to.deep.equal([0, 1, 3, 1]);
    });
  });

  it('spots what templates left behind outside code', () => {
    const marks = (html: string) => body(html).text.leftovers.map(({ value }) => value);
    expect(
      marks('<p>Hello {{ user.name }}</p><p>Lorem ipsum dolor</p><code>{{ x }}</code><pre>Lorem ipsum</pre>'),
    ).to.deep.equal(['{{ user.name }}', 'Lorem ipsum']);
  });

  it('does not call a file without html, head, body or title a page', () => {
    expect(readPage('google.html', Buffer.from('google-site-verification: x'))).to.equal(undefined);
    expect(readPage('part.html', Buffer.from('<p>a part</p>'))).to.equal(undefined);
    expect(readPage('empty.html', Buffer.alloc(0))).to.equal(undefined);
  });

  it('gives the offset of the start tag', () => {
    const html = '<html>\n<body>é😀 <a\nhref="x">';
    expect(html.slice(read(html).anchors[0]!.offset)).to.equal('<a\nhref="x">');
  });

  it('survives arbitrary bytes and markup', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readPage('x.html', Buffer.concat([Buffer.from('<html><title>'), bytes]));
      }),
    );
    const piece = fc.constantFrom(
      ...'<a href=x>|</a>|<svg>|</svg>|<title>|</title>|<template>|</template>|<noscript>|</noscript>|<h1>|</h1>|<meta name=description content="|">|<!--|-->|<script>|</script>|&amp;|text|<foreignObject>|</p>|<body>|</head>|<![CDATA[|]]>'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const page = readPage('x.html', Buffer.from(`<html>${pieces.join('')}`))!;
        expect(page.anchors.every(({ offset }) => offset >= 6)).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes linear time on markup that is never closed', function () {
    this.timeout(20_000);
    for (const [open, close] of [
      ['<div>', '</b>'],
      ['<svg>', '</math>'],
      ['<a href=x>', '</p>'],
      ['<template>', '</svg>'],
      ['<noscript>', '</a>'],
      ['<h1>', '</div>'],
      ['<nav>', '</aside>'],
      ['<!--', '<'],
      ['<p a="', "'"],
      ['&amp', '{{'],
    ] as const) {
      readPage('x.html', Buffer.from(`<html>${open.repeat(100_000)}${close.repeat(100_000)}`));
    }
  });
});
