import { type Find, type LookAlike, ORIGIN, type PageParts, type SiteDraft } from './draft.js';

/** The shop: products with structured data, one page with a base address. */
export function addShop(site: SiteDraft): void {
  site.page('shop/index.html', {
    title: 'Cloth and thread to buy',
    head: jsonLd({ '@context': 'https://schema.org', '@type': 'ItemList', name: 'Cloth' }),
    body: `<ul>${Object.keys(PRODUCTS)
      .map((name) => `<li><a href="${encodeURI(name)}/">Buy ${name}</a></li>`)
      .join(
        '',
      )}</ul><p><a href="cart/">The cart</a> <a href="cart-covers/">Covers for carts</a> <a href="archive/">The archive</a></p>`,
  });
  for (const [name, parts] of Object.entries(PRODUCTS)) {
    site.page(`shop/${name}/index.html`, {
      title: `Buy ${name} by the metre`,
      address: `/shop/${encodeURI(name)}/`,
      ...parts,
    });
  }
  site.page('shop/cart/index.html', { title: 'Your cart of cloth', body: '<p>Empty.</p>' });
  site.page('shop/cart-covers/index.html', {
    title: 'Covers for carts, of linen',
    lookAlikes: [['sitemap-page-unlisted', '/shop/cart-covers/', 'allowed by the longer rule']],
  });
  const many = Array.from({ length: 3001 }, (_, index) => `<a href="/shop/?lot=${index}">Lot ${index}</a>`);
  site.page('shop/archive/index.html', {
    title: 'All lots of the last years',
    body: many.join('\n'),
    finds: [['page-too-many-links', undefined, '3009 with the menu']],
    lookAlikes: [['url-duplicate-forms', '/shop/?lot=7', 'a query is no other form of the path']],
  });
}

function jsonLd(...values: readonly unknown[]): string {
  return values
    .map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`)
    .join('\n');
}

const CONTEXT = { '@context': 'https://schema.org' };
const OFFER = { '@type': 'Offer', price: '18.00', priceCurrency: 'EUR' };

function product(
  head: string,
  finds: readonly Find[] = [],
  lookAlikes: readonly LookAlike[] = [],
): Partial<PageParts> {
  return { head, finds, lookAlikes };
}

const PRODUCTS: Readonly<Record<string, Partial<PageParts>>> = {
  'linen-plain': product(jsonLd({ ...CONTEXT, '@type': 'Product', name: 'Linen', offers: OFFER })),
  'linen-rated': product(
    jsonLd({
      '@context': 'http://schema.org/',
      '@graph': [
        {
          '@type': ['Product'],
          name: 'L',
          aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.5, reviewCount: 8 },
        },
      ],
    }),
    [],
    [
      [
        'structured-data-missing-context',
        'http://schema.org/',
        'http and a slash are fine, and the graph inherits',
      ],
    ],
  ),
  'wool-broken': product(
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product",}</script>',
    [['structured-data-invalid-json', '}', 'a comma too many']],
  ),
  'wool-bare': product(jsonLd({ ...CONTEXT, '@type': 'Product', name: 'Bare wool' }), [
    ['structured-data-missing-required', 'Bare wool', 'no offer, review or rating'],
  ]),
  'wool-unknown': product(jsonLd({ '@type': 'Product', name: 'W', offers: OFFER }), [
    ['structured-data-missing-context', 'Product', 'no context'],
  ]),
  'wool-untyped': product(jsonLd({ ...CONTEXT, name: 'Untyped wool' }), [
    ['structured-data-missing-type', 'Untyped wool', 'no type'],
  ]),
  'café-throw': product(
    jsonLd({
      ...CONTEXT,
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Shop', item: `${ORIGIN}/shop/` },
        { '@type': 'ListItem', position: 2, name: 'Throw' },
      ],
    }),
    [['url-space-or-nonascii', 'shop/café-throw/', 'letters beyond ASCII']],
    [['structured-data-missing-required', '"position":2,"name":"Throw"', 'the last step needs no item']],
  ),
  'Cotton Heavy': product(
    jsonLd({ ...CONTEXT, '@type': 'Article' }),
    [
      ['url-space-or-nonascii', 'shop/Cotton Heavy/', 'a space'],
      ['url-uppercase', 'shop/Cotton Heavy/', 'capital letters'],
    ],
    [['structured-data-missing-required', '"Article"', 'nothing is required of an article']],
  ),
  'cotton-picture': {
    body: `<picture><source srcset="/img/cotton-gone.avif 1x, /img/preview.png 2x"><img src="/img/heavy.png" alt="Cotton" width="900" height="900"></picture>
<link rel="stylesheet" href="/assets/gone.css"><script src="http://cdn.example/lib.js"></script><img src="http://cdn.example/p.png" alt="" width="1" height="1">
<svg><image href="/img/in-svg-gone.png"/><a href="/pricing"><text>Prices</text></a></svg>`,
    finds: [
      ['image-broken', '/img/cotton-gone.avif', 'no such file'],
      ['image-heavy', '/img/heavy.png', 'more than 500 kB'],
      ['resource-broken', '/assets/gone.css', 'no such file'],
      ['mixed-content', 'http://cdn.example/lib.js', 'a script by http'],
      ['mixed-content', 'http://cdn.example/p.png', 'an image by http'],
    ],
    lookAlikes: [['link-text-empty', '<text>Prices</text>', 'a link of a drawing, with a text']],
  },
  'base-moved': {
    head: '<base target="_blank">\n<base href="/docs/v2/">\n<base href="/ignored/">',
    body: '<p><a href="looms.html#threads">Looms</a> <a href="#install-1">Install</a> <a href="#nowhere">Nowhere</a> <a href="/shop/">Shop</a></p>',
    finds: [
      ['base-multiple', '/ignored/', 'the second is ignored'],
      ['internal-fragment-broken', '#nowhere', 'with the base it means /docs/v2/#nowhere'],
    ],
    lookAlikes: [
      ['internal-link-broken', '"looms.html#threads"', 'counts from the base'],
      ['internal-fragment-broken', '"#install-1"', 'with the base it means /docs/v2/#install-1'],
    ],
  },
  'base-target': {
    head: '<base target="_self">',
    body: '<p><a href="../linen-plain/">Linen</a></p>',
    lookAlikes: [
      ['base-multiple', '<base target="_self">', 'moves no address'],
      ['internal-link-broken', '../linen-plain/', 'counts from the page'],
    ],
  },
  printed: {
    head: '<link rel="stylesheet" media="print" href="/assets/print/print.css">',
    h1: '<h1>Buy {{ product.name }} by the metre</h1>',
    finds: [
      ['template-leak', 'Buy {{ product.name }} by the metre', 'an unfilled heading'],
      ['template-leak', '{{ product.name }}', 'the same, as text of the page'],
    ],
  },
  untitled: { titleTag: '', finds: [['title-missing', undefined, 'none']] },
  'blank-title': {
    titleTag: '<title> &#8203; </title>',
    finds: [['title-empty', undefined, 'nothing to see']],
  },
  'a-very-long-name-of-a-cloth-that-somebody-made-from-every-word-of-its-description-and-some-more-for-good-measure-at-last':
    {
      title: 'A cloth with a long address',
      finds: [
        [
          'url-too-long',
          'shop/a-very-long-name-of-a-cloth-that-somebody-made-from-every-word-of-its-description-and-some-more-for-good-measure-at-last/',
          'more than 115 characters',
        ],
      ],
    },
};
