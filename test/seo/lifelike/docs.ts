import { ORIGIN, type SiteDraft, canonicalTag } from './draft.js';
import { prose } from './prose.js';

const TOPICS = ['install', 'looms', 'orders', 'shifts', 'reports', 'export'] as const;

/** The documentation in two versions; the pages of the old one name those of the new as canonical. */
export function addDocs(site: SiteDraft): void {
  addCurrent(site);
  addOld(site);
  addCanonicalCases(site);
}

const MENU = `<a href="/docs/v2/">Contents</a> ${TOPICS.map((topic) => `<a href="/docs/v2/${topic}.html">On ${topic}</a>`).join(' ')} <a href="/">Home</a>`;

function addCurrent(site: SiteDraft): void {
  site.page('docs/v2/index.html', {
    title: 'Documentation, version 2',
    nav: MENU,
    body: `<h2 id="install-1">Install</h2><a name="old-anchor"></a>
<p><a href="/docs/v1/">Version 1</a> <a href="/docs/cases/">Special cases</a> <a href="#old-anchor">Above</a>
<a href="looms.html#L1-L3">Lines</a> <a href="looms.html#caf%C3%A9">Café</a> <a href="looms.html#Threads">Threads</a> <a href="/app/#/orders/7">Order 7</a>
<a href="/media/brochure.pdf#page=2">Page 2</a> <a href="/go/old#x">Old</a> <a href="looms.html#gone">Gone</a></p>`,
    finds: [
      ['internal-fragment-broken', 'looms.html#Threads', 'ids are case-sensitive: threads'],
      ['internal-fragment-broken', 'looms.html#gone', 'no such id'],
    ],
    lookAlikes: [
      ['internal-link-to-non-canonical', '/docs/v1/', 'the old version names this very page'],
      ['internal-fragment-broken', '"#old-anchor"', 'a name of an anchor'],
      ['internal-fragment-broken', '#L1-L3', 'a range of lines that are there'],
      ['internal-fragment-broken', '#caf%C3%A9', 'escaped'],
      ['internal-fragment-broken', '#/orders/7', 'a route of the app'],
      ['internal-fragment-broken', '#page=2', 'of a PDF'],
    ],
  });
  for (const topic of TOPICS) {
    site.page(`docs/v2/${topic}.html`, {
      title: `Handbook: ${topic} in version 2`,
      nav: MENU,
      prose: prose(`docs ${topic}`),
      body: `<h2 id="threads">Threads<a href="#threads" aria-hidden="true"></a></h2><h3 id="L1">a</h3><p id="L3">b</p><p id="café">c</p><p><a href="#threads">Threads</a></p>`,
      lookAlikes: [
        ['link-text-empty', 'href="#threads" aria-hidden="true"', 'hidden from screen readers'],
        ['duplicate-content', prose(`docs ${topic}`), 'the old version’s page names this one'],
      ],
    });
  }
}

function addOld(site: SiteDraft): void {
  const chain = ['', ...TOPICS.map((topic) => `${topic}.html`)];
  chain.forEach((name, index) => {
    const next = chain[index + 1];
    const href = next === undefined ? undefined : `/docs/v1/${next}`;
    const canonical = `${ORIGIN}/docs/v2/${name}`;
    site.page(`docs/v1/${name === '' ? 'index.html' : name}`, {
      title: name === '' ? 'Documentation, version 2' : `Handbook: ${name.replace('.html', '')} in version 2`,
      canonical: canonicalTag(canonical),
      preview: `<meta property="og:url" content="${canonical}">`,
      nav: '<a href="/docs/v2/">Version 2</a>',
      prose: prose(`docs ${name.replace('.html', '')}`),
      body: href === undefined ? '' : `<p><a href="${href}">Next chapter</a></p>`,
      isListed: false,
      finds:
        href === undefined ? [] : [['internal-link-to-non-canonical', href, 'the old version names the new']],
      lookAlikes: [
        ['title-duplicate', '<title>', 'its canonical link names the new version'],
        ['sitemap-page-unlisted', canonical, 'not canonical'],
      ],
    });
  });
}

const CASES = [
  'none',
  'twice',
  'two',
  'relative',
  'invalid',
  'empty',
  'late',
  'gone',
  'hidden',
  'stub',
  'chain',
  'elsewhere',
  'variant',
  'fragment',
  'query',
  'secret',
] as const;

function addCanonicalCases(site: SiteDraft): void {
  const to = (path: string) => canonicalTag(ORIGIN + path);
  const preview = '<meta property="og:image" content="https://images.example/x.png">';
  const hidden = ['gone', 'hidden', 'stub', 'chain', 'elsewhere'];
  site.page('docs/cases/index.html', {
    title: 'Special cases of addresses',
    nav: MENU,
    body: `<ul>${CASES.map((name) => `<li><a href="/docs/cases/${name}.html">The case ${name}</a></li>`).join('')}</ul>`,
    finds: [
      ['internal-link-to-non-canonical', '/docs/cases/hidden.html', 'names another page'],
      ['internal-link-to-non-canonical', '/docs/cases/stub.html', 'names another page'],
      ['internal-link-to-non-canonical', '/docs/cases/chain.html', 'names another page'],
      ['internal-link-to-noindex', '/docs/cases/secret.html', 'noindex'],
    ],
  });
  const add = (name: (typeof CASES)[number], parts: Omit<Parameters<SiteDraft['page']>[1], 'title'>) => {
    const isListed = parts.isListed ?? !hidden.includes(name);
    site.page(`docs/cases/${name}.html`, { title: `Special case: ${name} address`, ...parts, isListed });
  };
  add('none', {
    canonical: '<!-- <link rel="canonical" href="/"> -->',
    finds: [['canonical-missing', undefined, 'none but in a comment']],
  });
  add('twice', {
    canonical: to('/docs/cases/twice.html').repeat(2),
    finds: [['canonical-multiple', `${ORIGIN}/docs/cases/twice.html`, 'the same twice, for information']],
  });
  add('two', {
    canonical: to('/docs/cases/two.html') + to('/docs/cases/twice.html'),
    finds: [['canonical-multiple', `${ORIGIN}/docs/cases/twice.html`, 'two that differ']],
    lookAlikes: [['canonical-chain', '/docs/cases/twice.html', 'the first counts']],
  });
  add('relative', {
    canonical: canonicalTag('/docs/cases/relative.html'),
    finds: [['canonical-relative', '/docs/cases/relative.html', 'no full address']],
    lookAlikes: [
      ['og-url-conflict', `content="${ORIGIN}/docs/cases/relative.html"`, 'the same when completed'],
    ],
  });
  add('invalid', {
    canonical: canonicalTag('https://'),
    finds: [['canonical-invalid', 'https://', 'no address']],
  });
  add('empty', { canonical: canonicalTag(''), finds: [['canonical-empty', undefined, 'empty']] });
  add('late', {
    canonical: `<div class="tracker"></div>${to('/docs/cases/late.html')}`,
    finds: [
      ['head-broken', '<div>', 'ends the head before the canonical link'],
      ['canonical-in-body', `${ORIGIN}/docs/cases/late.html`, 'the parser puts it into the body'],
      ['canonical-missing', undefined, 'none in the head'],
    ],
  });
  add('gone', {
    canonical: to('/docs/v3/'),
    preview,
    finds: [['canonical-target-missing', `${ORIGIN}/docs/v3/`, 'no such page']],
  });
  add('hidden', {
    canonical: to('/docs/cases/secret.html'),
    preview,
    finds: [['canonical-to-noindex', `${ORIGIN}/docs/cases/secret.html`, 'noindex']],
  });
  add('secret', {
    head: '<meta name="robots" content="noindex">',
    isListed: false,
    finds: [['robots-noindex', 'noindex', 'critical: the canonical page of another']],
  });
  add('stub', {
    canonical: to('/old/pricing.html'),
    preview,
    finds: [['canonical-to-redirect', `${ORIGIN}/old/pricing.html`, 'a stub']],
  });
  add('chain', {
    canonical: to('/docs/v1/looms.html'),
    preview,
    finds: [['canonical-chain', `${ORIGIN}/docs/v1/looms.html`, 'names version 2']],
  });
  add('elsewhere', {
    canonical: canonicalTag('https://magazine.example/looms'),
    preview,
    finds: [['canonical-other-host', 'https://magazine.example/looms', 'published elsewhere first']],
  });
  add('variant', {
    canonical: canonicalTag('http://brightloom.example/docs/cases/variant.html'),
    preview:
      '<meta property="og:title" content="V"><meta property="og:type" content="website"><meta property="og:url" content="http://brightloom.example/docs/cases/variant.html"><meta property="og:image:secure_url" content="https://images.example/x.png">',
    finds: [
      ['canonical-variant', 'http://brightloom.example/docs/cases/variant.html', 'scheme and www differ'],
    ],
    lookAlikes: [
      ['canonical-other-host', 'http://brightloom.example', 'the same site'],
      ['og-missing', 'og:image:secure_url', 'says the same as og:image'],
    ],
  });
  add('fragment', {
    canonical: to('/docs/cases/fragment.html#main'),
    finds: [['canonical-fragment', `${ORIGIN}/docs/cases/fragment.html#main`, 'has a #']],
    lookAlikes: [
      ['og-url-conflict', `content="${ORIGIN}/docs/cases/fragment.html"`, 'the fragment does not count'],
    ],
  });
  add('query', {
    body: '<p><a href="query.html?sort=asc&copy=2">Sorted</a> <a href="QUERY.html">Case</a></p>',
    finds: [['internal-link-broken', 'QUERY.html', 'another letter case']],
    lookAlikes: [['internal-link-broken', '?sort=asc&copy=2', 'the query does not name a file']],
  });
}
