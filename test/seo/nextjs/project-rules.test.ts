import { describeNextRule, layout, page, withBody } from './next-project.js';

const EXPORT = { 'next.config.mjs': "export default { output: 'export' };" };

describeNextRule('next-dynamic-no-static-params', {
  finds: {
    'a dynamic page in an export': {
      files: { ...EXPORT, 'app/layout.tsx': layout(), 'app/[id]/page.tsx': page() },
      at: ['app/[id]/page.tsx: /[id]'],
    },
    'an optional catch-all in an export': {
      files: { ...EXPORT, 'app/layout.tsx': layout(), 'app/w/[[...id]]/page.tsx': page() },
      at: ['app/w/[[...id]]/page.tsx: /w/[[...id]]'],
    },
  },
  passes: {
    'a list in a layout above': {
      files: {
        ...EXPORT,
        'app/[id]/layout.tsx': layout('export const generateStaticParams = async () => load();'),
        'app/[id]/x/page.tsx': page(),
      },
    },
    'a list that comes from another module': {
      files: { ...EXPORT, 'app/[id]/page.tsx': page("export { generateStaticParams } from '../params';") },
    },
    'a dynamic page with a server': { files: { 'app/[id]/page.tsx': page() } },
    'an output that is not literal': {
      files: {
        'next.config.mjs': "export default { output: process.env.CI ? 'export' : undefined };",
        'app/[id]/page.tsx': page(),
      },
    },
    'an MDX page, whose content is not read': { files: { ...EXPORT, 'app/[id]/page.mdx': '# x' } },
  },
});

describeNextRule('next-intercept-in-export', {
  finds: {
    'a folder that intercepts its neighbour': {
      files: { ...EXPORT, 'app/feed/(..)photo/page.tsx': page(), 'app/photo/page.tsx': page() },
      at: ['app/feed/(..)photo/page.tsx: /photo'],
    },
    'one in a slot, from the root, and two up': {
      files: {
        ...EXPORT,
        'app/a/@modal/(...)x/[id]/page.tsx': page(),
        'app/a/b/(..)(..)y/page.tsx': page(),
      },
      at: ['app/a/@modal/(...)x/[id]/page.tsx: /x/[id]', 'app/a/b/(..)(..)y/page.tsx: /y'],
    },
  },
  passes: {
    'groups and slots': {
      files: { ...EXPORT, 'app/(group)/x/page.tsx': page(), 'app/@side/page.tsx': page() },
    },
    'interception with a server': { files: { 'app/feed/(.)photo/page.tsx': page() } },
  },
});

describeNextRule('next-head-in-app', {
  finds: {
    'a page': {
      files: withBody('', "import Head from 'next/head';"),
      at: ['app/page.tsx'],
    },
    'a component under app/ that a page imports': {
      files: { ...withBody('', "import './seo';"), 'app/seo.jsx': "import Head from 'next/head';" },
      at: ['app/seo.jsx'],
    },
  },
  passes: {
    'a page of the pages router': { files: { 'pages/index.jsx': page("import Head from 'next/head';") } },
    'an import of its type': { files: withBody('', "import type Head from 'next/head';") },
    'a file under app/ that nothing imports': {
      files: { ...withBody(''), 'app/old.jsx': "import Head from 'next/head';" },
    },
  },
});

const HTML = (attributes: string) =>
  `export default ({ children }) => <html${attributes}><body>{children}</body></html>;`;
const DOCUMENT = (attributes: string) =>
  `import { Html } from 'next/document';\nexport default () => <Html${attributes} />;`;

describeNextRule('next-html-lang', {
  finds: {
    'a root layout without lang': {
      files: { 'app/layout.tsx': HTML(''), 'app/page.tsx': page() },
      at: ['app/layout.tsx'],
    },
    'an empty lang in one of two root layouts': {
      files: {
        'app/(a)/layout.tsx': HTML(' lang=""'),
        'app/(a)/page.tsx': page(),
        'app/(b)/layout.tsx': HTML(' lang="de"'),
        'app/(b)/x/page.tsx': page(),
      },
      at: ['app/(a)/layout.tsx'],
    },
    'a _document without lang': {
      files: { 'pages/index.jsx': page(), 'pages/_document.jsx': DOCUMENT('') },
      at: ['pages/_document.jsx'],
    },
    'a pages router without _document': { files: { 'pages/index.jsx': page() }, at: ['pages/index.jsx'] },
  },
  passes: {
    'a lang that is computed': {
      files: { 'app/[lang]/layout.tsx': HTML(' lang={lang}'), 'app/[lang]/page.tsx': page() },
    },
    'spread attributes': { files: { 'app/layout.tsx': HTML(' {...attributes}'), 'app/page.tsx': page() } },
    'a document in a component of its own': {
      files: {
        'app/layout.tsx': 'export default ({ children }) => <Doc>{children}</Doc>;',
        'app/page.tsx': page(),
      },
    },
    'i18n, which sets the language of each locale': {
      files: {
        'next.config.js': "module.exports = { i18n: { locales: ['en'], defaultLocale: 'en' } };",
        'pages/index.jsx': page(),
      },
    },
    'a _document with lang': {
      files: { 'pages/index.jsx': page(), 'pages/_document.jsx': DOCUMENT(' lang="en"') },
    },
  },
});

describeNextRule('next-sitemap-missing', {
  finds: {
    'an app without one': { files: withBody(''), at: ['app/layout.tsx'] },
    'a pages router without one': {
      files: { 'pages/about.jsx': page(), 'pages/index.jsx': page() },
      at: ['pages/index.jsx'],
    },
  },
  passes: {
    'app/sitemap.ts': { files: { ...withBody(''), 'app/sitemap.ts': '' } },
    'an index in public/': { files: { ...withBody(''), 'public/sitemap-index.xml': '' } },
    'a package that makes one after the build': {
      files: { ...withBody(''), 'package.json': '{ "devDependencies": { "next-sitemap": "4" } }' },
    },
    'a rewrite': {
      files: {
        ...withBody(''),
        'next.config.js':
          "module.exports = { rewrites: async () => [{ source: '/sitemap.xml', destination: '/api/x' }] };",
      },
    },
    'a project without pages': { files: { 'lib/x.ts': '' } },
  },
});

describeNextRule('next-robots-missing', {
  finds: {
    'an app without one': { files: withBody(''), at: ['app/layout.tsx'] },
    'one under a basePath': {
      files: {
        ...withBody(''),
        'next.config.js': "module.exports = { basePath: '/docs' };",
        'app/robots.ts': '',
      },
      at: ['app/robots.ts: /docs/robots.txt'],
    },
  },
  passes: {
    'app/robots.ts': { files: { ...withBody(''), 'app/robots.ts': '' } },
    'public/robots.txt': { files: { ...withBody(''), 'public/robots.txt': '' } },
    'none under a basePath, where another app has it': {
      files: { ...withBody(''), 'next.config.js': "module.exports = { basePath: '/docs' };" },
    },
    'a route handler': { files: { ...withBody(''), 'app/robots.txt/route.ts': '' } },
  },
});

describeNextRule('next-img', {
  finds: {
    'a raw image in a page': { files: withBody('<img src="/x.png" alt="" />'), at: ['app/page.tsx: /x.png'] },
    'a raw image with a computed address': {
      files: withBody('<img src={url} alt="" />'),
      at: ['app/page.tsx'],
    },
  },
  passes: {
    'next/image': { files: withBody('<Image src="/x.png" alt="" />', "import Image from 'next/image';") },
    'svg, inlined and picture': {
      files: withBody(
        '<img src="/x.svg?v=1" alt="" /><img src="data:image/png;base64,AA==" alt="" /><picture><img src="/x.png" alt="" /></picture>',
      ),
    },
    'an image in a drawn preview': {
      files: {
        ...withBody('', "import './card';"),
        'app/card.tsx':
          "import { ImageResponse } from 'next/og';\nexport const card = () => new ImageResponse(<img src={x} />);",
      },
    },
  },
});
