import { expect } from 'chai';
import fc from 'fast-check';
import { decodeRobotsTxt, parseRobotsTxt, robotsDecision } from '../../src/seo/robots-txt.js';

function parse(text: string) {
  return parseRobotsTxt(Buffer.from(text));
}

function problems(text: string): string[] {
  return parse(text).problems.map(({ line, message }) => `${line}: ${message}`);
}

/** A group for FooBot with these rules. */
function foobot(...rules: string[]): string {
  return ['User-agent: FooBot', ...rules, ''].join('\n');
}

interface Case {
  readonly title: string;
  readonly robots: string;
  readonly agent?: string;
  readonly allows?: readonly string[];
  readonly blocks?: readonly string[];
}

/** The facts of section 2 and the examples of section 5 of RFC 9309, and those that Google publishes with its parser. */
const cases: readonly Case[] = [
  { title: 'allows everything without rules', robots: '', allows: ['/', '/x/y'] },
  {
    title: 'reads names of fields in any case',
    robots: 'USER-agent: FooBot\naLLow: /x/\nDISALLOW: /',
    allows: ['/x/y'],
    blocks: ['/a/b'],
  },
  { title: 'reads names of crawlers in any case', robots: 'user-agent: fOObOT\ndisallow: /', blocks: ['/'] },
  { title: 'skips fields that nobody knows', robots: 'foo: FooBot\nbar: /', allows: ['/x/y'] },
  {
    title: 'reads a line whose colon was forgotten, as Google does',
    robots: 'user-agent FooBot\ndisallow /',
    blocks: ['/x/y'],
  },
  {
    title: 'skips a line of three words without a colon',
    robots: foobot('disallow / please'),
    allows: ['/x'],
  },
  {
    title: 'reads frequent typos, as Google does',
    robots: 'useragent: FooBot\ndisalow: /a\ndissallow: /b\ndiasllow: /c',
    blocks: ['/a', '/b', '/c'],
    allows: ['/d'],
  },
  {
    title: 'ends a crawler name at the first character that it cannot have',
    robots: 'User-agent: FooBot/2.1 (x)\nDisallow: /',
    blocks: ['/x'],
  },
  {
    title: 'does not take a longer name for its beginning',
    robots: 'User-agent: FooBot-Images\nDisallow: /',
    allows: ['/x'],
  },
  { title: 'takes "* everyone" for *', robots: 'User-agent: * everyone\nDisallow: /', blocks: ['/x'] },
  {
    title: 'skips rules before the first crawler',
    robots: `allow: /foo/bar/\n${foobot('disallow: /')}`,
    blocks: ['/foo/bar/'],
  },
  {
    title: 'gives one group to crawlers named in a row',
    robots: 'user-agent: BarBot\nuser-agent: FooBot\ndisallow: /',
    blocks: ['/x'],
  },
  {
    title: 'does not end a group at a blank line',
    robots: 'user-agent: FooBot\n\n\ndisallow: /',
    blocks: ['/x'],
  },
  {
    title: 'merges the groups of one crawler',
    robots: `${foobot('disallow: /a')}user-agent: BarBot\ndisallow: /b\n${foobot('disallow: /c')}`,
    blocks: ['/a', '/c'],
    allows: ['/b'],
  },
  {
    title: 'does not end a group at a sitemap',
    robots: 'User-agent: FooBot\nSitemap: https://foo.bar/s\nUser-agent: *\nDisallow: /',
    blocks: ['/'],
  },
  {
    title: 'does not end a group at a field of another crawler',
    robots: 'User-agent: FooBot\nCrawl-delay: 9\nUser-agent: *\nDisallow: /',
    blocks: ['/'],
  },
  {
    title: 'ends a list of crawlers at an empty rule',
    robots: 'User-agent: FooBot\nDisallow:\nUser-agent: *\nDisallow: /',
    allows: ['/x'],
  },
  {
    title: 'obeys * without a group of its own',
    robots: 'user-agent: *\ndisallow: /\nuser-agent: BarBot\nallow: /',
    blocks: ['/x/y'],
  },
  {
    title: 'ignores * with a group of its own',
    robots: `user-agent: *\ndisallow: /\n${foobot('disallow: /secret')}`,
    allows: ['/x/y'],
    blocks: ['/secret'],
  },
  {
    title: 'ignores * with an empty group of its own',
    robots: 'user-agent: *\ndisallow: /\nuser-agent: FooBot',
    allows: ['/x/y'],
  },
  {
    title: 'obeys nothing when only others are named',
    robots: 'user-agent: BarBot\ndisallow: /',
    allows: ['/'],
  },
  {
    title: 'compares paths case-sensitively',
    robots: foobot('disallow: /X/'),
    allows: ['/x/y'],
    blocks: ['/X/y'],
  },
  {
    title: 'prefers a longer disallow',
    robots: foobot('disallow: /x/page.html', 'allow: /x/'),
    blocks: ['/x/page.html'],
    allows: ['/x/other'],
  },
  {
    title: 'prefers a longer allow',
    robots: foobot('allow: /x/page.html', 'disallow: /x/'),
    allows: ['/x/page.html'],
    blocks: ['/x/'],
  },
  { title: 'prefers allow of two equal rules', robots: foobot('disallow: /x', 'allow: /x'), allows: ['/x'] },
  {
    title: 'prefers allow of two rules of one length',
    robots: foobot('disallow: /*.p', 'allow: /x/a'),
    allows: ['/x/a.php'],
  },
  { title: 'takes empty rules for none', robots: foobot('disallow:', 'allow:'), allows: ['/x'] },
  {
    title: 'lets / be allowed by its end alone',
    robots: foobot('allow: /$', 'disallow: /'),
    allows: ['/'],
    blocks: ['/page.html'],
  },
  {
    title: 'tells a folder from what begins alike',
    robots: foobot('disallow: /x', 'allow: /x/'),
    blocks: ['/x', '/xy'],
    allows: ['/x/'],
  },
  {
    title: 'counts the star towards the length',
    robots: foobot('allow: /page', 'disallow: /*.html'),
    blocks: ['/page.html'],
    allows: ['/page'],
  },
  {
    title: 'counts more characters of an allow with a star in the path',
    robots: foobot('allow: /x/page.', 'disallow: /*.html'),
    allows: ['/x/page.html'],
    blocks: ['/x/y.html'],
  },
  {
    title: 'matches a prefix',
    robots: foobot('disallow: /', 'allow: /fish'),
    allows: ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads/yummy.html', '/fish.html?id=anything'],
    blocks: ['/Fish.asp', '/catfish', '/?id=fish'],
  },
  {
    title: 'does not mind a star at the end',
    robots: foobot('disallow: /', 'allow: /fish*'),
    allows: ['/fish', '/fishheads', '/fish/salmon.html'],
    blocks: ['/Fish.bar', '/catfish'],
  },
  {
    title: 'matches a folder',
    robots: foobot('disallow: /', 'allow: /fish/'),
    allows: ['/fish/', '/fish/?salmon', '/fish/salmon.html'],
    blocks: ['/fish', '/fish.html', '/Fish/Salmon.html'],
  },
  {
    title: 'matches a star',
    robots: foobot('disallow: /', 'allow: /*.php'),
    allows: [
      '/filename.php',
      '/folder/filename.php?parameters',
      '//folder/any.php.file.html',
      '/filename.php/',
      '/index?f=filename.php/',
    ],
    blocks: ['/php/', '/index?php', '/windows.PHP'],
  },
  {
    title: 'matches the end',
    robots: foobot('disallow: /', 'allow: /*.php$'),
    allows: ['/filename.php', '/folder/filename.php'],
    blocks: ['/filename.php?parameters', '/filename.php/', '/filename.php5', '/aaaphpaaa'],
  },
  {
    title: 'matches a star within',
    robots: foobot('disallow: /', 'allow: /fish*.php'),
    allows: ['/fish.php', '/fishheads/catfish.php?parameters'],
    blocks: ['/Fish.PHP'],
  },
  {
    title: 'matches what a star may repeat',
    robots: foobot('disallow: /*ab*abc$'),
    blocks: ['/ababc', '/xabxabababc'],
    allows: ['/abc', '/ababcd'],
  },
  {
    title: 'takes a $ within for itself',
    robots: foobot('disallow: /a$b'),
    blocks: ['/a$b'],
    allows: ['/a'],
  },
  {
    title: 'blocks the exact end only',
    robots: foobot('disallow: /foo/bar$', 'allow: /foo/bar/qux'),
    blocks: ['/foo/bar'],
    allows: ['/foo/bar/', '/foo/bar/baz'],
  },
  {
    title: 'cuts comments',
    robots: foobot('# disallow: /', 'disallow: /foo/quz#qux', 'allow: /'),
    allows: ['/foo/bar'],
    blocks: ['/foo/quz'],
  },
  {
    title: 'leaves an address within a query alone',
    robots: foobot('disallow: /', 'allow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par'),
    allows: ['/foo/bar?qux=taz&baz=http://foo.bar?tar&par'],
  },
  {
    title: 'encodes what is not ASCII',
    robots: foobot('disallow: /', 'allow: /foo/bar/ツ'),
    allows: ['/foo/bar/%E3%83%84', '/foo/bar/%e3%83%84', '/foo/bar/ツ'],
  },
  {
    title: 'reads encoded rules',
    robots: foobot('disallow: /', 'allow: /foo/bar/%e3%83%84'),
    allows: ['/foo/bar/%E3%83%84', '/foo/bar/ツ'],
  },
  // RFC 9309, section 2.2.2; Google's parser leaves this one open.
  {
    title: 'decodes what needs no encoding',
    robots: foobot('disallow: /foo/bar/%62%61%7A'),
    blocks: ['/foo/bar/baz', '/foo/bar/%62az'],
  },
  {
    title: 'keeps an encoded slash apart',
    robots: foobot('disallow: /a%2fb'),
    blocks: ['/a%2Fb'],
    allows: ['/a/b'],
  },
  {
    title: 'keeps an encoded star apart',
    robots: foobot('disallow: /a%2Ab'),
    blocks: ['/a%2ab'],
    allows: ['/axb'],
  },
  {
    title: 'takes an allowed index.html for its folder, as Google does',
    robots: foobot('allow: /allowed-slash/index.html', 'disallow: /'),
    allows: ['/allowed-slash/', '/allowed-slash/index.html'],
    blocks: ['/allowed-slash/index.htm', '/anyother-url'],
  },
  {
    title: 'does not take a disallowed index.html for its folder',
    robots: foobot('disallow: /x/index.html'),
    allows: ['/x/'],
    blocks: ['/x/index.html'],
  },
  {
    title: 'never blocks robots.txt itself',
    robots: foobot('disallow: /'),
    allows: ['/robots.txt'],
    blocks: ['/robots.txt2'],
  },
  { title: 'ignores the fragment of an address', robots: foobot('disallow: /*x'), allows: ['/a#x'] },
  {
    title: 'matches the example of RFC 9309, section 5.1 for *',
    agent: 'BarBot',
    robots:
      'User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\nUser-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n',
    blocks: ['/a.gif', '/example/page.html'],
    allows: ['/publications/', '/a.gif?x'],
  },
  {
    title: 'matches the example of RFC 9309, section 5.1 for foobot',
    robots:
      'User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\nUser-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n',
    blocks: ['/', '/publications/'],
    allows: ['/example/page.html', '/example/allowed.gif'],
  },
  {
    title: 'matches the example of RFC 9309, section 5.2',
    robots: foobot('Allow: /example/page/', 'Disallow: /example/page/disallowed.gif'),
    allows: ['/example/page/'],
    blocks: ['/example/page/disallowed.gif'],
  },
];

describe('robotsDecision', () => {
  for (const { title, robots, agent = 'FooBot', allows = [], blocks = [] } of cases) {
    it(title, () => {
      const parsed = parse(robots);
      for (const path of allows) expect(robotsDecision(parsed, agent, path).allowed, path).to.be.true;
      for (const path of blocks) expect(robotsDecision(parsed, agent, path).allowed, path).to.be.false;
    });
  }

  it('names the rule that decided, and where it stands', () => {
    const text = foobot('  disallow:   /x  # no', 'allow: /');
    const { rule } = robotsDecision(parse(text), 'foobot', '/x');
    expect(rule).to.deep.equal({ offset: text.indexOf('disallow'), value: 'disallow:   /x' });
  });

  it('names no rule where none matches', () => {
    expect(robotsDecision(parse(foobot('disallow: /x')), 'FooBot', '/')).to.deep.equal({ allowed: true });
  });

  it('cuts a line after 16,663 characters, as Google does', () => {
    const room = 2083 * 8 - 1 - 'disallow: '.length;
    const long = '/x/'.padEnd(room, 'a');
    const robots = parse(foobot(`disallow: ${long}/qux`));
    expect(robotsDecision(robots, 'FooBot', `${long}/fux`).allowed).to.be.false;
    expect(robotsDecision(robots, 'FooBot', long.slice(0, -1)).allowed).to.be.true;
  });

  it('agrees with a search of every way to place the stars', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '$'), maxLength: 8 });
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '$'), maxLength: 10 });
    fc.assert(
      fc.property(letters, path, (rule, rest) => {
        const { allowed } = robotsDecision(parse(foobot(`disallow: /${rule}`)), 'FooBot', `/${rest}`);
        expect(!allowed).to.equal(matchesSlowly(`/${rule}`, `/${rest}`));
      }),
      { numRuns: 2000 },
    );
  });

  it('matches a hostile pattern and path in linear time', () => {
    const started = process.cpuUsage();
    for (const rule of [
      `/*${'a'.repeat(8000)}b`,
      `/*b${'a'.repeat(8000)}`,
      `/${'*a'.repeat(8000)}b`,
      '/'.padEnd(16000, '*'),
    ]) {
      robotsDecision(parse(foobot(`disallow: ${rule}`)), 'FooBot', `/${'a'.repeat(200_000)}`);
    }
    expect(process.cpuUsage(started).user / 1000).to.be.lessThan(2000);
  });
});

/** By definition: a star is nothing, or one character and a star. */
function matchesSlowly(pattern: string, text: string): boolean {
  if (pattern === '') return true;
  if (pattern === '$') return text === '';
  if (pattern.startsWith('*')) {
    return matchesSlowly(pattern.slice(1), text) || (text !== '' && matchesSlowly(pattern, text.slice(1)));
  }
  return text !== '' && text.startsWith(pattern.charAt(0)) && matchesSlowly(pattern.slice(1), text.slice(1));
}

describe('parseRobotsTxt', () => {
  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`counts lines that end with ${name}`, () => {
      const text = ['User-Agent: foo', 'Allow: /some/path', '', '', 'nonsense', ''].join(end);
      expect(parse(text).problems.map(({ line, offset }) => ({ line, offset }))).to.deep.equal([
        { line: 5, offset: text.indexOf('nonsense') },
      ]);
    });
  }

  it('skips a byte order mark, whole or in part, and measures from the text behind it', () => {
    for (const mark of [[0xef, 0xbb, 0xbf], [0xef, 0xbb], [0xef]]) {
      const robots = parseRobotsTxt(
        Buffer.concat([Buffer.from(mark), Buffer.from('User-Agent: foo\nDisallow: /x')]),
      );
      expect(robots.problems).to.deep.equal([]);
      expect(robotsDecision(robots, 'foo', '/x').allowed).to.be.false;
    }
    expect(parse('\uFEFFUser-agent: x').groups).to.have.length(1);
    expect(parse('\uFEFFnonsense').problems[0]?.offset).to.equal(0);
  });

  it('does not skip a byte order mark further on', () => {
    expect(problems('User-agent: *\n\uFEFFAllow: /')).to.have.length(1);
  });

  it('lists sitemaps wherever they stand', () => {
    const text =
      'Sitemap: https://foo.bar/a.xml\nUser-agent: *\nAllow: /\n\nsitemap:https://foo.bar/b.xml # ours';
    expect(parse(text).sitemaps).to.deep.equal([
      { offset: 0, value: 'https://foo.bar/a.xml' },
      { offset: text.indexOf('sitemap:'), value: 'https://foo.bar/b.xml' },
    ]);
  });

  it('reads 500 KiB and no more', () => {
    const start = 'User-agent: *\n';
    const filler = `#${'x'.repeat(500 * 1024 - start.length - 'Disallow: /a\n'.length - 2)}\n`;
    const full = parse(`${start}${filler}Disallow: /a\n`);
    expect(full.isTooBig).to.be.false;
    expect(robotsDecision(full, 'x', '/a').allowed).to.be.false;
    const over = parse(`${start}${filler}Disallow: /a\nDisallow: /b\n`);
    expect(over.isTooBig).to.be.true;
    expect(over.end).to.equal(500 * 1024);
    expect(robotsDecision(over, 'x', '/a').allowed).to.be.false;
    expect(robotsDecision(over, 'x', '/b').allowed).to.be.true;
  });

  it('takes no rule from the line that the limit cuts in two', () => {
    const start = 'User-agent: *\n';
    const cut = 'Disallow: /';
    const robots = parse(
      `${start}#${'x'.repeat(500 * 1024 - start.length - cut.length - 2)}\n${cut}private/`,
    );
    expect(robotsDecision(robots, 'x', '/').allowed).to.be.true;
    expect(robots.problems).to.deep.equal([]);
  });

  it('finds nothing wrong with what crawlers understand', () => {
    const text = [
      '# a comment: with a colon',
      'USER-AGENT: *',
      'Disallow:',
      'Disallow: /*?sort=',
      'Disallow: *.pdf$ # documents',
      'Allow : /über/',
      'Crawl-delay: 10',
      'Host: example.com',
      'Clean-param: ref /x/',
      'Content-Signal: search=yes, ai-train=no',
      '   ',
      'Sitemap: https://example.com/sitemap.xml',
    ].join('\n');
    expect(problems(text)).to.deep.equal([]);
  });

  const faults: [string, string, string][] = [
    ['a line without a colon', 'this is no rule', 'A line without a colon, which crawlers skip.'],
    [
      'a forgotten colon',
      'Disallow /x',
      'The colon after "Disallow" is missing; only Google understands that.',
    ],
    ['nothing before the colon', ': /x', 'Nothing stands before the colon.'],
    [
      'a typo that Google reads',
      'Disalow: /x',
      '"Disalow" should read "disallow"; only Google understands that.',
    ],
    ['a typo that nobody reads', 'Dissalllow: /x', 'Crawlers know no field "Dissalllow".'],
    [
      'two paths on a line',
      'Disallow: /x /y',
      'A path holds no blanks: one path a line, and %20 for a blank.',
    ],
    ['a path without a slash', 'Disallow: private/', 'A path begins with / or *.'],
    [
      'a full address for a path',
      'Disallow: https://example.com/x',
      'A rule takes the path alone, without the name of the site.',
    ],
    ['a $ within a path', 'Disallow: /a$b', '$ means the end of the address only as the last character.'],
    ['a crawler without a name', 'User-agent:', 'The name of the crawler is missing.'],
    ['a relative sitemap', 'Sitemap: /sitemap.xml', 'The address of a sitemap has to be complete: https://…'],
    ['a sitemap of no address', 'Sitemap:', 'The address of a sitemap has to be complete: https://…'],
  ];
  for (const [title, line, message] of faults) {
    it(`reports ${title}`, () => {
      expect(problems(`User-agent: *\n${line}\n`)).to.deep.equal([`2: ${message}`]);
    });
  }

  it('reports a rule before the first crawler', () => {
    expect(problems('Disallow: /x\nUser-agent: *\nDisallow: /y')).to.deep.equal([
      '1: A rule before the first User-agent line, which crawlers skip.',
    ]);
  });

  it('tells a field that resembles none from a misspelt one', () => {
    const fields = parse('LLMs-txt: https://example.com/llms.txt\nalow: /x').problems;
    expect(fields.map(({ isExtension }) => isExtension)).to.deep.equal([true, false]);
  });

  it('reports a path whose bytes are not UTF-8, but no such comment', () => {
    const latin1 = Buffer.from(
      'User-agent: *\nDisallow: /caf\u00e9 # d\u00e9j\u00e0\nDisallow: /x # caf\u00e9',
      'latin1',
    );
    expect(parseRobotsTxt(latin1).problems.map(({ message }) => message)).to.deep.equal([
      'The path is not in UTF-8.',
    ]);
  });

  it('reports a web page in its place once', () => {
    const robots = parse('<!DOCTYPE html>\n<html>\n<p>Not: found\n</html>');
    expect(robots.problems.map(({ message }) => message)).to.deep.equal([
      'The file holds a web page, in which crawlers find no rules.',
    ]);
  });

  it('reports UTF-16 once', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('User-agent: *\nDisallow: /', 'utf16le'),
    ]);
    expect(parseRobotsTxt(bytes).problems.map(({ message }) => message)).to.deep.equal([
      'The file is saved as UTF-16; crawlers read UTF-8 only.',
    ]);
  });

  it('lists a thousand problems at most', () => {
    expect(problems('x\n'.repeat(1001))).to.have.length(1000);
  });

  it('reads any bytes without an error, and finds every offset at the line that it names', () => {
    const piece = fc.constantFrom(
      'user-agent',
      'disallow',
      ':',
      ' ',
      '\n',
      '\r',
      '#',
      '/',
      '*',
      '$',
      'ü',
      '\uFEFF',
      '\0',
      '%2f',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece).map((all) => Buffer.from(all.join(''))),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        const robots = parseRobotsTxt(Buffer.from(input));
        const text = decodeRobotsTxt(Buffer.from(input));
        for (const { offset, value } of [
          ...robots.problems,
          ...robots.groups.flatMap(({ rules }) => rules),
        ]) {
          expect(text.startsWith(value, offset)).to.be.true;
        }
        robotsDecision(robots, 'x', text);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads 500 KiB of hostile lines in a moment', () => {
    const blanks = `a${' '.repeat(16_000)}b\n`;
    const started = process.cpuUsage();
    for (const line of [
      blanks,
      'user-agent:a\nallow:\n',
      'a\n',
      `${'x'.repeat(16_000)}:\n`,
      'allow:/*a%2f\u00fc\n',
      '\r',
      '#',
    ]) {
      parse(line.repeat(Math.ceil(512_000 / line.length)));
    }
    expect(process.cpuUsage(started).user / 1000).to.be.lessThan(5000);
  });
});
