import { describeNextRule, layout, page } from './next-project.js';

const TITLED = layout("export const metadata = { title: 'Shop', description: 'All.' };");
const GENERATED = 'export async function generateMetadata() { return { title: await load() }; }';

describeNextRule('next-metadata-missing-title', {
  finds: {
    'a page without metadata under a layout without': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page() },
      at: ['app/page.tsx: /'],
    },
    'a title that the page takes away': {
      files: {
        'app/layout.tsx': TITLED,
        'app/about/page.jsx': page('export const metadata = { title: null };'),
      },
      at: ['app/about/page.jsx: /about'],
    },
    'an empty title without a template': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page("export const metadata = { title: '' };") },
      at: ['app/page.tsx: /'],
    },
    'a title in next/head, which does nothing here': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page("import Head from 'next/head';", '<Head><title>Lost</title></Head>'),
      },
      at: ['app/page.tsx: /'],
    },
    'a title that only an icon has': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page('', '<svg><title>Icon</title></svg>') },
      at: ['app/page.tsx: /'],
    },
    'a page of the pages router in which nothing renders a title': {
      files: {
        'pages/index.jsx': page(),
        'pages/_app.jsx': 'export default ({ Component }) => <Component />;',
      },
      at: ['pages/index.jsx: /'],
    },
  },
  passes: {
    'a title of the layout above': { files: { 'app/layout.tsx': TITLED, 'app/about/page.tsx': page() } },
    'a title made by generateMetadata': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page(GENERATED) },
    },
    'generateMetadata in a layout above': {
      files: { 'app/layout.tsx': layout(GENERATED), 'app/page.tsx': page() },
    },
    'metadata that comes from another module': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page("export { metadata } from './meta';"),
        'app/meta.ts': '',
      },
    },
    'metadata with a spread of what is not known': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page("import { base } from './base';\nexport const metadata = { ...base };"),
      },
    },
    'a title that is computed': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page('export const metadata = { title: t("home") };'),
      },
    },
    'an object that is changed after it is declared': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page("export const metadata = {};\nmetadata.title = 'Set later';"),
      },
    },
    'a title element, which React lifts into the head': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page('', '<title>Hoisted</title>') },
    },
    'a component that renders the title, two imports away': {
      files: {
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } } // comment',
        'app/layout.tsx': layout(),
        'app/page.tsx': page("import { Frame } from '@/frame';", '<Frame />'),
        'src/frame.tsx': "export { Head as Frame } from './head';",
        'src/head.tsx': 'export const Head = ({ name }) => <title>{name}</title>;',
      },
    },
    'an import that cannot be resolved': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page("import { Seo } from '@/seo';", '<Seo />') },
    },
    'a slot with metadata of its own': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page(),
        'app/@side/page.tsx': page("export const metadata = { title: 'Side' };"),
      },
    },
    'a page that redirects': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx':
          "import { redirect } from 'next/navigation';\nexport default function Page() { redirect('/en'); }",
      },
    },
    'a title that a script sets': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page("const set = () => { document.title = 'x'; };"),
      },
    },
    'a component of another package of the same repository': {
      files: {
        'package.json': '{ "dependencies": { "next": "16", "@shop/ui": "workspace:*" } }',
        'app/layout.tsx': layout(),
        'app/page.tsx': page("import { Frame } from '@shop/ui';", '<Frame />'),
      },
    },
    'a page in MDX': { files: { 'app/layout.tsx': layout(), 'app/page.mdx': '# Home' } },
    'a folder that is no route': { files: { 'app/layout.tsx': TITLED, 'app/_parts/page.tsx': page() } },
    'a page of the pages router that uses a package for its head': {
      files: {
        'package.json': '{ "dependencies": { "next": "16", "next-seo": "6" } }',
        'pages/index.jsx': page("import { NextSeo } from 'next-seo';", '<NextSeo title="x" />'),
      },
    },
    'a title that _app renders': {
      files: {
        'pages/index.jsx': page(),
        'pages/_app.jsx':
          "import Head from 'next/head';\nexport default ({ Component }) => <><Head><title>App</title></Head><Component /></>;",
      },
    },
    'a file that cannot be parsed': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': 'export default function (' },
    },
  },
});

describeNextRule('next-metadata-missing-description', {
  finds: {
    'a description set to null': {
      files: {
        'app/layout.tsx': TITLED,
        'app/page.tsx': page('export const metadata = { description: null };'),
      },
      at: ['app/page.tsx: /'],
    },
    'an empty description, by way of a constant': {
      files: {
        'app/layout.tsx': TITLED,
        'app/(a)/x/page.tsx': page("const text = '';\nexport const metadata = { description: text };"),
      },
      at: ['app/(a)/x/page.tsx: /x'],
    },
  },
  passes: {
    'the description of a layout': {
      files: { 'app/layout.tsx': TITLED, 'app/page.tsx': page("export const metadata = { title: 'x' };") },
    },
    'a meta element in a template': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page(),
        'app/template.tsx':
          'export default ({ children }) => <><meta name="description" content="x" />{children}</>;',
      },
    },
    'a meta element with spread attributes': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page('', '<meta {...tags} />') },
    },
  },
});

describeNextRule('next-metadata-in-client', {
  finds: {
    'metadata in a client page': {
      files: { 'app/page.tsx': page("'use client';\nexport const metadata = { title: 'x' };") },
      at: ['app/page.tsx'],
    },
    'generateMetadata in a client layout': {
      files: { 'app/layout.tsx': layout(`'use client';\n${GENERATED}`), 'app/page.tsx': page() },
      at: ['app/layout.tsx'],
    },
  },
  passes: {
    'metadata in a server page': {
      files: { 'app/page.tsx': page("export const metadata = { title: 'x' };") },
    },
    'a client component that is no page': {
      files: {
        'app/page.tsx': page("import { C } from './c';", '<C />'),
        'app/c.tsx': "'use client';\nexport const metadata = {};\nexport const C = () => <p />;",
      },
    },
    "'use client' that is no directive": {
      files: { 'app/page.tsx': page("export const metadata = { title: 'x' };\nconst mode = 'use client';") },
    },
  },
});

describeNextRule('next-metadata-both', {
  finds: {
    'both in a page': {
      files: { 'app/page.tsx': page(`export const metadata = {};\n${GENERATED}`) },
      at: ['app/page.tsx'],
    },
    'both by a list of exports': {
      files: {
        'app/layout.jsx': layout(
          'const metadata = {};\nconst make = () => ({});\nexport { metadata, make as generateMetadata };',
        ),
        'app/page.jsx': page(),
      },
      at: ['app/layout.jsx'],
    },
  },
  passes: {
    'one in the layout, one in the page': {
      files: { 'app/layout.tsx': TITLED, 'app/page.tsx': page(GENERATED) },
    },
    'a type of that name': {
      files: { 'app/page.tsx': page(`${GENERATED}\nexport type metadata = string;`) },
    },
  },
});
