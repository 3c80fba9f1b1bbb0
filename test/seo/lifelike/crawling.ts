import { gzipSync } from 'node:zlib';
import { type Find, ORIGIN, type SiteDraft } from './draft.js';

/** What crawlers and hosts read: robots.txt, sitemaps, `_redirects`, `_headers`; and the pictures. */
export function addCrawlFiles(site: SiteDraft): void {
  addRobots(site);
  addSitemaps(site);
  site.file(
    '_redirects',
    '/go/*  https://magazine.example/:splat  302\n/privacy-policy  /company/imprint/  301\n/*  /404.html  404\n',
  );
  site.file(
    '_headers',
    '/company/thank-you/*\n  X-Robots-Tag: noindex\n/blog/*\n  X-Robots-Tag: otherbot: noindex\n',
    [],
    [['robots-noindex', 'otherbot: noindex', 'of another crawler']],
  );
  const picture = Buffer.from('89504e470d0a1a0a', 'hex');
  for (const name of PICTURES) site.file(`img/${name}.png`, picture);
  site.file('img/heavy.png', Buffer.alloc(600_000, picture));
  for (const name of ['tour.mp4', 'brochure.pdf']) site.file(`media/${name}`, name);
}

const PICTURES = [
  'preview',
  'hero-800',
  'hero,w_1600',
  'team',
  'office',
  'dot',
  'line',
  'mark',
  'map',
  'send',
  'shop',
];

function addRobots(site: SiteDraft): void {
  const lines = [
    '# Who may read what',
    'User-agent: *',
    'Disallow: /internal/',
    'Disallow: /assets/print/',
    'Disallow: /shop/cart',
    'Allow: /shop/cart-covers/',
    'Disallow: /*.json$',
    'Crawl-delay: 5',
    'Dissalow: /drafts/',
    '',
    'User-agent: GreedyBot',
    'Disallow: /',
    '',
    `Sitemap: ${ORIGIN}/sitemap.xml`,
  ];
  site.file(
    'robots.txt',
    Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
    [
      ['robots-syntax', 'Dissalow: /drafts/', 'a typo that only Google reads'],
      ['robots-blocks-assets', 'Disallow: /assets/print/', 'a style sheet of the shop'],
      ['robots-blocks-sitemap-page', 'Disallow: /shop/cart', 'the cart is listed'],
    ],
    [
      ['robots-blocks-all', 'User-agent: GreedyBot', 'one crawler, not all'],
      ['robots-syntax', 'Crawl-delay: 5', 'other crawlers read it'],
      ['robots-syntax', '/*.json$', 'wildcards'],
    ],
  );
}

/** The listed pages, the journal's in a compressed file, and after them entries that are wrong or only look so. */
function addSitemaps(site: SiteDraft): void {
  const dated = site.entries.map(({ file, loc }, index) => ({
    file,
    xml: `<url><loc>${loc}</loc><lastmod>2024-0${(index % 9) + 1}-1${index % 8}</lastmod></url>`,
  }));
  const inFolder = (folder: string) =>
    dated.filter(({ file }) => file.startsWith(folder)).map(({ xml }) => xml);
  const others = dated.filter(({ file }) => !/^(?:blog|shop)\//.test(file)).map(({ xml }) => xml);
  site.file(
    'sitemap.xml',
    `<?xml version="1.0"?><sitemapindex ${NAMESPACE}>${['sitemap-pages.xml', 'sitemap-shop.xml', 'sitemap-blog.xml.gz'].map((file) => `<sitemap><loc>${ORIGIN}/${file}</loc></sitemap>`).join('')}</sitemapindex>\n`,
  );
  const faulty = FAULTY.map(
    ([loc, lastmod]) => `<url><loc>${loc}</loc><lastmod>${lastmod ?? '2024-05-01'}</lastmod></url>`,
  );
  site.file(
    'sitemap-pages.xml',
    urlset([...others, ...faulty]),
    FAULTY.flatMap(([, , ...finds]) => finds),
    [
      [
        'sitemap-relative',
        `\n  ${ORIGIN}/media/brochure.pdf\n`,
        'white space around an address does not count',
      ],
      ['sitemap-lists-missing', `${ORIGIN}/privacy-policy`, '_redirects answers it'],
      ['sitemap-lists-non-canonical', `<loc>${ORIGIN}/pricing</loc>`, 'the canonical form of pricing.html'],
      ['sitemap-lastmod-invalid', '2024-02-29T10:00Z', 'a W3C date and time, of a leap year'],
    ],
  );
  site.file(
    'sitemap-shop.xml',
    urlset(inFolder('shop/').map((xml) => xml.replace('</url>', `${IMAGE}</url>`))),
    [['sitemap-lists-blocked', `${ORIGIN}/shop/cart/`, 'robots.txt forbids it']],
    [['sitemap-other-host', 'https://images.example/none.png', 'images may lie elsewhere']],
  );
  site.file('sitemap-blog.xml.gz', gzipSync(urlset(inFolder('blog/'))));
}

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const IMAGE = '<image:image><image:loc>https://images.example/none.png</image:loc></image:image>';

function urlset(urls: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${NAMESPACE} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n${urls.join('\n')}\n</urlset>\n`;
}

const FAULTY: readonly (readonly [loc: string, lastmod: string | undefined, ...finds: Find[]])[] = [
  [
    `${ORIGIN}/company/history/`,
    undefined,
    ['sitemap-lists-missing', `${ORIGIN}/company/history/`, 'no such page'],
  ],
  [`${ORIGIN}/company/login/`, undefined, ['sitemap-lists-noindex', `${ORIGIN}/company/login/`, 'noindex']],
  [
    `${ORIGIN}/company/team/`,
    undefined,
    ['sitemap-lists-non-canonical', `${ORIGIN}/company/team/`, 'about/ is canonical'],
  ],
  [
    `${ORIGIN}/old/pricing.html`,
    undefined,
    ['sitemap-lists-redirect', `${ORIGIN}/old/pricing.html`, 'a stub'],
  ],
  [`${ORIGIN}/pricing`, undefined, ['sitemap-lists-duplicate', `${ORIGIN}/pricing`, 'listed above']],
  [
    'https://magazine.example/loom',
    undefined,
    ['sitemap-other-host', 'https://magazine.example/loom', 'another site'],
  ],
  ['/company/about/', undefined, ['sitemap-relative', '/company/about/', 'no full address']],
  [
    'http://www.brightloom.example/product/',
    undefined,
    ['sitemap-scheme', 'http://www.brightloom.example/product/', 'http'],
  ],
  [`${ORIGIN}/privacy-policy`, '01.02.2024', ['sitemap-lastmod-invalid', '01.02.2024', 'no W3C date']],
  [`${ORIGIN}/go/fair`, '2031-01-01', ['sitemap-lastmod-future', '2031-01-01', 'years after the scan']],
  [`\n  ${ORIGIN}/media/brochure.pdf\n`, '2024-02-29T10:00Z'],
];
