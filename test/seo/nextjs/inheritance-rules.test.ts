import { describeNextRule, layout, page } from './next-project.js';

const TITLED = layout("export const metadata = { title: 'Shop', description: 'All.' };");
const GENERATED = 'export async function generateMetadata() { return { title: await load() }; }';

describeNextRule('next-metadatabase-missing', {
  finds: {
    'a relative image': {
      files: {
        'app/layout.tsx': layout(),
        'app/page.tsx': page("export const metadata = { openGraph: { images: ['/og.png'] } };"),
      },
      at: ['app/page.tsx: /og.png'],
    },
    'a relative image of a layout, once for all its pages': {
      files: {
        'app/layout.tsx': layout("export const metadata = { twitter: { images: { url: 'card.png' } } };"),
        'app/page.tsx': page(),
        'app/about/page.tsx': page(),
      },
      at: ['app/layout.tsx: card.png'],
    },
    'a base that is set below the image': {
      files: {
        'app/layout.tsx': layout("export const metadata = { openGraph: { images: '/og.png' } };"),
        'app/page.tsx': page("export const metadata = { metadataBase: new URL('https://shop.example') };"),
      },
      at: ['app/layout.tsx: /og.png'],
    },
    'an image file': {
      files: { 'app/layout.tsx': layout(), 'app/page.tsx': page(), 'app/opengraph-image.png': '' },
      at: ['app/opengraph-image.png'],
    },
  },
  passes: {
    'an absolute image': {
      files: {
        'app/page.tsx': page(
          "export const metadata = { openGraph: { images: ['https://cdn.example/og.png'] } };",
        ),
      },
    },
    'a base in the layout': {
      files: {
        'app/layout.tsx': layout(
          "export const metadata = { metadataBase: new URL('https://shop.example') };",
        ),
        'app/page.tsx': page("export const metadata = { openGraph: { images: '/og.png' } };"),
      },
    },
    'a base from the environment': {
      files: {
        'app/layout.tsx': layout('export const metadata = { metadataBase: new URL(process.env.URL) };'),
        'app/page.tsx': page("export const metadata = { openGraph: { images: '/og.png' } };"),
      },
    },
  },
});

describeNextRule('next-canonical-inherited', {
  finds: {
    'a canonical link of the root layout': {
      files: {
        'app/layout.tsx': layout("export const metadata = { alternates: { canonical: '/' } };"),
        'app/page.tsx': page(),
        'app/about/page.tsx': page(),
      },
      at: ['app/layout.tsx: /'],
    },
    'a canonical link of a layout above a dynamic route': {
      files: {
        'app/layout.tsx': layout(),
        'app/blog/layout.tsx': layout(
          "export const metadata = { alternates: { canonical: 'https://shop.example/blog' } };",
        ),
        'app/blog/[slug]/page.tsx': page(),
      },
      at: ['app/blog/layout.tsx: https://shop.example/blog'],
    },
  },
  passes: {
    'pages with alternates of their own': {
      files: {
        'app/layout.tsx': layout("export const metadata = { alternates: { canonical: '/' } };"),
        'app/page.tsx': page(),
        'app/about/page.tsx': page("export const metadata = { alternates: { languages: { de: '/de' } } };"),
      },
    },
    './, which stands for each page': {
      files: {
        'app/layout.tsx': layout("export const metadata = { alternates: { canonical: './' } };"),
        'app/about/page.tsx': page(),
      },
    },
    'a layout of one page': {
      files: {
        'app/about/layout.tsx': layout("export const metadata = { alternates: { canonical: '/about/' } };"),
        'app/about/page.tsx': page(),
      },
    },
    'a layout of one page, spelled with the paths of base and basePath': {
      files: {
        'next.config.js': "module.exports = { basePath: '/docs' };",
        'app/layout.tsx': layout(
          "export const metadata = { metadataBase: new URL('https://shop.example/docs'), alternates: { canonical: 'https://shop.example/docs' } };",
        ),
        'app/page.tsx': page(),
      },
    },
    'pages that make their metadata': {
      files: {
        'app/layout.tsx': layout("export const metadata = { alternates: { canonical: '/' } };"),
        'app/about/page.tsx': page(GENERATED),
      },
    },
    'the page itself': {
      files: {
        'app/about/page.tsx': page("export const metadata = { alternates: { canonical: '/other' } };"),
      },
    },
  },
});

describeNextRule('next-noindex-in-layout', {
  finds: {
    'robots as an object': {
      files: {
        'app/layout.tsx': layout('export const metadata = { robots: { index: false } };'),
        'app/page.tsx': page(),
      },
      at: ['app/layout.tsx: /'],
    },
    'robots as a text': {
      files: {
        'app/layout.tsx': layout(),
        'app/a/layout.tsx': layout("export const metadata = { robots: 'none' };"),
        'app/a/b/page.tsx': page(),
      },
      at: ['app/a/layout.tsx: /a/b'],
    },
    'robots for Google alone': {
      files: {
        'app/layout.tsx': layout('export const metadata = { robots: { googleBot: { index: false } } };'),
        'app/page.tsx': page(),
      },
      at: ['app/layout.tsx: /'],
    },
  },
  passes: {
    'pages with robots of their own': {
      files: {
        'app/layout.tsx': layout('export const metadata = { robots: { index: false } };'),
        'app/page.tsx': page('export const metadata = { robots: { follow: true } };'),
      },
    },
    'a page that says noindex itself': {
      files: { 'app/page.tsx': page('export const metadata = { robots: { index: false } };') },
    },
    'a value that depends on the environment': {
      files: {
        'app/layout.tsx': layout('export const metadata = { robots: { index: process.env.LIVE === "1" } };'),
        'app/page.tsx': page(),
      },
    },
    'other directives': {
      files: {
        'app/layout.tsx': layout("export const metadata = { robots: 'noarchive, nofollow' };"),
        'app/page.tsx': page(),
      },
    },
  },
});

const SHARED =
  "export const metadata = { openGraph: { siteName: 'Shop', images: ['https://a.example/x.png'] } };";

describeNextRule('next-og-lost', {
  finds: {
    'fields that the page replaces': {
      files: {
        'app/layout.tsx': layout(SHARED),
        'app/page.tsx': page("export const metadata = { openGraph: { title: 'Home' } };"),
      },
      at: ['app/page.tsx: siteName, images'],
    },
    'an image file of a folder above': {
      files: {
        'app/layout.tsx': layout(),
        'app/opengraph-image.tsx': '',
        'app/about/page.tsx': page("export const metadata = { openGraph: { type: 'article' } };"),
      },
      at: ['app/about/page.tsx: images'],
    },
  },
  passes: {
    'fields that are spread into the child': {
      files: {
        'app/layout.tsx': layout(SHARED),
        'app/page.tsx': page(
          "import { shared } from './shared';\nexport const metadata = { openGraph: { ...shared, title: 'Home' } };",
        ),
      },
    },
    'fields that the child sets again': {
      files: {
        'app/layout.tsx': layout(SHARED),
        'app/page.tsx': page(
          "export const metadata = { openGraph: { siteName: 'Shop', images: 'https://a.example/y.png' } };",
        ),
      },
    },
    'fields of an openGraph that is not literal, with an image file beside it': {
      files: {
        'app/layout.tsx': layout('export const metadata = { openGraph: make() };'),
        'app/opengraph-image.png': '',
        'app/about/page.tsx': page("export const metadata = { openGraph: { title: 'x' } };"),
      },
    },
    'an image file beside the child': {
      files: {
        'app/layout.tsx': layout(
          "export const metadata = { openGraph: { images: ['https://a.example/x.png'] } };",
        ),
        'app/about/opengraph-image.png': '',
        'app/about/page.tsx': page("export const metadata = { openGraph: { title: 'About' } };"),
      },
    },
    'an openGraph that is taken away as a whole': {
      files: {
        'app/layout.tsx': layout(SHARED),
        'app/page.tsx': page('export const metadata = { openGraph: null };'),
      },
    },
    'a child without openGraph': {
      files: {
        'app/layout.tsx': layout(SHARED),
        'app/page.tsx': page("export const metadata = { title: 'x' };"),
      },
    },
  },
});

describeNextRule('next-opengraph-image-missing', {
  finds: {
    'a page without any': {
      files: { 'app/layout.tsx': TITLED, 'app/page.tsx': page() },
      at: ['app/page.tsx: /'],
    },
    'images that a child has lost': {
      files: {
        'app/layout.tsx': layout(SHARED),
        'app/page.tsx': page(),
        'app/about/page.tsx': page("export const metadata = { openGraph: { title: 'x' } };"),
      },
      at: ['app/about/page.tsx: /about'],
    },
  },
  passes: {
    'an image file of the root': {
      files: { 'app/layout.tsx': TITLED, 'app/opengraph-image.jpg': '', 'app/a/b/page.tsx': page() },
    },
    'images that are not literal': {
      files: {
        'app/layout.tsx': layout('export const metadata = { openGraph: { images: [cover] } };'),
        'app/page.tsx': page(),
      },
    },
    'openGraph that is not literal, beside an image file above': {
      files: {
        'app/layout.tsx': layout('export const metadata = { openGraph: make() };'),
        'app/opengraph-image.png': '',
        'app/page.tsx': page(),
      },
    },
    'a meta element': {
      files: {
        'app/layout.tsx': TITLED,
        'app/page.tsx': page('', '<meta property="og:image" content="/x" />'),
      },
    },
  },
});
