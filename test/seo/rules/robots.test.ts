import { expect } from 'chai';
import { type RuleCase, describeRule, occurrencesOf } from '../../support/seo-rule.js';

const siteUrl = 'https://example.com/';
const BLOCK = 'User-agent: *\nDisallow: /\n';
const PAGE = page('');
const NOINDEX = page('<meta name="robots" content="noindex">');

function page(head: string, body = 'x'): string {
  return `<!doctype html><html lang="en"><head><title>T</title>${head}</head><body><p>${body}</p></body></html>`;
}

function robots(...rules: string[]): string {
  return ['User-agent: *', ...rules, ''].join('\n');
}

function sitemap(...paths: string[]): string {
  const urls = paths.map((path) => `<url><loc>https://example.com${path}</loc></url>`);
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}

/** What is said of each place, with its severity. */
async function said(id: string, site: RuleCase): Promise<string[]> {
  return (await occurrencesOf(id, site)).map(
    ({ page, severity, message }) => `${page} ${severity}: ${message}`,
  );
}

describeRule('robots-missing', {
  finds: {
    'none at the root of an origin': { siteUrl, files: { 'index.html': PAGE }, at: ['robots.txt'] },
    'one in a folder only': {
      siteUrl,
      files: { 'index.html': PAGE, 'docs/robots.txt': BLOCK },
      at: ['robots.txt'],
    },
    'one with other letters only': {
      siteUrl,
      files: { 'index.html': PAGE, 'Robots.txt': BLOCK },
      at: ['robots.txt'],
    },
  },
  passes: {
    'a site below the root, where no crawler looks': {
      siteUrl: 'https://example.com/docs/',
      files: { 'index.html': PAGE },
    },
    'a site of unknown address': { files: { 'index.html': PAGE } },
    'an empty file, which allows everything': { siteUrl, files: { 'index.html': PAGE, 'robots.txt': '' } },
    'one that the host fetches from elsewhere': {
      siteUrl,
      files: { 'index.html': PAGE, _redirects: '/robots.txt /api/robots 200\n' },
    },
  },
});

describeRule('robots-syntax', {
  finds: {
    'a line without a colon and a path without a slash': {
      files: { 'index.html': PAGE, 'robots.txt': robots('Disallow', 'Disallow: private') },
      at: ['robots.txt: Disallow', 'robots.txt: Disallow: private'],
    },
    'rules before any crawler': {
      files: { 'index.html': PAGE, 'robots.txt': 'Disallow: /a\n' },
      at: ['robots.txt: Disallow: /a'],
    },
    'a page of the site in its place': {
      files: { 'index.html': PAGE, 'robots.txt': '<!doctype html>\n<title>Not found: sorry</title>\n' },
      at: ['robots.txt: <!doctype html>'],
    },
  },
  passes: {
    'comments, CRLF, blank lines and fields of single crawlers': {
      files: {
        'index.html': PAGE,
        'robots.txt':
          '\uFEFF# Disallow /x\r\nUSER-AGENT:*\r\n\r\nDisallow:\r\nCrawl-delay: 5\r\nHost: example.com\r\n',
      },
    },
    'wildcards and comments behind a value': {
      files: { 'index.html': PAGE, 'robots.txt': robots('Disallow: /*?s=*&p$ # search', 'Allow: *.css') },
    },
    'a file below the root, which no crawler reads': {
      siteUrl: 'https://example.com/docs/',
      files: { 'index.html': PAGE, 'robots.txt': 'nonsense' },
    },
  },
});

describe('robots-syntax', () => {
  it('takes a field that nobody knows less seriously than a misspelt one', async () => {
    const files = { 'index.html': PAGE, 'robots.txt': robots('Disalow: /x', 'LLMs-txt: /llms.txt') };
    expect(await said('robots-syntax', { files })).to.deep.equal([
      'robots.txt warning: "Disalow" should read "disallow"; only Google understands that.',
      'robots.txt info: Crawlers know no field "LLMs-txt".',
    ]);
  });
});

describeRule('robots-too-big', {
  finds: {
    'one byte more than 500 KiB': {
      files: { 'index.html': PAGE, 'robots.txt': '#'.repeat(512_001) },
      at: ['robots.txt'],
    },
    'more than 500 KiB with a known address': {
      siteUrl,
      files: { 'index.html': PAGE, 'robots.txt': 'Disallow: /a\n'.repeat(50_000) },
      at: ['robots.txt'],
    },
  },
  passes: {
    'exactly 500 KiB': { files: { 'index.html': PAGE, 'robots.txt': '#'.repeat(512_000) } },
    'more below the root': {
      siteUrl: 'https://example.com/docs/',
      files: { 'index.html': PAGE, 'robots.txt': '#'.repeat(512_001) },
    },
  },
});

describeRule('robots-blocks-all', {
  finds: {
    'a rule for everyone': {
      files: { 'index.html': PAGE, 'robots.txt': BLOCK },
      at: ['robots.txt: Disallow: /'],
    },
    'a rule with a wildcard': {
      files: { 'index.html': PAGE, 'robots.txt': robots('Disallow: /*') },
      at: ['robots.txt: Disallow: /*'],
    },
    'a rule for Googlebot alone': {
      files: {
        'index.html': PAGE,
        'robots.txt': 'User-agent: *\nDisallow:\n\nUser-agent: googlebot\nDisallow: /\n',
      },
      at: ['robots.txt: Disallow: /'],
    },
    'exceptions for files that are no pages': {
      files: { 'index.html': PAGE, 'a/b.html': PAGE, 'robots.txt': robots('Disallow: /', 'Allow: /*.css$') },
      at: ['robots.txt: Disallow: /'],
    },
    'rules for everyone that a delay alone parts from those for another crawler': {
      files: {
        'index.html': PAGE,
        'robots.txt': 'User-agent: *\nCrawl-delay: 9\nUser-agent: BadBot\nDisallow: /\n',
      },
      at: ['robots.txt: Disallow: /'],
    },
  },
  passes: {
    'an empty rule, which allows everything': {
      files: { 'index.html': PAGE, 'robots.txt': robots('Disallow:') },
    },
    'a rule for another crawler': {
      files: {
        'index.html': PAGE,
        'robots.txt': 'User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nAllow: /\n',
      },
    },
    'a rule of the same length that allows': {
      files: { 'index.html': PAGE, 'robots.txt': robots('Disallow: /', 'Allow: /') },
    },
    'a home page that is allowed by its end': {
      files: { 'index.html': PAGE, 'a.html': PAGE, 'robots.txt': robots('Disallow: /', 'Allow: /$') },
    },
    'a folder of pages that is allowed': {
      files: {
        'index.html': PAGE,
        'open/a.html': PAGE,
        'robots.txt': robots('Disallow: /', 'Allow: /open/'),
      },
    },
    'a page that is allowed by its clean address': {
      files: {
        'index.html': PAGE,
        'about.html': PAGE,
        'robots.txt': robots('Disallow: /', 'Allow: /about$'),
      },
    },
    'a comment': { files: { 'index.html': PAGE, 'robots.txt': robots('# Disallow: /') } },
    'a file below the root': {
      siteUrl: 'https://example.com/docs/',
      files: { 'index.html': PAGE, 'robots.txt': BLOCK },
    },
  },
});

describe('robots-blocks-all', () => {
  it('warns where Googlebot is let in and unnamed crawlers are not', async () => {
    const files = { 'index.html': PAGE, 'robots.txt': `${BLOCK}\nUser-agent: Googlebot\nAllow: /\n` };
    expect(await said('robots-blocks-all', { files })).to.deep.equal([
      'robots.txt warning: crawlers that are not named may fetch no page',
    ]);
  });

  it('points to the line', async () => {
    const files = { 'index.html': PAGE, 'robots.txt': `# test\r\n${BLOCK}` };
    const [occurrence] = await occurrencesOf('robots-blocks-all', { files });
    expect(occurrence?.offset).to.equal('# test\r\nUser-agent: *\n'.length);
  });
});

describeRule('robots-blocks-sitemap-page', {
  finds: {
    'each rule once': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'a/b.html': PAGE,
        'a/c.html': PAGE,
        'd.html': PAGE,
        'sitemap.xml': sitemap('/', '/a/b.html', '/a/c.html', '/d.html'),
        'robots.txt': robots('Disallow: /d', 'Disallow: /a/'),
      },
      at: ['robots.txt: Disallow: /d', 'robots.txt: Disallow: /a/'],
    },
    'a query': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'sitemap.xml': sitemap('/?page=2'),
        'robots.txt': robots('Disallow: /*?'),
      },
      at: ['robots.txt: Disallow: /*?'],
    },
    'an address that is encoded in one place only': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'caf\u00e9.html': PAGE,
        'sitemap.xml': sitemap('/caf%C3%A9.html'),
        'robots.txt': robots('Disallow: /caf\u00e9'),
      },
      at: ['robots.txt: Disallow: /caf\u00e9'],
    },
  },
  passes: {
    'a longer rule that allows': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'a/b.html': PAGE,
        'sitemap.xml': sitemap('/a/b.html'),
        'robots.txt': robots('Disallow: /a/', 'Allow: /a/b'),
      },
    },
    'a path with other letters': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'a.html': PAGE,
        'sitemap.xml': sitemap('/a.html'),
        'robots.txt': robots('Disallow: /A'),
      },
    },
    'a rule for everyone where Googlebot has its own': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'sitemap.xml': sitemap('/'),
        'robots.txt': `${BLOCK}User-agent: Googlebot\nDisallow: /x\n`,
      },
    },
    'a sitemap of another site': {
      siteUrl: 'https://example.org/',
      files: { 'index.html': PAGE, 'sitemap.xml': sitemap('/a/'), 'robots.txt': robots('Disallow: /a/') },
    },
  },
});

describeRule('robots-blocks-assets', {
  finds: {
    'a folder of style sheets and scripts': {
      files: {
        'index.html': page('<link rel="stylesheet" href="assets/a.css"><script src="/assets/b.js"></script>'),
        'assets/a.css': 'x',
        'assets/b.js': 'x',
        'robots.txt': robots('Disallow: /assets/'),
      },
      at: ['robots.txt: Disallow: /assets/'],
    },
    'a version in the query': {
      files: {
        'index.html': page('<link rel="stylesheet" href="a.css?v=2">'),
        'a.css': 'x',
        'robots.txt': robots('Disallow: /*?v='),
      },
      at: ['robots.txt: Disallow: /*?v='],
    },
  },
  passes: {
    'what only blocked pages load': {
      files: {
        'index.html': PAGE,
        'admin/index.html': page('<script src="a.js"></script>'),
        'admin/a.js': 'x',
        'robots.txt': robots('Disallow: /admin/'),
      },
    },
    'what no page loads': {
      files: { 'index.html': PAGE, 'old/a.js': 'x', 'robots.txt': robots('Disallow: /old/') },
    },
    'a longer rule that allows': {
      files: {
        'index.html': page('<link rel="stylesheet" href="/assets/a.css">'),
        'assets/a.css': 'x',
        'robots.txt': robots('Disallow: /assets/', 'Allow: /assets/*.css$'),
      },
    },
    'images, without which a page can be judged': {
      files: {
        'index.html': page('', '<img src="/img/a.png" alt="">'),
        'img/a.png': 'x',
        'robots.txt': robots('Disallow: /img/'),
      },
    },
    'files of another site': {
      siteUrl,
      files: {
        'index.html': page('<script src="https://cdn.example.org/assets/a.js"></script>'),
        'assets/a.js': 'x',
        'robots.txt': robots('Disallow: /assets/'),
      },
    },
  },
});

describeRule('robots-no-sitemap', {
  finds: {
    'a sitemap at the root': {
      siteUrl,
      files: { 'index.html': PAGE, 'sitemap.xml': sitemap('/'), 'robots.txt': robots('Disallow:') },
      at: ['robots.txt'],
    },
    'a sitemap that a comment names': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'sitemap.xml': sitemap('/'),
        'robots.txt': robots('# Sitemap: https://example.com/sitemap.xml'),
      },
      at: ['robots.txt'],
    },
  },
  passes: {
    'a line before all groups': {
      siteUrl,
      files: {
        'index.html': PAGE,
        'sitemap.xml': sitemap('/'),
        'robots.txt': `sitemap:https://example.com/sitemap.xml\n${robots('Disallow:')}`,
      },
    },
    'no sitemap': { siteUrl, files: { 'index.html': PAGE, 'robots.txt': robots('Disallow:') } },
    'no robots.txt': { siteUrl, files: { 'index.html': PAGE, 'sitemap.xml': sitemap('/') } },
    'a sitemap that no one could read': {
      siteUrl,
      files: { 'index.html': PAGE, 'sitemap.xml': 'nothing <', 'robots.txt': robots('Disallow:') },
    },
  },
});

describeRule('noindex-and-disallowed', {
  finds: {
    'a page in a blocked folder': {
      files: { 'index.html': PAGE, 'a/b.html': NOINDEX, 'robots.txt': robots('Disallow: /a/') },
      at: ['a/b.html: noindex'],
    },
    'an index page, and none in capitals': {
      files: {
        'index.html': PAGE,
        'a/index.html': page('<META NAME="Googlebot" CONTENT="NONE">'),
        'robots.txt': robots('Disallow: /a'),
      },
      at: ['a/index.html: none'],
    },
    'noindex in a header of the host': {
      files: {
        'index.html': PAGE,
        'a/b.html': PAGE,
        _headers: '/a/*\n  X-Robots-Tag: noindex\n',
        'robots.txt': robots('Disallow: /a/'),
      },
      at: ['a/b.html: X-Robots-Tag: noindex'],
    },
  },
  passes: {
    'a page that may be fetched': {
      files: { 'index.html': PAGE, 'a/b.html': NOINDEX, 'robots.txt': robots('Disallow: /b/') },
    },
    'a page that may be fetched by its clean address': {
      files: { 'index.html': PAGE, 'a.html': NOINDEX, 'robots.txt': robots('Disallow: /*.html$') },
    },
    'a blocked page without noindex': {
      files: { 'index.html': PAGE, 'a/b.html': PAGE, 'robots.txt': robots('Disallow: /a/') },
    },
    'a rule for another crawler': {
      files: { 'index.html': PAGE, 'a.html': NOINDEX, 'robots.txt': 'User-agent: BadBot\nDisallow: /\n' },
    },
    'a redirect stub': {
      files: {
        'index.html': PAGE,
        'a/b.html': page(
          '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=/">',
        ),
        'robots.txt': robots('Disallow: /a/'),
      },
    },
  },
});

describeRule('robots-noindex', {
  finds: {
    'noindex and none, however written': {
      files: {
        'index.html': PAGE,
        'a.html': page('<meta name=ROBOTS content=" NoFollow , NOINDEX ">'),
        'b.html': page('<meta name="googlebot" content="none">'),
        'c.html': PAGE,
        'd.html': PAGE,
      },
      at: ['a.html: nofollow , noindex', 'b.html: none'],
    },
    'a header of the host': {
      files: {
        'index.html': PAGE,
        'a/b.html': PAGE,
        'c.html': PAGE,
        _headers: '/a/*\n  X-Robots-Tag: noindex\n',
      },
      at: ['a/b.html: X-Robots-Tag: noindex'],
    },
  },
  passes: {
    'other directives, max-image-preview:none among them': {
      files: { 'index.html': page('<meta name="robots" content="index, nofollow, max-image-preview:none">') },
    },
    'metas of another name, property or crawler': {
      files: {
        'index.html': page(
          '<meta property="robots" content="noindex"><meta name="robot" content="noindex"><meta name="bingbot" content="noindex">',
        ),
      },
    },
    'a comment, a script and a template': {
      files: {
        'index.html': page(
          '<!-- <meta name="robots" content="noindex"> --><script>"<meta name=robots content=noindex>"</script><template><meta name="robots" content="noindex"></template>',
        ),
      },
    },
    'a redirect stub': {
      files: {
        'index.html': PAGE,
        'a.html': page('<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=/">'),
      },
    },
    'a header for previews of the site': {
      files: { 'index.html': PAGE, _headers: 'https://site.pages.dev/*\n  X-Robots-Tag: noindex\n' },
    },
    'a header for another crawler': {
      files: { 'index.html': PAGE, _headers: '/*\n  X-Robots-Tag: otherbot: noindex, nofollow\n' },
    },
  },
});

describe('robots-noindex', () => {
  const others = { 'x.html': PAGE, 'y.html': PAGE, 'z.html': PAGE };

  it('takes it for intended on a page that nothing puts forward', async () => {
    const files = { 'index.html': PAGE, 'a.html': NOINDEX, ...others };
    expect(await said('robots-noindex', { files })).to.deep.equal([
      'a.html info: not shown in search results',
    ]);
  });

  const mistakes: [string, RuleCase, string][] = [
    [
      'the home page',
      { files: { 'index.html': NOINDEX, ...others } },
      'index.html critical: on the home page',
    ],
    [
      'a page that a sitemap lists',
      { siteUrl, files: { 'index.html': PAGE, 'a.html': NOINDEX, ...others, 'sitemap.xml': sitemap('/a') } },
      'a.html critical: on a page that a sitemap lists',
    ],
    [
      'the canonical page of another',
      {
        files: {
          'index.html': PAGE,
          'a.html': NOINDEX,
          ...others,
          'b.html': page('<link rel="canonical" href="/a.html">'),
        },
      },
      'a.html critical: on the canonical page of b.html',
    ],
    [
      'the translation of another',
      {
        files: {
          'index.html': PAGE,
          'a.html': NOINDEX,
          ...others,
          'b.html': page('<link rel="alternate" hreflang="de" href="/a.html">'),
        },
      },
      'a.html critical: on the de version of b.html',
    ],
    [
      'more than half of the pages',
      { files: { 'index.html': PAGE, 'a.html': NOINDEX, 'b.html': NOINDEX } },
      'a.html critical: on more than half of the pages',
    ],
  ];
  for (const [what, site, expected] of mistakes) {
    it(`takes it for a mistake on ${what}`, async () => {
      expect((await said('robots-noindex', site))[0]).to.equal(expected);
    });
  }

  it('takes translations that all say noindex for intended', async () => {
    const head = '<meta name="robots" content="noindex"><link rel="alternate" hreflang="de" href="/b.html">';
    const files = { 'index.html': PAGE, 'a.html': page(head), 'b.html': page(head), ...others };
    expect(await said('robots-noindex', { files })).to.deep.equal([
      'a.html info: not shown in search results',
      'b.html info: not shown in search results',
    ]);
  });
});

function metas(...contents: readonly string[]): RuleCase {
  const elements = contents.map((content) => `<meta name="robots" content="${content}">`);
  return { files: { 'index.html': page(elements.join('')) } };
}

describeRule('robots-meta-conflict', {
  finds: {
    'index with noindex': { ...metas('index, noindex'), at: ['index.html: index, noindex'] },
    'follow with none, over two metas': {
      ...metas('NONE', 'Follow'),
      at: ['index.html: follow, none', 'index.html: Follow'],
    },
    'index for Google with noindex for all': {
      files: {
        'index.html': page('<meta name="robots" content="noindex"><meta name="googlebot" content="index">'),
      },
      at: ['index.html: index, noindex'],
    },
    'directives that nobody knows': {
      ...metas('no-index, max-snippet, max-snippets:5'),
      at: ['index.html: no-index', 'index.html: max-snippet', 'index.html: max-snippets:5'],
    },
    'directives that no comma parts': { ...metas('noindex nofollow'), at: ['index.html: noindex nofollow'] },
    'a second meta': {
      ...metas('index', 'max-image-preview:large'),
      at: ['index.html: max-image-preview:large'],
    },
  },
  passes: {
    'the usual directives': metas(
      'index, follow, max-image-preview:large, max-snippet:-1, max-video-preview: -1',
    ),
    'capitals, blanks and a comma too many': metas(' NOINDEX ,NoFollow, '),
    'obsolete directives, and those of Bing': metas('noodp, noydir, noarchive, nocache'),
    'a date with commas and colons': metas('unavailable_after: Friday, 25-Jun-2027 15:00:00 UTC, nosnippet'),
    'noindex for Google where all others may': {
      files: {
        'index.html': page(
          '<meta name="robots" content="index, follow"><meta name="googlebot" content="noindex">',
        ),
      },
    },
    'an empty meta': metas('', 'index'),
    'a redirect stub': {
      files: {
        'index.html': page(
          '<meta name="robots" content="index, noindex"><meta http-equiv="refresh" content="0;url=/x">',
        ),
      },
    },
  },
});

describe('robots-meta-conflict', () => {
  it('takes several metas that agree for no mistake', async () => {
    expect(await said('robots-meta-conflict', metas('index', 'nosnippet'))).to.deep.equal([
      'index.html info: a second robots meta, which Google adds to the first',
    ]);
  });
});
