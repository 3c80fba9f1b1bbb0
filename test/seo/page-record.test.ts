import { expect } from 'chai';
import fc from 'fast-check';
import { decodePage } from '../../src/seo/decode.js';
import { readPage } from '../../src/seo/page-record.js';

const read = (html: string) => readPage('page.html', Buffer.from(html))!;
const titles = (html: string) => read(html).titles.map(({ value }) => value);
const hrefs = (html: string) => read(`<body>${html}`).links.map(({ value }) => value);

describe('readPage', () => {
  it('decodes entities in titles and attributes, by the attribute rule in attributes', () => {
    expect(titles('<title>A &amp; B&nbsp;&copy;&#x2014;</title>')).to.deep.equal(['A & B ©—']);
    expect(hrefs('<a href="x?a=1&amp;b=2&copy=3">')).to.deep.equal(['x?a=1&b=2&copy=3']);
  });

  it('takes no title from svg, template or noscript, and no markup from within a title', () => {
    expect(
      titles('<svg><title>icon</title></svg><template><title>t</title></template><title>a <b>b</b></title>'),
    ).to.deep.equal(['a <b>b</b>']);
  });

  it('sees no links in comments, scripts, styles, text areas, templates and noscript', () => {
    expect(
      hrefs(
        '<!-- <a href=1> --><script>"<a href=2>"</script><style><a href=3></style><textarea><a href=4></textarea><template><template></template><a href=5></template><noscript><a href=6></noscript><a href=7>',
      ),
    ).to.deep.equal(['7']);
  });

  it('takes the first of two equal attributes, upper-case names, unquoted values and svg links', () => {
    expect(
      hrefs('<A HREF=1 href=2><area href=3><svg><a xlink:href="4"></a></svg><a name=x><a href>'),
    ).to.deep.equal(['1', '3', '4', '']);
  });

  it('counts the alternative text of an image inside a heading as its text, and hidden headings not at all', () => {
    expect(
      read('<body><h1><img alt="Logo text"></h1><h1 hidden>x</h1><h1> </h1>').headings1.map(
        ({ value }) => value,
      ),
    ).to.deep.equal(['Logo text', '']);
  });

  it('takes no text of a heading from styles, scripts and form fields in it', () => {
    const html =
      '<body><h1><svg><style>.a{fill:red}</style><path/></svg></h1><h1><script>var x</script>Real<textarea>no</textarea></h1>';
    expect(read(html).headings1.map(({ value }) => value)).to.deep.equal(['', 'Real']);
  });

  it('asks for alternative text only where an image is neither labelled nor decoration', () => {
    const html =
      '<body><img src=1><img src=2 alt><img src=3 alt=""><img src=4 role="presentation"><img src=5 role=none><img src=6 aria-hidden=true><img src=7 aria-label="x"><img src=8 title="x"><img src=9 aria-labelledby="i"><img src=10 aria-label=" "><img src=11 role="img none">';
    expect(read(html).imagesWithoutAlt.map(({ value }) => value)).to.deep.equal(['1', '8', '10', '11']);
  });

  it('recognizes redirect stubs by a refresh with an address', () => {
    const isStub = (content: string) =>
      read(`<head><meta http-equiv="Refresh" content="${content}"></head>`).isRedirectStub;
    expect(['0; url=/a', '0;URL=/a', '5, /a', "0;url='/a'"].map(isStub)).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    const reloads = [
      '30',
      '30;',
      '',
      ';url=/a',
      ' url=/a',
      '0;url=',
      "0;url=''",
      '1x;url=/a',
      ' '.repeat(100_000),
    ];
    expect(reloads.filter(isStub)).to.deep.equal([]);
    expect(['300;url=page.html', '9;url=./page.html#top', '9;url=/page.html'].filter(isStub)).to.deep.equal(
      [],
    );
    expect(
      ['0;url=page.html?v=2', '0;url=/docs/page.html'].filter((content) => !isStub(content)),
    ).to.deep.equal([]);
  });

  it('reads noindex from robots and googlebot, in any case, in a list', () => {
    const isHidden = (meta: string) => read(`<head><meta ${meta}></head>`).hasNoindex;
    expect(
      ['name=ROBOTS content="NoIndex, follow"', 'name=googlebot content=none'].map(isHidden),
    ).to.deep.equal([true, true]);
    expect(
      ['name=robots content="index, noindexing"', 'name=otherbot content=noindex', 'property=robots'].map(
        isHidden,
      ),
    ).to.deep.equal([false, false, false]);
  });

  it('does not call a file without html, head, body or title a page', () => {
    expect(readPage('google.html', Buffer.from('google-site-verification: x'))).to.equal(undefined);
    expect(readPage('part.html', Buffer.from('<p>a part</p>'))).to.equal(undefined);
    expect(readPage('empty.html', Buffer.alloc(0))).to.equal(undefined);
  });

  it('gives the offset of the start tag', () => {
    const html = '<html>\n<body>é😀 <a\nhref="x">';
    expect(html.slice(read(html).links[0]!.offset)).to.equal('<a\nhref="x">');
  });

  it('survives arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readPage('x.html', Buffer.concat([Buffer.from('<html><title>'), bytes]));
      }),
    );
  });
});

describe('decodePage', () => {
  const bytes = Buffer.from([0x96, 0xe9]);
  const decoded: [string, Buffer, string][] = [
    ['windows-1252 as declared', Buffer.concat([Buffer.from('<meta charset=windows-1252>'), bytes]), '–é'],
    [
      'latin1, which means windows-1252',
      Buffer.concat([Buffer.from('<meta charset="ISO-8859-1">'), bytes]),
      '–é',
    ],
    [
      'windows-1252 when nothing is declared and UTF-8 is broken',
      Buffer.concat([Buffer.from('<p>'), bytes]),
      '–é',
    ],
    ['UTF-8 when nothing is declared', Buffer.from('<p>–é'), '–é'],
    ['a byte order mark before a declaration', Buffer.from('\uFEFF<meta charset=windows-1252>–é'), '–é'],
    [
      'a charset in a description as no declaration',
      Buffer.from('<meta name=description content="charset=koi8-r">–é'),
      '–é',
    ],
    ['a commented-out declaration as none', Buffer.from('<!-- <meta charset=koi8-r> -->–é'), '–é'],
    [
      'http-equiv',
      Buffer.concat([
        Buffer.from('<meta http-equiv=content-type content="text/html; charset=iso-8859-2">'),
        Buffer.from([0xb1, 0xe6]),
      ]),
      'ąć',
    ],
    [
      'an encoding that browsers refuse as one replacement character',
      Buffer.from('<meta charset=iso-2022-kr>–é'),
      '\uFFFD',
    ],
    ['a utf-16 label as UTF-8', Buffer.from('<meta charset=utf-16>–é'), '–é'],
  ];
  for (const [what, input, end] of decoded) {
    it(`reads ${what}`, () => {
      expect(decodePage(input).slice(-2)).to.equal(end);
    });
  }
});
