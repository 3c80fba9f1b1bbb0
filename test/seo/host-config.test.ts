import { expect } from 'chai';
import fc from 'fast-check';
import { HOST_FILES, hostConfig } from '../../src/seo/host-config.js';

function configOf(files: Readonly<Record<string, string>>) {
  return hostConfig(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
}

function headerFile(...paths: string[]): string {
  return paths.map((path) => `${path}\n  X-Robots-Tag: noindex\n`).join('\n');
}

function vercelHeader(source: string, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    headers: [{ source, headers: [{ key: 'x-robots-tag', value: 'noindex' }], ...more }],
  });
}

function azureRoute(route: string, more: Record<string, unknown> = {}): string {
  return JSON.stringify({ routes: [{ route, headers: { 'X-Robots-Tag': 'noindex' }, ...more }] });
}

interface TagCase {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly noindex?: readonly string[];
  readonly none?: readonly string[];
}

const NETLIFY_ONLY = '[build]\npublish = "."\n';

const tagCases: readonly TagCase[] = [
  { title: 'sends nothing without configuration', files: {}, none: ['/'] },
  {
    title: 'matches a splat, its folder included where both hosts do',
    files: { _headers: headerFile('/drafts/*') },
    noindex: ['/drafts/', '/drafts/a/b.html'],
    none: ['/drafts', '/draft', '/draftsx', '/'],
  },
  {
    title: 'matches a splat for the whole site',
    files: { _headers: headerFile('/*') },
    noindex: ['/', '/a.html', '/a/b/'],
  },
  {
    title: 'matches one component for a placeholder',
    files: { _headers: headerFile('/blog/:post') },
    noindex: ['/blog/a'],
    none: ['/blog/', '/blog/a/b', '/blog'],
  },
  {
    title: 'matches an exact path',
    files: { _headers: headerFile('/a.html') },
    noindex: ['/a.html'],
    none: ['/a', '/b.html', '/A.html'],
  },
  { title: 'matches encoded paths', files: { _headers: headerFile('/caf%C3%A9/*') }, noindex: ['/café/x'] },
  {
    title: 'reads several paths, comments, CRLF and a byte order mark',
    files: {
      _headers:
        '\uFEFF# all\r\n/a\r\n  X-Frame-Options: DENY\r\n\r\n/b\r\n  x-robots-tag : noindex , nofollow\r\n',
    },
    noindex: ['/b'],
    none: ['/a'],
  },
  {
    title: 'does not take a rule for a preview host for one of the site',
    files: { _headers: headerFile('https://project.pages.dev/*') },
    none: ['/'],
  },
  {
    title: 'believes noindex only if every rule that applies says it',
    files: { _headers: '/*\n X-Robots-Tag: noindex\n/public/*\n X-Robots-Tag: all\n' },
    noindex: ['/a'],
    none: ['/public/a'],
  },
  {
    title: 'believes a header no longer once it is taken back',
    files: { _headers: '/*\n X-Robots-Tag: noindex\n/public/*\n ! X-Robots-Tag\n' },
    noindex: ['/a'],
    none: ['/public/a'],
  },
  {
    title: 'believes noindex only if Netlify and Cloudflare both match',
    files: { _headers: headerFile('/about') },
    noindex: ['/about'],
    none: ['/about/'],
  },
  {
    title: 'knows Netlify by its file',
    files: { _headers: headerFile('/about', '/docs/*'), 'netlify.toml': NETLIFY_ONLY },
    noindex: ['/about', '/about/', '/docs'],
    none: ['/ABOUT'],
  },
  {
    title: 'reads netlify.toml',
    files: {
      'netlify.toml': '[[headers]]\nfor = "/x/*"\n[headers.values]\nX-Robots-Tag = ["noindex", "nofollow"]\n',
    },
    noindex: ['/x/y', '/x'],
    none: ['/y'],
  },
  {
    title: 'leaves netlify.toml alone that publishes another folder',
    files: {
      'netlify.toml':
        '[build]\npublish = "dist"\n[[headers]]\nfor = "/*"\n[headers.values]\nX-Robots-Tag = "noindex"\n',
    },
    none: ['/'],
  },
  {
    title: 'takes the part of the header that Google gets',
    files: {
      _headers:
        '/a\n X-Robots-Tag: otherbot: noindex, nofollow\n/b\n X-Robots-Tag: GoogleBot: noindex\n/c\n X-Robots-Tag: max-image-preview:none\n',
    },
    noindex: ['/b'],
    none: ['/a'],
  },
  {
    title: 'matches everything on Vercel',
    files: { 'vercel.json': vercelHeader('/(.*)') },
    noindex: ['/', '/a', '/a/b.html'],
  },
  {
    title: 'matches the rest of a path on Vercel',
    files: { 'vercel.json': vercelHeader('/docs/(.*)') },
    noindex: ['/docs/', '/docs/a/b'],
    none: ['/docs', '/docsx', '/'],
  },
  {
    title: 'matches the named rest of a path on Vercel',
    files: { 'vercel.json': vercelHeader('/docs/:rest(.*)') },
    noindex: ['/docs/', '/docs/a/b'],
    none: ['/docs', '/a'],
  },
  {
    title: 'matches any components on Vercel, or none',
    files: { 'vercel.json': vercelHeader('/docs/:path*') },
    noindex: ['/docs', '/docs/a/b'],
    none: ['/docs/', '/docsx', '/docs//a'],
  },
  {
    title: 'matches at least one component on Vercel',
    files: { 'vercel.json': vercelHeader('/docs/:path+') },
    noindex: ['/docs/a/b'],
    none: ['/docs'],
  },
  {
    title: 'matches one component on Vercel',
    files: { 'vercel.json': vercelHeader('/:lang/private') },
    noindex: ['/en/private'],
    none: ['/private', '/en/x/private', '/en/private/'],
  },
  {
    title: 'is case-sensitive on Vercel',
    files: { 'vercel.json': vercelHeader('/Docs') },
    noindex: ['/Docs'],
    none: ['/docs'],
  },
  {
    title: 'is not certain of a regular expression',
    files: { 'vercel.json': vercelHeader('/post/:id(\\d+)') },
    none: ['/post/1'],
  },
  {
    title: 'is not certain of a rule for one host name',
    files: { 'vercel.json': vercelHeader('/(.*)', { has: [{ type: 'host', value: 'x.vercel.app' }] }) },
    none: ['/'],
  },
  {
    title: 'is not certain of a rule with an exception',
    files: { 'vercel.json': vercelHeader('/(.*)', { missing: [{ type: 'header', key: 'x' }] }) },
    none: ['/'],
  },
  {
    title: 'leaves vercel.json alone that publishes another folder',
    files: {
      'vercel.json': JSON.stringify({
        outputDirectory: 'out',
        ...(JSON.parse(vercelHeader('/(.*)')) as object),
      }),
    },
    none: ['/'],
  },
  {
    title: 'reads routes of Vercel',
    files: {
      'vercel.json': JSON.stringify({
        routes: [{ src: '/(.*)', headers: { 'X-Robots-Tag': 'noindex' }, continue: true }],
      }),
    },
    noindex: ['/a'],
  },
  {
    title: 'matches a beginning on Azure',
    files: { 'staticwebapp.config.json': azureRoute('/calendar*') },
    noindex: ['/calendar', '/calendar/2020', '/calendars'],
    none: ['/'],
  },
  {
    title: 'matches an extension on Azure',
    files: { 'staticwebapp.config.json': azureRoute('/docs/*.{html,htm}') },
    noindex: ['/docs/a.html', '/docs/b/c.htm'],
    none: ['/docs/', '/a.html'],
  },
  {
    title: 'takes the route of an index file for its folder on Azure',
    files: { 'staticwebapp.config.json': azureRoute('/profile/index.html') },
    noindex: ['/profile', '/profile/', '/profile/index.html'],
  },
  {
    title: 'sends global headers on Azure unless the first matching route has its own',
    files: {
      'staticwebapp.config.json': JSON.stringify({
        globalHeaders: { 'X-Robots-Tag': 'noindex' },
        routes: [{ route: '/a/*', headers: { 'x-robots-tag': '' } }, { route: '/a/b' }, { route: '/c' }],
      }),
    },
    noindex: ['/', '/c'],
    none: ['/a/b'],
  },
  {
    title: 'ignores routes of Azure for other methods',
    files: { 'staticwebapp.config.json': azureRoute('/*', { methods: ['POST'] }) },
    none: ['/'],
  },
  {
    title: 'is not certain of what one of two hosts says',
    files: { _headers: headerFile('/*'), 'vercel.json': '{}' },
    none: ['/'],
  },
  {
    title: 'is certain of what both of two hosts say',
    files: { _headers: headerFile('/*'), 'vercel.json': vercelHeader('/(.*)') },
    noindex: ['/'],
  },
];

describe('robotsTag', () => {
  for (const { title, files, noindex = [], none = [] } of tagCases) {
    it(title, () => {
      const { robotsTag } = configOf(files);
      for (const path of noindex) expect(robotsTag(path), path).to.match(/^noindex\b/);
      for (const path of none) expect(robotsTag(path), path).to.be.undefined;
    });
  }

  it('gives other directives as they are', () => {
    const { robotsTag } = configOf({
      _headers: '/a\n X-Robots-Tag: Max-Image-Preview:none\n X-Robots-Tag: nosnippet\n',
    });
    expect(robotsTag('/a')).to.equal('max-image-preview:none, nosnippet');
  });
});

interface RedirectCase {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly answered?: readonly string[];
  readonly unanswered?: readonly string[];
}

const redirectCases: readonly RedirectCase[] = [
  { title: 'answers nothing without configuration', files: {}, unanswered: ['/', '/a'] },
  {
    title: 'reads _redirects, comments and slashes',
    files: { _redirects: '# moved\n/old  /new\n/a/ /b 302 # why\r\n\n' },
    answered: ['/old', '/old/', '/a'],
    unanswered: ['/new', '/o', '/old/x'],
  },
  {
    title: 'reads rewrites',
    files: { _redirects: '/app/* /app.html 200' },
    answered: ['/app', '/app/x/y'],
    unanswered: ['/apple'],
  },
  {
    title: 'reads a rewrite of everything',
    files: { _redirects: '/* /index.html 200' },
    answered: ['/', '/any/thing'],
  },
  { title: 'reads forced redirects', files: { _redirects: '/a /b 301!' }, answered: ['/a'] },
  {
    title: 'does not take an error page for an answer',
    files: { _redirects: '/* /404.html 404\n/gone / 410' },
    unanswered: ['/x', '/gone'],
  },
  {
    title: 'reads placeholders',
    files: { _redirects: '/news/:year/:slug /blog/:slug' },
    answered: ['/news/2020/x'],
    unanswered: ['/news/2020', '/news/2020/x/y'],
  },
  {
    title: 'answers what depends on query, country or language',
    files: { _redirects: '/store id=:id /blog/:id 301\n/x /de/x 302 Language=de' },
    answered: ['/store', '/x'],
  },
  {
    title: 'does not take the move to another host name for an answer',
    files: { _redirects: 'http://example.com/* https://www.example.com/:splat 301!' },
    unanswered: ['/x'],
  },
  {
    title: 'answers other rules for a host name by their path',
    files: { _redirects: 'https://blog.example.com/old/* https://example.com/blog/:splat' },
    answered: ['/old/x'],
    unanswered: ['/x'],
  },
  {
    title: 'answers for a splat within, as Cloudflare does',
    files: { _redirects: '/a/*/b /c' },
    answered: ['/a/x/b'],
    unanswered: ['/b'],
  },
  {
    title: 'answers for a placeholder within a component, as Cloudflare does',
    files: { _redirects: '/post-:id /posts/:id' },
    answered: ['/post-1'],
    unanswered: ['/pos', '/post/1'],
  },
  {
    title: 'keeps to the letter case',
    files: { _redirects: '/Old /new' },
    answered: ['/Old'],
    unanswered: ['/old'],
  },
  { title: 'reads encoded paths', files: { _redirects: '/caf%C3%A9 /cafe' }, answered: ['/café'] },
  {
    title: 'reads netlify.toml',
    files: {
      'netlify.toml':
        '[[redirects]]\nfrom = "/a/*"\nto = "/b/:splat"\nstatus = 200\n[[redirects]]\nfrom = "/*"\nto = "/404.html"\nstatus = 404\n',
    },
    answered: ['/a/x'],
    unanswered: ['/x'],
  },
  {
    title: 'reads redirects and rewrites of Vercel',
    files: {
      'vercel.json': JSON.stringify({
        redirects: [{ source: '/old/:path*', destination: '/:path*' }],
        rewrites: [{ source: '/api/(.*)', destination: '/x' }],
      }),
    },
    answered: ['/old', '/old/a', '/api/x'],
    unanswered: ['/', '/x'],
  },
  {
    title: 'answers what a regular expression may match, and nothing that begins otherwise',
    files: {
      'vercel.json': JSON.stringify({
        redirects: [
          { source: '/post/:id(\\d+)', destination: '/' },
          { source: '/(a|b)', destination: '/' },
        ].slice(0, 1),
      }),
    },
    answered: ['/post/1', '/post/x'],
    unanswered: ['/about'],
  },
  {
    title: 'answers anything where alternatives begin the path',
    files: { 'vercel.json': JSON.stringify({ redirects: [{ source: '/(a|b)', destination: '/' }] }) },
    answered: ['/anything'],
  },
  {
    title: 'answers what an optional component may match',
    files: { 'vercel.json': JSON.stringify({ redirects: [{ source: '/docs/:page?', destination: '/' }] }) },
    answered: ['/docs', '/docs/a'],
    unanswered: ['/x'],
  },
  {
    title: 'reads routes of Vercel',
    files: {
      'vercel.json': JSON.stringify({
        routes: [
          { src: '/a', headers: { x: 'y' }, continue: true },
          { src: '/b', status: 404 },
          { handle: 'filesystem' },
          { src: '^/ba?r$', dest: '/c' },
        ],
      }),
    },
    answered: ['/bar', '/br'],
    unanswered: ['/a', '/x'],
  },
  {
    title: 'reads routes of Azure',
    files: {
      'staticwebapp.config.json': JSON.stringify({
        routes: [
          { route: '/old*', redirect: '/new' },
          { route: '/gone', redirect: '/x', statusCode: 410 },
          { route: '/private/*', allowedRoles: ['a'] },
        ],
      }),
    },
    answered: ['/old', '/older'],
    unanswered: ['/gone', '/private/x'],
  },
  {
    title: 'reads the fallback of Azure and what it leaves out',
    files: {
      'staticwebapp.config.json': JSON.stringify({
        navigationFallback: { rewrite: '/index.html', exclude: ['/images/*.{png,jpg}', '/css/*'] },
      }),
    },
    answered: ['/any', '/images/x.svg'],
    unanswered: ['/images/x.png', '/css/x'],
  },
  {
    title: 'tells a redirected 404 of Azure from a page for it',
    files: {
      'staticwebapp.config.json': JSON.stringify({ responseOverrides: { 404: { rewrite: '/404.html' } } }),
    },
    unanswered: ['/x'],
  },
  {
    title: 'answers everything where Azure redirects a 404',
    files: {
      'staticwebapp.config.json': JSON.stringify({
        responseOverrides: { 404: { redirect: '/', statusCode: 302 } },
      }),
    },
    answered: ['/x'],
  },
];

describe('redirects', () => {
  for (const { title, files, answered = [], unanswered = [] } of redirectCases) {
    it(title, () => {
      const { redirects } = configOf(files);
      for (const path of answered) expect(redirects(path), path).to.be.true;
      for (const path of unanswered) expect(redirects(path), path).to.be.false;
    });
  }
});

describe('hostConfig', () => {
  it('finds nothing wrong with what hosts read', () => {
    const files = {
      _headers: `# all\n${headerFile('/*')}`,
      _redirects: '/a /b 301! Country=de # x\n',
      'netlify.toml': NETLIFY_ONLY,
      'vercel.json': '\uFEFF{}',
      'staticwebapp.config.json': '{}',
    };
    expect(configOf(files).problems).to.deep.equal([]);
  });

  it('reports lines that no host reads, and goes on', () => {
    const config = configOf({
      _headers: `X-Robots-Tag: all\n${headerFile('/a')}`,
      _redirects: '/lonely\n/a there\n/b /c',
    });
    expect(config.problems).to.deep.equal([
      { file: '_headers', message: 'Line 1: a header before the first path.' },
      { file: '_redirects', message: 'Line 1: no destination that begins with / or https://.' },
      { file: '_redirects', message: 'Line 2: no destination that begins with / or https://.' },
    ]);
    expect(config.robotsTag('/a')).to.equal('noindex');
    expect(config.redirects('/b')).to.be.true;
  });

  const broken: [string, string, string][] = [
    ['vercel.json', '{ "redirects": [ }', ''],
    ['vercel.json', '[]', ''],
    ['staticwebapp.config.json', 'null', ''],
    ['staticwebapp.config.json', '{}}', ''],
    ['netlify.toml', '[build]\npublish = \n', ' (line 2)'],
  ];
  for (const [file, text, place] of broken) {
    it(`calls no address broken and believes no header while ${file} reads ${JSON.stringify(text)}`, () => {
      const config = configOf({ [file]: text, _headers: headerFile('/*') });
      expect(config.problems).to.deep.equal([
        {
          file,
          message: `The file can't be read${place}, so no address counts as broken and no header as sent.`,
        },
      ]);
      expect(config.redirects('/x')).to.be.true;
      expect(config.robotsTag('/x')).to.be.undefined;
    });
  }

  it('reads any bytes and any JSON in its files without an error', () => {
    const word = fc.constantFrom(
      'source',
      'headers',
      'routes',
      'route',
      'redirects',
      'key',
      'value',
      '/:a*',
      '/(.*)',
      '{',
      '*',
      '404',
      'rewrite',
      'navigationFallback',
      'exclude',
      'build',
      'publish',
      'for',
      'values',
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(word, tie('value')),
      ),
    })).value;
    const text = fc.oneof(
      json.map((value) => JSON.stringify(value)),
      fc
        .array(
          fc.constantFrom(
            '/',
            '*',
            ':a',
            ' ',
            '\n',
            '[[headers]]\n',
            'for = "/*"\n',
            '!',
            'http://',
            '301',
            '#',
            '\0',
            'ü',
          ),
        )
        .map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...HOST_FILES), text, fc.string(), (file, content, path) => {
        const config = configOf({ [file]: content });
        config.redirects(`/${path}`);
        config.robotsTag(`/${path}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads hostile files of a megabyte in a moment', () => {
    const started = process.cpuUsage();
    const depth = 200_000;
    const files = {
      _headers: headerFile(`/${'*a'.repeat(200_000)}`),
      _redirects: `/${':a/*'.repeat(100_000)} /x\n`.repeat(2),
      'netlify.toml': `a = ${'['.repeat(depth)}`,
      'vercel.json': vercelHeader(`/${':a(.*)'.repeat(100_000)}`),
      'staticwebapp.config.json': `{"routes": ${'['.repeat(depth)}${']'.repeat(depth)}}`,
    };
    for (const [name, text] of Object.entries(files)) {
      const config = configOf({ [name]: text });
      for (const path of ['/', `/${'a'.repeat(4000)}`, '/a'.repeat(2000)]) {
        config.redirects(path);
        config.robotsTag(path);
      }
    }
    expect(process.cpuUsage(started).user / 1000).to.be.lessThan(3000);
  });
});
