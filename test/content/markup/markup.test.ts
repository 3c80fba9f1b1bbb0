import { expect } from 'chai';
import fc from 'fast-check';
import { readHtml } from '../../../src/content/markup/html.js';
import { markdownToHtml } from '../../../src/content/markup/markdown.js';
import { plainText } from '../../../src/content/markup/plain-text.js';

const shown = (html: string) => readHtml(html).blocks.map(({ text }) => text);
const unseen = (html: string) => readHtml(html).attributes;

/** CPU time of the faster of two runs, in microseconds. */
function cost(work: () => unknown): number {
  const times = [1, 2].map(() => {
    const { user } = process.cpuUsage();
    work();
    return process.cpuUsage().user - user;
  });
  return Math.min(...times);
}

/** Fails where four times the length costs much more than four times the time; quadratic would be 16. */
function expectLinear(unit: string, size: number, work: (text: string) => unknown): void {
  const [short, long] = [size, size * 4].map((length) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    return cost(() => work(text));
  });
  // What takes less than 20 ms is fast enough whatever it grows like, and too short to measure.
  expect(long! / Math.max(short!, 20_000)).to.be.below(9);
}

describe('readHtml', () => {
  it('joins inline markup without a gap, and parts blocks', () => {
    expect(
      shown('<p>guaran<b>te</b><!-- x -->ed&shy; <i>re</i>sults</p>one<br>two<div>three</div>four'),
    ).to.deep.equal(['guaranteed results', 'one two', 'three', 'four']);
    expect(
      shown('<table><tr><td>a<td>b<tr><th>c</table><ul><li>d<li>e</ul><dl><dt>f<dd>g</dl>'),
    ).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(
      shown('<select><option>a<option>b</select><button>c</button><textarea>d</textarea>'),
    ).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('joins what misnested elements join in a browser', () => {
    expect(shown('<b><p>one</b>two</p>')).to.deep.equal(['onetwo']);
    expect(shown('a</p>b</br>c</div>d')).to.deep.equal(['a', 'b cd']);
  });

  it('tells headings, the first h1, title and description', () => {
    const page = readHtml(
      '<title>A &amp; B</title><meta property=og:description content="Shared"><meta NAME=Description content=" Found "><h2>Sub</h2><h1> Top <br>line</h1><h1>Second</h1><p>Text',
    );
    expect(page.blocks).to.deep.equal([
      { kind: 'heading', text: 'Sub' },
      { kind: 'heading', text: 'Top line' },
      { kind: 'heading', text: 'Second' },
      { kind: 'text', text: 'Text' },
    ]);
    expect(page).to.deep.include({ title: 'A & B', headline: 'Top line', meta_description: 'Found' });
    expect(page.attributes).to.deep.equal(['A & B', 'Shared', 'Found']);
  });

  it('lists links and buttons with what readers see of them', () => {
    const { links } = readHtml(
      '<a href="/a?x&amp;y">one <b>two</b></a><a name=n>no</a><a href=#b><img alt=Logo></a><a href=c aria-label=Close></a><button>Buy</button><input type=submit value=Send><a href=d>x<a href=e>y</a>',
    );
    expect(links).to.deep.equal([
      { text: 'one two', href: '/a?x&y' },
      { text: 'Logo', href: '#b' },
      { text: 'Close', href: 'c' },
      { text: 'Buy' },
      { text: 'Send' },
      { text: 'x', href: 'd' },
      { text: 'y', href: 'e' },
    ]);
  });

  for (const [what, html] of Object.entries({
    'a hidden element': '<p hidden>secret<p>shown',
    'a hidden element with others of its name in it': '<div hidden><div></div>secret</div>shown',
    'an element of no display': '<span style="color: red; DISPLAY : none">secret</span>shown',
    'an invisible element': '<i style="visibility:hidden">secret</i>shown',
    'a closed dialog': '<dialog>secret</dialog>shown',
    'a template': '<template><p>secret</template>shown',
    noscript: '<noscript><p>secret</noscript>shown',
    'a comment': '<!-- secret -->shown',
    'markup in a comment': '<!--[if mso]><p>sec<b>ret</b></p><![endif]-->shown',
    'a bogus comment': '<?secret>shown',
    'an alternative text': '<img alt=secret>shown',
    'a tooltip': '<p title="secret">shown',
    'a spoken name': '<p aria-label="&#115;ecret">shown',
    'a hint in a field': '<input placeholder=secret>shown',
    'the value of a hidden field': '<input type=hidden value=secret>shown',
    'a preview': '<meta property="og:title" content=secret>shown',
    'structured data': '<script type="application/ld+json">{"a":[{"b":"sec\\u0072et"}]}</script>shown',
    'broken structured data': '<script type=application/ld+json>secret</script>shown',
    'a title of svg': '<svg><title>secret</title></svg>shown',
    'a frame': '<iframe srcdoc="<p>sec<b>ret"></iframe>shown',
  })) {
    it(`keeps the text of ${what} apart from what is shown`, () => {
      expect(shown(html)).to.deep.equal(['shown']);
      expect(unseen(html)).to.satisfy((texts: string[]) => texts.some((text) => text.includes('secret')));
    });
  }

  it('shows what aria-hidden hides from listeners only', () => {
    expect(shown('<p aria-hidden=true>shown</p>')).to.deep.equal(['shown']);
  });

  it('drops scripts and style sheets, also in svg', () => {
    const html =
      '<style>a{}</style><script>"<p>b"</script><svg><style>.c{}</style><script>d</script><text>e</text></svg>';
    expect(shown(html)).to.deep.equal(['e']);
    expect(unseen(html)).to.deep.equal([]);
  });

  it('reads any text to the end, however broken', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '</',
        '/>',
        '&',
        ';',
        '"',
        "'",
        '=',
        '<!--',
        '-->',
        '<p>',
        '</p>',
        '<b hidden>',
        '</b>',
        '<a href=x>',
      ],
      ...[
        '</a>',
        '<svg>',
        '</svg>',
        '<title>',
        '</title>',
        '<script>',
        '</script>',
        '<![CDATA[',
        ']]>',
        'word',
        ' ',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { blocks, attributes } = readHtml(pieces.join(''));
        for (const { text } of blocks) expect(text).to.match(/^\S(?:.*\S)?$/);
        for (const text of attributes) expect(text).to.match(/^\S(?:.*\S)?$/);
      }),
      { numRuns: 2000 },
    );
  });

  for (const unit of [
    '<div>',
    '<b>',
    '<b><div>',
    '<p hidden>',
    '<form>',
    '</x>',
    '<b></i>',
    '<svg>',
    '<h1>',
    '<a href=x>',
    '<!--',
    '<!-- a -->',
    '<a b="',
    '<a b=c ',
    '&amp',
    '&#',
    '<',
    '<script type=application/json>[',
    '<option>',
    '<td>',
    '<button>a',
    '\u00ad ',
  ]) {
    it(`takes linear time for ${JSON.stringify(unit)} without end`, () => {
      expectLinear(unit, 60_000, readHtml);
    });
  }

  it('survives 100,000 open elements and a value of a megabyte', () => {
    const { blocks, attributes } = readHtml(
      `${'<div>'.repeat(100_000)}deep<p title="${'x'.repeat(1_000_000)}">${'</div>'.repeat(100_000)}`,
    );
    expect(blocks).to.deep.equal([{ kind: 'text', text: 'deep' }]);
    expect(attributes[0]).to.have.lengthOf(1_000_000);
    const nested = `<script type=application/json>${'['.repeat(100_000)}"a"${']'.repeat(100_000)}</script>`;
    expect(unseen(nested)).to.deep.equal(['a']);
  });
});

describe('markdownToHtml', () => {
  it('reads tables, strikethrough and HTML as GitHub does', () => {
    const { blocks, headline, links } = readHtml(
      markdownToHtml(
        '# Top *line*\n\nguaran**teed** ~~old~~  \nnext <b>bold</b>\nline\n\n|a|b|\n|-|-|\n|c|d|\n\n- [one](/x "t")\n- two\n\n> quote\n\n```js\ncode < 1\n```\n',
      ),
    );
    expect(blocks.map(({ text }) => text)).to.deep.equal([
      'Top line',
      'guaranteed old next bold line',
      'a',
      'b',
      'c',
      'd',
      'one',
      'two',
      'quote',
      'code < 1',
    ]);
    expect(headline).to.equal('Top line');
    expect(links).to.deep.equal([{ text: 'one', href: '/x' }]);
  });

  it('refuses nesting that it would cut off with the text in it', () => {
    for (const marker of ['> ', '>', '- ', '1. ', '> - ']) {
      expect(() => markdownToHtml(`${marker.repeat(1000)}secret`), marker).to.throw(
        'nested deeper than 98 levels',
      );
    }
    expect(shown(markdownToHtml(`${'> '.repeat(97)}secret`))).to.deep.equal(['secret']);
    expect(shown(markdownToHtml(`${'- '.repeat(48)}secret`))).to.deep.equal(['secret']);
  });

  // After cmark's pathological tests; marked and micromark take minutes for some of them, or crash.
  for (const unit of [
    '[',
    ']',
    '[a](',
    '![[]()',
    '[](',
    '[a](<b',
    '*a **a ',
    'a**b_c* ',
    '**_* ',
    '~~a ',
    '``\\',
    '\\``',
    '<',
    'a <!A',
    'a <![CDATA[',
    '&',
    '[a]: u\n',
    '[a]\n',
    '|a',
    '- a\n',
    '> a\n',
    '<div>\n\n',
  ]) {
    it(`takes linear time for ${JSON.stringify(unit)} without end`, () => {
      expectLinear(unit, 20_000, (text) => readHtml(markdownToHtml(text)));
    });
  }
});

describe('plainText', () => {
  for (const [field, plain] of Object.entries({
    '**Fast** <b>search</b> &amp; more': 'Fast search & more',
    '# Fast\n\n- one\n- two': 'Fast one two',
    '- Fast': 'Fast',
    '1. one\n2. two': 'one two',
    '[Read](https://a.example/) `on`, ![icon](i.png)now': 'Read on, now',
    '<https://a.example/a_b_c>': 'https://a.example/a_b_c',
    'guaran<b>teed</b> <em class="x">re</em>sults': 'guaranteed results',
    'a<br>b\n\nc': 'a b c',
    '~~old~~ __new__ &copy; tele&shy;phone': 'old new © telephone',
    '<!-- note -->text': 'text',
    'a <script>alert("x")</script><STYLE>b</STYLE> c': 'a c',
    '|a|b|\n|-|-|\n|c|d|': 'a b c d',
    '\\*not emphasis\\*': '*not emphasis*',
    '***': '',
    '![only](image.png)': '',
  })) {
    it(`takes the markup from ${JSON.stringify(field)}`, () => {
      expect(plainText(field)).to.equal(plain);
    });
  }

  for (const field of [
    '2 * 3 * 4',
    '2*3*4',
    'snake_case_name',
    '_private and a_b_c_d',
    'a < b',
    '5 > 3 & 2 < 4',
    'C:\\path',
    '> 100 users',
    '- 5 °C',
    '+ 5 %',
    '# 1 in search',
    '1. Platz',
    '2024. A great year',
    'List<string> of <title> and <script> tags',
    '[Note]: new',
    'Q&A, AT&T',
    '100 % * terms apply',
    '~5 %',
    'C# and F#',
    'e-mail | chat',
    '$5 – $10',
    '日本語（テスト）',
    'مرحبا 👩‍👩‍👧',
  ]) {
    it(`leaves ${JSON.stringify(field)} as it is`, () => {
      expect(plainText(field)).to.equal(field);
    });
  }

  it('keeps every word of any field that holds no markup', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9äöü.,%°:;?-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const field = `x ${words.join(' ')}`;
        expect(plainText(field)).to.equal(field);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads quotes deeper than a document may have', () => {
    expect(plainText(`${'> '.repeat(1000)}text`)).to.match(/text$/);
  });

  for (const unit of [
    '[',
    '*a **a ',
    '<b>',
    '<script>',
    '<script></style>',
    '<style></script ',
    '> ',
    '``\\',
    '\n',
    '1. ',
    '# ',
  ]) {
    it(`takes linear time for ${JSON.stringify(unit)} without end`, () => {
      expectLinear(unit, 20_000, plainText);
    });
  }
});
