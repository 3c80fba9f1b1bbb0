import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostConfig } from '../../src/seo/host-config.js';
import { PageBatchBuilder } from '../../src/seo/page/page-batch.js';
import { readPage } from '../../src/seo/page/read-page.js';
import { parseRobotsTxt, robotsDecision } from '../../src/seo/robots-txt.js';
import { activeRules, ignoredFiles, pageRules } from '../../src/seo/rule-settings.js';
import { seoRules } from '../../src/seo/rules/index.js';
import { scanSite } from '../../src/seo/scan.js';
import { readTextSitemap } from '../../src/seo/sitemaps/lines.js';
import { readXmlSitemap } from '../../src/seo/sitemaps/xml.js';
import { type WorstCase, eachRepeated, repeated } from './worst-case.js';

const rules = pageRules(activeRules(seoRules));

function page(html: string): unknown {
  const facts = readPage('page.html', Buffer.from(html));
  if (facts === undefined) return undefined;
  const builder = new PageBatchBuilder(rules);
  builder.add(facts);
  return builder.build();
}

const HTML = eachRepeated(
  'html',
  [
    '<div>',
    '</div>',
    '<a ',
    '<',
    '&',
    '<!--',
    '<!-->',
    '<svg>',
    '<svg><p>',
    '<template>',
    '</template>',
    '<noscript>',
    '<title>',
    '<script>',
    '<a href=x>',
    '<a href=x>y</a>',
    '<a href=#x>y</a>',
    '<b id=x>',
    '<label for=x><input id=x>',
    '<meta name=robots content=noindex>',
    '<meta property=og:image content=x>',
    '<link rel=canonical href=x>',
    '<link rel=alternate hreflang=de href=x>',
    '<base href=x>',
    '<h1>x</h1><h3>',
    '<img src=x>',
    '<img srcset="a 1x,b 2x">',
    '<p>some words that are read ',
    'lorem ipsum {{x}} ',
    '文',
    '\u0301',
    '<p hidden>',
    '\u00e9<a href=x>',
  ],
  page,
  { before: '<!doctype html><html lang=en><title>t</title><body>' },
);

const ATTRIBUTES: WorstCase[] = [
  repeated('html attribute', 'a=b ', page, { before: '<html ', after: '>' }),
  repeated('html attribute', 'x', page, { before: '<title>t</title><a href="', after: '">' }),
  repeated('html srcset', 'a 1x,', page, { before: '<title>t</title><img srcset="', after: '">' }),
  repeated('html srcset', ',', page, { before: '<title>t</title><img srcset="', after: '">' }),
  repeated('html class', 'a ', page, { before: '<title>t</title><p class="', after: '">' }),
  repeated('html doctype', ' ', page, { before: '<!doctype', after: 'x><title>t</title>' }),
  repeated('html doctype', `'"`, page, { before: '<!doctype html public ', after: '><title>t</title>' }),
  repeated('html refresh', ' ', page, {
    before: '<title>t</title><meta http-equiv=refresh content="0',
    after: 'x">',
  }),
  repeated('html robots', 'noindex,', page, {
    before: '<title>t</title><meta name=robots content="',
    after: '">',
  }),
  repeated('html viewport', 'a=1,', page, {
    before: '<title>t</title><meta name=viewport content="',
    after: '">',
  }),
  repeated('html title', 'a ', page, { before: '<title>', after: '</title>' }),
  repeated('html title', '{{', page, { before: '<title>', after: '</title>' }),
  repeated('html lang', 'a-', page, { before: '<html lang="', after: '"><title>t</title>' }),
];

const JSON_LD = eachRepeated(
  'json-ld',
  [
    '[',
    '{"a":',
    '{"@type":"Product"},',
    '{"@id":"#a","@type":"Product","name":"x"},',
    '"@type":"Product",',
    '"\\u0041',
    '/* ',
    '// x\n',
    '\n',
    '\u0001',
    ',',
    '"a" ',
  ],
  page,
  { before: '<title>t</title><script type="application/ld+json">[', after: ']</script>' },
);

const ROBOTS: WorstCase[] = [
  ...eachRepeated(
    'robots',
    ['User-agent: *\n', 'Disallow: /a\n', 'x\n', 'Disallow: /*a', ' ', '#', '\r', ':', '%41', 'é', '\u0000'],
    (text) => parseRobotsTxt(Buffer.from(text)),
  ).map(withRobotsLimit),
  {
    name: 'robots pattern of "*a" on a path of a',
    prepare: (size) => {
      const robots = parseRobotsTxt(
        Buffer.from(`User-agent: *\n${`Disallow: /${'*a'.repeat(1000)}b\n`.repeat(50)}`),
      );
      const path = `/${'a'.repeat(size)}`;
      return () => robotsDecision(robots, 'googlebot', path);
    },
  },
  {
    name: 'robots pattern of a long piece on a path of a',
    prepare: (size) => {
      const robots = parseRobotsTxt(Buffer.from(`User-agent: *\nDisallow: /*${'a'.repeat(8000)}b\n`));
      const path = `/${'a'.repeat(size)}`;
      return () => robotsDecision(robots, 'googlebot', path);
    },
  },
];

function withRobotsLimit(one: WorstCase): WorstCase {
  return { ...one, largest: { size: 250_000, limit: '500 KiB of robots.txt are read' } };
}

const SITEMAPS = [
  ...eachRepeated(
    'sitemap',
    [
      '<url><loc>https://example.com/</loc></url>',
      '<url>',
      '<!--',
      '<!-- -->',
      '&amp;',
      '&',
      '<![CDATA[',
      ']]>',
      'x',
      '<a xmlns:b="c"/>',
      '<xhtml:link rel="alternate" hreflang="de" href="x"/>',
    ],
    readXmlSitemap,
    { before: '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>' },
  ),
  repeated('sitemap entity', 'a', readXmlSitemap, {
    before: '<!DOCTYPE x [<!ENTITY a "',
    after: '">]><x>&a;',
  }),
  repeated('sitemap attribute', 'a="b" ', readXmlSitemap, { before: '<urlset ' }),
  ...eachRepeated('text sitemap', ['https://example.com/\n', '\n', ' ', 'x'], readTextSitemap),
];

const HOSTS = [
  ...eachRepeated('_redirects', ['/a /b\n', '/* /x 200 A=b\n', ' ', '#', 'a '], host('_redirects')),
  ...eachRepeated('_headers', ['/*\n X-Robots-Tag: noindex\n', ' ', ':', '/*\n'], host('_headers')),
  ...eachRepeated('netlify.toml', ['[', '[[redirects]]\nfrom="/a/*"\nto="/b"\n', 'a.'], host('netlify.toml')),
  ...eachRepeated('vercel.json', ['[', '{"a":', ' '], host('vercel.json')),
  repeated('vercel.json', ':a*', host('vercel.json'), {
    before: '{"redirects":[{"source":"/',
    after: '","destination":"/"}]}',
  }),
  repeated('_redirects', '*a', host('_redirects'), { before: '/', after: ' /x 200' }),
  {
    name: '_redirects pattern on a path of a',
    prepare: (size: number) => {
      const config = hostConfig(new Map([['_redirects', Buffer.from(`/${'*a'.repeat(500)}b /x 200\n`)]]));
      return () => config.redirects(`/${'a'.repeat(size)}`);
    },
  },
];

function host(file: string): (text: string) => unknown {
  return (text) => {
    const config = hostConfig(new Map([[file, Buffer.from(text)]]));
    return [config.redirects('/a/b'), config.robotsTag('/a/b'), config.destination('/a/b')];
  };
}

/** A path as long as file systems allow, over and over; the pattern grows. */
const GLOBS: WorstCase[] = ['*a', '?', '[a-b]', '{a,b}', '+(a)', '**/'].map((piece) => ({
  name: `ignore glob ${JSON.stringify(piece)}`,
  size: 2,
  prepare: (size) => {
    const globs = [`${piece.repeat(size)}b`];
    return () => ignoredFiles(globs)(`${'a'.repeat(250)}/${'a'.repeat(250)}`);
  },
}));

/** Sites of alike pages, of equal ones, and of many links. */
const SITES: WorstCase[] = [
  site('pages that are all alike', (page_) => `${TEXT} ${page_}`),
  site('pages that are all the same', () => TEXT),
  site('pages of many links', () => LINKS.repeat(50)),
];

function site(name: string, bodyOf: (page: number) => string): WorstCase {
  return {
    name: `site of ${name}`,
    size: 200,
    prepare: (size) => {
      const root = mkdtempSync(path.join(tmpdir(), 'growth-worst-'));
      process.once('exit', () => rmSync(root, { recursive: true, force: true }));
      for (let index = 0; index < size; index++) {
        const html = `<!doctype html><html lang=en><title>Page ${index % 7}</title><h1>h</h1><p>${bodyOf(index)}</p>`;
        writeFileSync(path.join(root, index === 0 ? 'index.html' : `p${index}.html`), html);
      }
      return () => scanSite({ folder: root, sourcePath: '.', root, maxPages: size, threads: 1 });
    },
  };
}

const TEXT = Array.from({ length: 120 }, (_, word) => `word${word * 7919}`).join(' ');
const LINKS = '<a href="/p1.html">x</a><a href="/p2">y</a><a href="/gone.html">z</a>';

export const SITE_CASES: readonly WorstCase[] = [
  ...HTML,
  ...ATTRIBUTES,
  ...JSON_LD,
  ...ROBOTS,
  ...SITEMAPS,
  ...HOSTS,
  ...GLOBS,
  ...SITES,
];
