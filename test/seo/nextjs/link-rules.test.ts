import { expect } from 'chai';
import { describeNextRule, layout, page, scanFiles, withBody } from './next-project.js';

const EXPORT = "export default { output: 'export' };";
const STATIC = (body: string) => `export function generateStaticParams() { ${body} }`;
const link = (href: string) => `<Link href="${href}">x</Link>`;

describeNextRule('next-link-broken', {
  finds: {
    'a link to no route': { files: withBody(link('/abuot')), at: ['app/page.tsx: /abuot'] },
    'a link in a component that a page imports': {
      files: {
        ...withBody('<Nav />', "import { Nav } from './nav';"),
        'app/nav.tsx': "import L from 'next/link';\nexport const Nav = () => <L href={`/gone`}>x</L>;",
      },
      at: ['app/nav.tsx: /gone'],
    },
    'an object with a pathname': {
      files: withBody("<Link href={{ pathname: '/gone', query: { a: 1 } }}>x</Link>"),
      at: ['app/page.tsx: /gone'],
    },
    'router.push, and push taken out of useRouter': {
      files: {
        ...withBody('<Go />', "import { Go } from './go';"),
        'app/go.tsx':
          "'use client';\nimport { useRouter } from 'next/navigation';\nexport function Go() { const router = useRouter(); router.push('/a'); }\nexport function Back() { const { replace } = useRouter(); replace('/b'); }",
      },
      at: ['app/go.tsx: /a', 'app/go.tsx: /b'],
    },
    'a raw link and a raw image without a file': {
      files: withBody('<a href="/x.pdf">x</a><img src="/x.png?v=1" alt="" />', ''),
      at: ['app/page.tsx: /x.pdf', 'app/page.tsx: /x.png?v=1'],
    },
    'letter case that differs': { files: withBody(link('/About')), at: ['app/page.tsx: /About'] },
    'a private folder and a group that the link spells': {
      files: {
        ...withBody(link('/_x') + link('/g/y')),
        'app/_x/page.tsx': page(),
        'app/(g)/y/page.tsx': page(),
      },
      at: ['app/page.tsx: /_x', 'app/page.tsx: /g/y'],
    },
    'an address that only an intercepting route spells': {
      files: { ...withBody(link('/photo/1')), 'app/feed/(..)photo/[id]/page.tsx': page() },
      at: ['app/page.tsx: /photo/1'],
    },
    'a literal basePath in <Link>, and none in <a> and <img>': {
      files: {
        ...withBody(`${link('/docs/about')}<a href="/about">x</a><img src="/logo.png" alt="" />`),
        'next.config.mjs': "export default { basePath: '/docs' };",
        'public/logo.png': '',
      },
      at: ['app/page.tsx: /docs/about', 'app/page.tsx: /about', 'app/page.tsx: /logo.png'],
    },
    'a parameter that the export does not list': {
      files: {
        ...withBody(link('/blog/b')),
        'next.config.mjs': EXPORT,
        'app/blog/[slug]/page.tsx': page(STATIC("return [{ slug: 'a' }];")),
      },
      at: ['app/page.tsx: /blog/b'],
    },
    'parameters of layouts and pages, put together': {
      files: {
        ...withBody(link('/de/a') + link('/de/b') + link('/fr/a')),
        'next.config.mjs': EXPORT,
        'app/[lang]/layout.tsx': layout(STATIC("return [{ lang: 'de' }, { lang: 'en' }];")),
        'app/[lang]/[...path]/page.tsx': page(STATIC("return [{ path: ['a'] }];")),
      },
      at: ['app/page.tsx: /de/b', 'app/page.tsx: /fr/a'],
    },
    'an API route in an export': {
      files: {
        'next.config.js': "module.exports = { output: 'export' };",
        'pages/index.js': page('', '<a href="/api/hello">x</a>'),
        'pages/api/hello.js': '',
      },
      at: ['pages/index.js: /api/hello'],
    },
    'a link beside what redirects and rewrites match': {
      files: {
        ...withBody(link('/new/x')),
        'next.config.ts':
          "const config = { async redirects() { return [{ source: '/old/:path*', destination: '/', permanent: true }]; } };\nexport default config;",
      },
      at: ['app/page.tsx: /new/x'],
    },
    'a link behind a wrapper that changes no address': {
      files: {
        ...withBody(link('/gone')),
        'next.config.mjs':
          "import createMDX from '@next/mdx';\nconst withMDX = createMDX({});\nconst config = { pageExtensions: ['tsx'] };\nexport default withMDX(config);",
      },
      at: ['app/page.tsx: /gone'],
    },
  },
  passes: {
    'routes, with query, fragment and slash': {
      files: withBody(link('/about') + link('/about/?a=1#b') + link('/') + link('/./x/../about')),
    },
    'addresses that are not this app’s': {
      files: withBody(
        [
          'https://a.example/x',
          '//a.example/x',
          'mailto:a@b.example',
          '#x',
          '?a=1',
          'relative',
          '/_next/x',
          '',
        ]
          .map(link)
          .join(''),
      ),
    },
    'addresses that are not literal': {
      files: withBody(
        '<Link href={url}>x</Link><Link href={`/${slug}`}>x</Link><Link {...props} href="/gone">x</Link>',
      ),
    },
    'dynamic and catch-all routes': {
      files: {
        ...withBody(link('/blog/x') + link('/docs/a/b') + link('/wiki')),
        'app/blog/[slug]/page.tsx': page(),
        'app/docs/[...path]/page.tsx': page(),
        'app/wiki/[[...path]]/page.tsx': page(),
      },
    },
    'public files, percent-encoded, and files of the metadata': {
      files: {
        ...withBody('<a href="/a%20b.pdf">x</a><a href="/feed.xml">x</a><img src="/icon.png" alt="" />'),
        'public/a b.pdf': '',
        'app/feed.xml/route.ts': '',
        'app/icon.png': '',
      },
    },
    'a page that only a slot has': {
      files: { ...withBody(link('/extra')), 'app/@side/extra/page.tsx': page() },
    },
    'the pages router, with and without a locale': {
      files: {
        ...withBody(link('/old') + link('/fr/old')),
        'next.config.js': "module.exports = { i18n: { locales: ['en', 'fr'], defaultLocale: 'en' } };",
        'pages/old.tsx': page(),
      },
    },
    'what redirects and rewrites match': {
      files: {
        ...withBody(link('/old/a/b') + link('/alias') + link('/user/1')),
        'next.config.js':
          "module.exports = { redirects: async () => [{ source: '/old/:path*', destination: '/' }], rewrites: async () => ({ fallback: [{ source: '/alias', destination: '/' }, { source: '/user/:id', destination: '/' }] }) };",
      },
    },
    'anything under a configuration that is not literal': {
      files: { ...withBody(link('/gone')), 'next.config.js': 'module.exports = withPlugins(config);' },
    },
    'anything where exportPathMap makes up the addresses': {
      files: {
        ...withBody(link('/gone')),
        'next.config.js': 'module.exports = { exportPathMap: () => load() };',
      },
    },
    'anything that a server of its own may answer': {
      files: { ...withBody(link('/gone')), 'server.js': "require('express')();" },
    },
    'markup for mail that a page imports': {
      files: {
        ...withBody('', "import './mail';"),
        'app/mail.tsx':
          "import { Html } from '@react-email/components';\nexport default () => <a href='/gone'>x</a>;",
      },
    },
    'anything that the middleware may answer': {
      files: { ...withBody(link('/gone')), 'middleware.ts': 'export function middleware() {}' },
    },
    'what the matcher of the middleware names': {
      files: {
        ...withBody(link('/app/x')),
        'src/proxy.ts': "export function proxy() {}\nexport const config = { matcher: ['/app/:path*'] };",
      },
    },
    'what the host redirects': {
      files: {
        ...withBody(link('/a/x') + link('/b') + link('/c')),
        'vercel.json': '{ "redirects": [{ "source": "/a/(.*)" }], "headers": [{ "source": "/(.*)" }] }',
        'public/_redirects': '/b /about 301',
        'netlify.toml': '[[redirects]]\n  from = "/c"',
      },
    },
    'parameters that the export lists, encoded or not': {
      files: {
        ...withBody(link('/blog/a%20b') + link('/blog/c')),
        'next.config.mjs': EXPORT,
        'app/blog/[slug]/page.tsx': page(STATIC("return [{ slug: 'a b' }, { slug: 'c' }];")),
      },
    },
    'parameters that the export lists from data': {
      files: {
        ...withBody(link('/blog/b')),
        'next.config.mjs': EXPORT,
        'app/blog/[slug]/page.tsx': page(STATIC('return posts.map(({ slug }) => ({ slug }));')),
      },
    },
    'a list of parameters with a server behind it': {
      files: {
        ...withBody(link('/blog/b')),
        'app/blog/[slug]/page.tsx': page(STATIC("return [{ slug: 'a' }];")),
      },
    },
    'a Link and a router that are not from Next.js': {
      files: {
        ...withBody(
          '<Link href="/gone">x</Link>',
          "import { Link } from '@/i18n/navigation';\nconst router = express.Router();\nrouter.push('/gone');",
        ),
      },
    },
    'links of files that no page imports': {
      files: {
        ...withBody(''),
        'stories/nav.tsx': "import Link from 'next/link';\nexport default () => <Link href='/gone' />;",
      },
    },
    'the address that `as` shows, and patterns of the pages router': {
      files: {
        'pages/index.jsx': page(
          "import Link from 'next/link';",
          '<Link href="/post?id=1" as="/p/1">x</Link><Link href={{ pathname: "/post/[id]", query: { id: 1 } }}>x</Link>',
        ),
      },
    },
    'a home page beside the basePath, which another app has': {
      files: {
        ...withBody('<a href="/">x</a><a href="/pricing">x</a>'),
        'next.config.mjs': "export default { basePath: '/docs' };",
      },
    },
    'files of an export by their names': {
      files: { ...withBody('<a href="/about.html">x</a>'), 'next.config.mjs': EXPORT },
    },
  },
});

describe('links of Next.js sources', () => {
  it('says why they were not checked', async () => {
    const { summary } = await scanFiles({ ...withBody(''), 'next.config.js': 'module.exports = load();' });
    expect(summary.links_unchecked).to.equal('rewrites and redirects of the configuration are not literal');
  });

  it('says for a raw link beside the basePath no more than a warning', async () => {
    const { results } = await scanFiles({
      ...withBody('<a href="/about">x</a><img src="/x.png" alt="" />'),
      'next.config.mjs': "export default { basePath: '/docs' };",
      'public/x.png': '',
    });
    const found = results.flatMap(({ rule, occurrences }) =>
      rule.id === 'next-link-broken' ? occurrences : [],
    );
    expect(found.map(({ severity }) => severity)).to.deep.equal(['warning', 'critical']);
  });

  it('points to the element, in UTF-16 units of the source', async () => {
    const files = withBody(`\u{1F600}${link('/gone')}`);
    const { results } = await scanFiles(files);
    const [found] = results.flatMap(({ rule, occurrences }) =>
      rule.id === 'next-link-broken' ? occurrences : [],
    );
    expect(files['app/page.tsx']!.slice(found!.offset)).to.match(/^<Link href="\/gone">/);
  });
});
