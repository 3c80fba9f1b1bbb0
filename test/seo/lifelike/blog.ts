import { type Find, ORIGIN, type PageParts, type SiteDraft, canonicalTag, descriptionTag } from './draft.js';
import { prose } from './prose.js';

/** A journal of three list pages, by date, with tags. */
export function addBlog(site: SiteDraft): void {
  addLists(site);
  addTags(site);
  POSTS.flat().forEach(([name, parts]) => {
    const before = parts.head === undefined ? '' : `${parts.head}\n`;
    site.page(`blog/${name}/index.html`, {
      ...parts,
      head: `${before}<script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":"${name}"}</script>`,
      body: `${parts.body ?? ''}<p><a href="/blog/">All of the journal</a></p>`,
    });
  });
  site.page('blog/unlinked-draft/index.html', {
    title: 'A draft that nobody links',
    isListed: false,
    body: '<p><a href="/blog/unlinked-draft/">Here for ever</a></p>',
    finds: [
      ['orphan-page', undefined, 'linked by itself alone'],
      ['sitemap-page-unlisted', undefined, 'may be shown, and is not listed'],
    ],
  });
  site.page('blog/island-one/index.html', {
    title: 'An island, the first part',
    body: '<p><a href="/blog/island-two/">Second part</a></p>',
    finds: [['page-depth', undefined, 'linked by the second part alone']],
  });
  site.page('blog/island-two/index.html', {
    title: 'An island, the second part',
    body: '<p><a href="/blog/island-one/">First part</a></p>',
    finds: [['page-depth', undefined, 'linked by the first part alone']],
  });
  site.file(
    'blog/feed.xml',
    `<rss version="2.0"><channel><title>J</title><item><link>${ORIGIN}/blog/gone/</link></item></channel></rss>\n`,
    [],
    [['sitemap-lists-missing', '/blog/gone/', 'a feed that no robots.txt names is no sitemap']],
  );
}

type Post = readonly [name: string, parts: PageParts];

const TEMPLATED = prose('templated', 'en', 40);
const LONG = 'How a mill in the north of England learned to plan its week by measuring each loom';

/** By list page, the newest first. */
const POSTS: readonly (readonly Post[])[] = [
  [
    [
      'weft-and-warp',
      {
        title: 'Weft and warp explained',
        body: '<p>We write <code>undefined</code> and [object Object] in code; null is undefined here.</p>',
        lookAlikes: [['template-leak', 'null is undefined here', 'in a sentence']],
      },
    ],
    [
      'undefined-orders',
      {
        title: 'Why orders are undefined',
        lookAlikes: [['template-leak', '<title>Why orders are undefined', 'a word in a sentence']],
      },
    ],
    [
      'long-title',
      { title: LONG, finds: [['title-too-long', `${LONG} – Brightloom`, 'more than 70 characters']] },
    ],
    [
      'two-titles',
      {
        title: 'One title is enough',
        titleTag: '<title>One title is enough</title><title>Another title</title>',
        finds: [['title-multiple', 'Another title', 'two']],
      },
    ],
    [
      'two-descriptions',
      {
        title: 'Describe it once only',
        description:
          descriptionTag('The first description of this page, which says all that there is to say.') +
          descriptionTag('The second description.'),
        finds: [['description-multiple', 'The second description.', 'two']],
      },
    ],
    [
      'same-description-a',
      {
        title: 'Counting threads by hand',
        description: descriptionTag('News of the mill, for all who weave and plan, twice a month.'),
        finds: [
          [
            'description-duplicate',
            'News of the mill, for all who weave and plan, twice a month.',
            'the same on two',
          ],
        ],
      },
    ],
    [
      'same-description-b',
      {
        title: 'Counting threads by eye',
        description: descriptionTag('News of the  mill, for all who weave and plan, twice a month.'),
        finds: [
          [
            'description-duplicate',
            'News of the mill, for all who weave and plan, twice a month.',
            'white space does not count',
          ],
        ],
      },
    ],
    [
      'no-heading',
      {
        title: 'A post without a heading',
        h1: '<h2>Only a second</h2>',
        finds: [['h1-missing', undefined, 'none']],
      },
    ],
    [
      'empty-heading',
      {
        title: 'A post with an empty heading',
        h1: '<h1><span></span></h1>',
        finds: [['h1-empty', undefined, 'no text']],
      },
    ],
    [
      'picture-heading',
      {
        title: 'A heading that is a picture',
        h1: '<h1><img src="/img/preview.png" alt="A heading" width="9" height="9"></h1>',
        lookAlikes: [['h1-empty', '<h1><img', 'the alternative text is its text']],
      },
    ],
  ],
  [
    [
      'same-text-a',
      {
        title: 'Care of looms, spring',
        prose: TEMPLATED,
        finds: [['duplicate-content', undefined, 'word for word']],
      },
    ],
    [
      'same-text-b',
      {
        title: 'Care of looms, autumn',
        h1: '<h1>Care of looms, spring</h1>',
        prose: TEMPLATED,
        finds: [['duplicate-content', undefined, 'word for word']],
      },
    ],
    [
      'near-text-a',
      {
        title: 'Safety at the loom',
        prose: prose('near', 'en', 60),
        finds: [['near-duplicate-content', undefined, 'nine tenths and more']],
      },
    ],
    [
      'near-text-b',
      {
        title: 'Safety at the machine',
        prose: prose('near', 'en', 60),
        finds: [['near-duplicate-content', undefined, 'nine tenths and more']],
      },
    ],
    [
      'quoted-text',
      {
        title: 'What we were asked',
        prose: `${prose('near', 'en', 14)} ${prose('own words', 'en', 14)}`,
        lookAlikes: [
          ['near-duplicate-content', prose('near', 'en', 3), 'quotes, and has as much of its own'],
        ],
      },
    ],
    [
      'late-charset',
      {
        title: 'A late declaration',
        charset: `<script>/*${'-'.repeat(1100)}*/</script><meta charset="utf-8">`,
        finds: [['charset-late', 'utf-8', 'behind the first 1024 bytes']],
      },
    ],
    [
      'no-snippet',
      {
        title: 'A text not to be quoted',
        head: '<meta name="robots" content="nosnippet">',
        finds: [['nosnippet', 'nosnippet', 'forbids a text']],
      },
    ],
    [
      'zero-snippet',
      {
        title: 'A text of no characters',
        head: '<meta name="robots" content="max-snippet:0">',
        finds: [['max-snippet-0', 'max-snippet:0', 'forbids a text']],
      },
    ],
  ],
  [
    [
      'oldest-post',
      {
        title: 'The oldest post of all',
        finds: [['page-depth', undefined, 'four clicks from the home page']],
      },
    ],
    [
      'older-post',
      {
        title: 'An older post, by a tag',
        lookAlikes: [['page-depth', 'An older post', 'a tag page leads there in three clicks']],
      },
    ],
  ],
];

function addLists(site: SiteDraft): void {
  const lists = ['blog/index.html', 'blog/page/2/index.html', 'blog/page/3/index.html'];
  const addresses = ['/blog/', '/blog/page/2/', '/blog/page/3/'];
  const again = 'The journal, older posts – Brightloom';
  const finds: readonly (readonly Find[])[] = [
    [],
    [['title-duplicate', again, 'the same on pages 2 and 3']],
    [
      ['title-duplicate', again, 'the same on pages 2 and 3'],
      ['pagination-broken', '/blog/page/4/', 'there is no fourth'],
    ],
  ];
  lists.forEach((file, index) => {
    const links = (POSTS[index] ?? []).map(
      ([name, { title }]) => `<h2>${title}</h2><p><a href="/blog/${name}/">${title}</a></p>`,
    );
    const previous = addresses[index - 1];
    const next = addresses[index + 1] ?? '/blog/page/4/';
    site.page(file, {
      title: index === 0 ? 'The journal of a mill' : 'The journal, older posts',
      head: `${previous === undefined ? '' : `<link rel="prev" href="${ORIGIN}${previous}">`}\n<link rel="next" href="${next}">\n<link rel="alternate" type="application/rss+xml" href="/blog/feed.xml">`,
      body: `${links.join('\n')}\n<p>${index === 0 ? '<a href="/blog/tags/looms/">On looms</a> ' : ''}<a href="${index === 2 ? '/blog/' : next}" rel="next">Further posts</a></p>`,
      finds: finds[index] ?? [],
      lookAlikes: [
        ['resource-broken', '/blog/feed.xml', 'is there'],
        ['canonical-to-root', `rel="canonical" href="${ORIGIN}${addresses[index] ?? ''}"`, 'names itself'],
      ],
    });
  });
}

function addTags(site: SiteDraft): void {
  site.page('blog/tags/looms/index.html', {
    title: 'Posts on looms and weavers',
    body: '<p><a href="/blog/older-post/">An older post, by a tag</a> <a href="page/2/">Further posts on looms</a></p>',
    head: `<link rel="next" href="${ORIGIN}/blog/tags/looms/page/2/">`,
    lookAlikes: [['internal-link-to-non-canonical', 'page/2/', 'it names this very page as canonical']],
  });
  site.page('blog/tags/looms/page/2/index.html', {
    title: 'Posts on looms and weavers',
    canonical: canonicalTag(`${ORIGIN}/blog/tags/looms/`),
    preview: '',
    head: '<link rel="prev" href="/blog/tags/looms/">',
    isListed: false,
    finds: [
      ['pagination-canonical-to-first', `${ORIGIN}/blog/tags/looms/`, 'the second page names the first'],
    ],
    lookAlikes: [['title-duplicate', '<title>Posts on looms', 'not shown, by its canonical link']],
  });
}
