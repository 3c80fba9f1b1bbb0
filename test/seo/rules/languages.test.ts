import { htmlPage } from '../../support/html-page.js';
import { expect } from 'chai';
import { type RuleCase, describeRule, occurrencesOf } from '../../support/seo-rule.js';

/** Of this process: other programs on the machine do not count. */
const cpuSeconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;

const SITE = 'https://example.com/';

interface Head {
  readonly [code: string]: string;
}

const links = (versions: Head) =>
  Object.entries(versions)
    .map(([code, href]) => `<link rel="alternate" hreflang="${code}" href="${href}">`)
    .join('\n');
const page = (head: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><title>T</title>${head}</head><body><h1>H</h1></body></html>`;
const withLang = (lang: string) => ({ files: { 'index.html': page('', lang) } });
const sitemap = (urls: Readonly<Record<string, Head>>) => {
  const entries = Object.entries(urls).map(([loc, versions]) => {
    const alternates = Object.entries(versions).map(
      ([code, href]) => `<xhtml:link rel="alternate" hreflang="${code}" href="${href}"/>`,
    );
    return `<url><loc>${loc}</loc>${alternates.join('')}</url>`;
  });
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('')}</urlset>`;
};

const EN = `${SITE}en/`;
const DE = `${SITE}de/`;
const BOTH: Head = { en: EN, de: DE, 'x-default': EN };
/** Two versions with the same head, but for what is given. */
const versions = (en: Head, de: Head = BOTH, more: Readonly<Record<string, string>> = {}): RuleCase => ({
  siteUrl: SITE,
  files: { 'en/index.html': page(links(en)), 'de/index.html': page(links(de), 'de'), ...more },
});
const inSitemap = (urls: Readonly<Record<string, Head>>): RuleCase => ({
  siteUrl: SITE,
  files: { 'en/index.html': page(''), 'de/index.html': page('', 'de'), 'sitemap.xml': sitemap(urls) },
});

describeRule('lang-invalid', {
  finds: {
    'an underscore': { ...withLang('en_US'), at: ['index.html: en_US'] },
    'a name of a language': { ...withLang('english'), at: ['index.html: english'] },
    'a country for a language': { ...withLang('jp'), at: ['index.html: jp'] },
    'a template that was not filled': { ...withLang('{{ page.lang }}'), at: ['index.html: {{ page.lang }}'] },
  },
  passes: {
    'an absent lang, which another rule finds': {
      files: { 'index.html': '<html><head></head><body>x</body></html>' },
    },
    'an empty lang, which says that the language is unknown': withLang(''),
    'a tag with script, region and private use': withLang('zh-Hant-TW-x-own'),
    'a tag in capitals': withLang('EN-GB'),
    'a language of three letters': withLang('fil'),
    'a grandfathered tag': withLang('i-klingon'),
    'xml:lang, whatever it says': {
      files: { 'index.html': '<html lang="en" xml:lang="english"><head><title>T</title>' },
    },
    'a redirect stub': {
      files: {
        'index.html': '<html lang="xx-"><meta http-equiv="refresh" content="0; url=/a"><title>x</title>',
      },
    },
  },
});

describeRule('hreflang-relative', {
  finds: {
    'a rooted address': { ...versions({ en: '/en/' }), at: ['en/index.html: /en/'] },
    'an address relative to the scheme': {
      ...versions({ en: '//example.com/en/' }),
      at: ['en/index.html: //example.com/en/'],
    },
    'an empty address': { ...versions({ en: '' }), at: ['en/index.html: '] },
    'an address that only <base> completes': {
      siteUrl: SITE,
      files: { 'en/index.html': page(`<base href="${SITE}">${links({ en: 'en/' })}`) },
      at: ['en/index.html: en/'],
    },
  },
  passes: {
    'a feed in the language of the page': {
      files: {
        'index.html': htmlPage(
          '<link rel="alternate" type="application/atom+xml" hreflang="en" href="/feed.xml">',
        ),
      },
    },
    'full addresses in any case': versions({ en: 'HTTPS://EXAMPLE.COM/en/' }),
    'a full address with white space around it': versions({ en: `\n ${EN} ` }),
    'a link in the body, which is ignored': {
      files: { 'index.html': `${page('')}<link rel="alternate" hreflang="de" href="/de/">` },
    },
    'an alternate without hreflang': {
      files: { 'index.html': page('<link rel="alternate" type="application/rss+xml" href="/feed.xml">') },
    },
    'an hreflang on something that is no alternate': {
      files: { 'index.html': page('<link rel="next" hreflang="de" href="/2">') },
    },
    'a link in a comment': { files: { 'index.html': page(`<!-- ${links({ de: '/de/' })} -->`) } },
  },
});

describeRule('hreflang-invalid-code', {
  finds: {
    'UK for the United Kingdom': { ...versions({ 'en-UK': EN }), at: ['en/index.html: en-UK'] },
    'a country for a language, and an underscore': {
      ...versions({ jp: EN, en_US: EN }),
      at: ['en/index.html: jp', 'en/index.html: en_US'],
    },
    'a country before the language': { ...versions({ 'US-en': EN }), at: ['en/index.html: US-en'] },
    'an area for a country': { ...versions({ 'es-419': EN }), at: ['en/index.html: es-419'] },
    'a code in a sitemap': { ...inSitemap({ [EN]: { 'en-UK': EN } }), at: ['sitemap.xml: en-UK'] },
    'a code in a sitemap entry of another site': {
      ...inSitemap({ 'https://example.org/': { english: 'https://example.org/' } }),
      at: ['sitemap.xml: english'],
    },
  },
  passes: {
    'valid codes in any case': versions({ EN, 'De-at': DE, 'ZH-hant-hk': DE, 'X-DEFAULT': EN }),
    'a code in the body, which is ignored': {
      files: { 'index.html': `${page('')}<link rel="alternate" hreflang="en-UK" href="${EN}">` },
    },
    'hreflang on an anchor, which says only what a link leads to': {
      files: { 'index.html': page('').replace('<h1>', '<a hreflang="en-UK" href="/">x</a><h1>') },
    },
    'a redirect stub': {
      files: {
        'index.html': page(`<meta http-equiv="refresh" content="0; url=/en/">${links({ 'en-UK': EN })}`),
      },
    },
    'Catalan in France, which looks like a country before the language': versions({ 'ca-FR': EN }),
  },
});

describeRule('hreflang-no-return', {
  finds: {
    'a version that does not link back': {
      ...versions(BOTH, { de: DE }),
      at: [`en/index.html: ${DE}`],
    },
    'a version without language links': { ...versions(BOTH, {}), at: [`en/index.html: ${DE}`] },
    'a version in a sitemap that does not link back': {
      ...inSitemap({ [EN]: { en: EN, de: DE }, [DE]: { de: DE } }),
      at: [`sitemap.xml: ${DE}`],
    },
    'relative links, without knowing the address of the site': {
      files: { 'en.html': page(links({ de: 'de.html' })), 'de.html': page(links({ de: 'de.html' })) },
      at: ['en.html: de.html'],
    },
    'a page that is named for two codes, once': {
      ...versions({ en: EN, de: DE, 'de-AT': DE }, { de: DE }),
      at: [`en/index.html: ${DE}`],
    },
  },
  passes: {
    'versions that name each other': versions(BOTH),
    'a return link under another code': versions({ en: EN, de: DE }, { 'en-GB': EN, de: DE }),
    'a return link in the sitemap': versions(
      { en: EN, de: DE },
      { de: DE },
      { 'sitemap.xml': sitemap({ [DE]: { en: EN } }) },
    ),
    'a return link by another spelling of the address': versions(BOTH, {
      en: `${SITE}en/index.html`,
      de: DE,
    }),
    'a version outside the site': versions({ en: EN, fr: 'https://example.fr/' }, { de: DE }),
    'a version that may not be shown, which another rule finds': versions(
      BOTH,
      {},
      {
        'de/index.html': page('<meta name="robots" content="noindex">'),
      },
    ),
    'a version whose canonical page is another': versions(
      BOTH,
      {},
      {
        'de/index.html': page(`<link rel="canonical" href="${SITE}de/b.html">`),
      },
    ),
    'links of a page whose canonical page is another': versions(
      BOTH,
      {},
      { 'en/index.html': page(`<link rel="canonical" href="${SITE}en/b.html">${links(BOTH)}`) },
    ),
    'a version that a script renders': versions(
      BOTH,
      {},
      {
        'de/index.html':
          '<html><head><title>T</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>',
      },
    ),
    'full addresses, without knowing the address of the site': {
      files: {
        'en.html': page(links({ en: `${SITE}en`, de: '/de.html' })),
        'de.html': page(links({ en: `${SITE}en` })),
      },
    },
    'links to another host than the one that is scanned': {
      ...versions(BOTH),
      siteUrl: 'https://preview.example.net/',
    },
  },
});

describeRule('hreflang-missing-self', {
  finds: {
    'a page that names only the other version': {
      ...versions({ de: DE }),
      at: ['en/index.html: en/index.html'],
    },
    'an entry of a sitemap that names only the other version': {
      ...inSitemap({ [EN]: { de: DE }, [DE]: { en: EN, de: DE } }),
      at: ['sitemap.xml: en/index.html'],
    },
    'a page that names only other sites': {
      ...versions({ fr: 'https://example.fr/bonjour' }),
      at: ['en/index.html: en/index.html'],
    },
  },
  passes: {
    'pages that name themselves': versions(BOTH),
    'a page that names itself with its file name': versions({ en: `${SITE}en/index.html`, de: DE }),
    'a page that names itself over http': versions({ en: 'http://example.com/en/', de: DE }),
    'a page that names itself in the sitemap': versions({ de: DE }, BOTH, {
      'sitemap.xml': sitemap({ [EN]: { en: EN } }),
    }),
    'a page without language links': { files: { 'index.html': page('') } },
    'full addresses, without knowing the address of the site': { files: { 'index.html': page(links(BOTH)) } },
    'links to another host than the one that is scanned': {
      ...versions(BOTH),
      siteUrl: 'https://preview.example.net/',
    },
    'a page with noindex': versions({ en: EN }, BOTH, {
      'en/index.html': page(`<meta name="robots" content="noindex">${links({ de: DE })}`),
    }),
  },
});

describeRule('hreflang-target-missing', {
  finds: {
    'a version without file': {
      ...versions({ ...BOTH, fr: `${SITE}fr/` }),
      at: [`en/index.html: ${SITE}fr/`],
    },
    'a version with other capitals': { ...versions({ en: `${SITE}EN/` }), at: [`en/index.html: ${SITE}EN/`] },
    'a version in a sitemap': {
      ...inSitemap({ [EN]: { fr: `${SITE}fr/` } }),
      at: [`sitemap.xml: ${SITE}fr/`],
    },
  },
  passes: {
    'a feed in the language of the page': {
      files: {
        'index.html': htmlPage(
          '<link rel="alternate" type="application/rss+xml; charset=utf-8" hreflang="en" href="/feed.xml">',
        ),
      },
    },
    'existing versions, with query and fragment': versions({ en: `${EN}?a=b#c`, de: DE }),
    'a version of another site': versions({ fr: 'https://example.fr/missing' }),
    'a clean address of a file': versions({ fr: `${SITE}fr` }, BOTH, { 'fr.html': page('') }),
    'a version that is no page': versions({ fr: `${SITE}fr.pdf` }, BOTH, { 'fr.pdf': '%PDF' }),
    'an address that the host redirects': versions({ fr: `${SITE}fr/` }, BOTH, {
      _redirects: '/fr/ /en/ 301',
    }),
  },
});

describeRule('hreflang-to-noindex', {
  finds: {
    'a version with noindex': {
      ...versions(BOTH, {}, { 'de/index.html': page('<meta name="robots" content="noindex">') }),
      at: [`en/index.html: ${DE}`],
    },
    'a version with noindex in a sitemap': {
      siteUrl: SITE,
      files: {
        'en/index.html': page(''),
        'de/index.html': page('<meta name="googlebot" content="NONE">'),
        'sitemap.xml': sitemap({ [EN]: { en: EN, de: DE } }),
      },
      at: [`sitemap.xml: ${DE}`],
    },
  },
  passes: {
    'versions that may be shown': versions(BOTH),
    'links of a page with noindex itself': versions(BOTH, BOTH, {
      'de/index.html': page(`<meta name="robots" content="noindex">${links({ de: DE })}`),
      'en/index.html': page(links({ en: EN })),
    }),
    'noindex of another search engine': versions(BOTH, BOTH, {
      'de/index.html': page(`<meta name="yandex" content="noindex">${links(BOTH)}`),
    }),
  },
});

describeRule('hreflang-duplicate', {
  finds: {
    'two addresses for one code': {
      siteUrl: SITE,
      files: { 'en/index.html': page(links({ en: EN, de: DE, EN: DE })), 'de/index.html': page('') },
      at: [`en/index.html: ${DE}`],
    },
    'another address in the sitemap': {
      ...versions(BOTH, BOTH, { 'sitemap.xml': sitemap({ [EN]: { de: EN } }) }),
      at: [`sitemap.xml: ${EN}`],
    },
    'two addresses of other sites': {
      ...versions({ en: EN, fr: 'https://example.fr/a', FR: 'https://example.fr/b' }),
      at: ['en/index.html: https://example.fr/b'],
    },
  },
  passes: {
    'one address for several codes': versions({ en: EN, 'en-US': EN, 'en-GB': EN, de: DE }),
    'the same link twice': {
      siteUrl: SITE,
      files: { 'en/index.html': page(links(BOTH) + links(BOTH)), 'de/index.html': page('') },
    },
    'the same in head and sitemap': versions(BOTH, BOTH, { 'sitemap.xml': sitemap({ [EN]: BOTH }) }),
    'two spellings of one address': versions({ en: EN, EN: `${SITE}en/index.html` }),
    'two spellings of one address elsewhere': versions({
      fr: 'https://example.fr',
      FR: 'HTTPS://EXAMPLE.FR:443/',
    }),
  },
});

describeRule('hreflang-no-x-default', {
  finds: {
    'two versions without default, once': {
      ...versions({ en: EN, de: DE }, { en: EN, de: DE }),
      at: ['de/index.html'],
    },
    'versions in a sitemap without default': {
      ...inSitemap({ [EN]: { en: EN, de: DE } }),
      at: ['en/index.html'],
    },
  },
  passes: {
    'versions with a default': versions(BOTH),
    'a default that only one of them names': versions(BOTH, { en: EN, de: DE }),
    'a page with its own language only': versions({ en: EN }, {}),
    'pages without language links': { files: { 'index.html': page('') } },
  },
});

describe('language versions in large numbers', () => {
  it('of one page in 300 languages are checked in time linear in their links', async () => {
    const codes = Array.from({ length: 300 }, (_, index) => `de-x-${index}`);
    const head = links(Object.fromEntries(codes.map((code) => [code, `${SITE}${code}.html`])));
    const files = Object.fromEntries(codes.map((code) => [`${code}.html`, page(head)]));
    const started = cpuSeconds();
    for (const rule of ['hreflang-no-return', 'hreflang-missing-self', 'hreflang-duplicate']) {
      expect(await occurrencesOf(rule, { siteUrl: SITE, files })).to.deep.equal([]);
    }
    expect(cpuSeconds() - started).to.be.lessThan(30);
  }).timeout(120_000);
});
