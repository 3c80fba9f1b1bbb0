import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { HOST_FILES, hostConfig } from '../../../src/seo/host-config.js';
import { PageBatchBuilder } from '../../../src/seo/page/page-batch.js';
import { readPage } from '../../../src/seo/page/read-page.js';
import { parseRobotsTxt, robotsDecision } from '../../../src/seo/robots-txt.js';
import { activeRules, pageRules } from '../../../src/seo/rule-settings.js';
import { seoRules } from '../../../src/seo/rules/index.js';
import { readSitemaps } from '../../../src/seo/sitemap.js';
import { mutants } from '../mutation.js';
import { fixture, seedFiles, texts } from '../seeds.js';
import { defineTarget } from '../target.js';

const rules = pageRules(activeRules(seoRules));
const bytesOf = ({ length }: Buffer) => length;

/** A page with all its rules, down to the record that is kept of it. */
function record(bytes: Buffer): unknown {
  const page = readPage('page.html', bytes);
  if (page === undefined) return undefined;
  const builder = new PageBatchBuilder(rules);
  builder.add(page);
  return builder.build();
}

export const html = defineTarget({
  name: 'html',
  inputs: mutants(seedFiles('jobforge/site', '.html')),
  bytesOf,
  read: record,
  bound: { base: 1000, perKiB: 5 },
  shortRuns: 400,
});

const JSON_LD = texts(
  '{"@context":"https://schema.org","@type":"Product","name":"Lamp","offers":{"@type":"Offer","price":"12.00","priceCurrency":"EUR"},"aggregateRating":{"@type":"AggregateRating","ratingValue":4.4,"reviewCount":89}}',
  '{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"Acme"},{"@type":["Article","BlogPosting"],"headline":"A","author":{"@id":"#o"},"datePublished":"2024-05-01"}]}',
  '{"@context":{"@vocab":"http://schema.org/","n":"name"},"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Home","item":"/"},{"@type":"ListItem","position":2,"name":"Docs"}]}',
  '[{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Why?","acceptedAnswer":{"@type":"Answer","text":"So."}}]}]',
);

export const jsonLd = defineTarget({
  name: 'json-ld',
  inputs: mutants(JSON_LD),
  bytesOf,
  read: (bytes) =>
    record(
      Buffer.concat([
        Buffer.from('<!doctype html><title>t</title><script type="application/ld+json">'),
        bytes,
        Buffer.from('</script>'),
      ]),
    ),
  bound: { base: 1000, perKiB: 5 },
  shortRuns: 500,
});

const ROBOTS = texts(
  'User-agent: *\nDisallow: /private/\nAllow: /private/*.html$\n\nUser-agent: Googlebot\nUser-agent: bingbot\nDisallow: /*?q=*&p=\nCrawl-delay: 5\nSitemap: https://example.com/sitemap.xml\n',
  '\uFEFFuseragent:*\nDissallow /a b\nalow: /%7Efoo/index.html # comment\nNoindex: /x\nDisallow: /*a*b*c*d*e*f$\n',
);

export const robots = defineTarget({
  name: 'robots',
  inputs: mutants([fixture('site/robots.txt'), ...ROBOTS]),
  bytesOf,
  read: (bytes) => {
    const file = parseRobotsTxt(bytes);
    const paths = ['/', '/private/a.html', '/%7efoo/', '/a?q=1&p=2#x', '/aabbccddeeff', '\u0000', '//', ''];
    const decisions = ['googlebot', 'bingbot', '*'].flatMap((agent) =>
      paths.map((path) => robotsDecision(file, agent, path)),
    );
    return { file, decisions };
  },
  bound: { base: 1000, perKiB: 5 },
  shortRuns: 1500,
});

const SITEMAPS = texts(
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://example.com/a?b=1&amp;c=2</loc><lastmod>2024-02-29T12:00:00+01:00</lastmod><xhtml:link rel="alternate" hreflang="de" href="https://example.com/de/"/></url></urlset>',
  '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>sitemap.xml</loc></sitemap><sitemap><loc>https://example.com/other.xml.gz</loc></sitemap></sitemapindex>',
  '<rss version="2.0"><channel><item><link>https://example.com/</link><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://example.com/"/><updated>2024-01-01</updated></entry></feed>',
  'https://example.com/\nhttps://example.com/b\n',
);

const sitemapBytes = mutants([fixture('site/sitemap.xml'), ...SITEMAPS]);

export const sitemap = defineTarget({
  name: 'sitemap',
  inputs: fc.record({
    bytes: fc.oneof(
      { weight: 4, arbitrary: sitemapBytes },
      { weight: 1, arbitrary: sitemapBytes.map((bytes) => gzipSync(bytes, { level: 1 })) },
      { weight: 1, arbitrary: mutants(SITEMAPS.map((bytes) => gzipSync(bytes))) },
    ),
    file: fc.constantFrom('sitemap.xml', 'sitemap.txt', 'sitemap.xml.gz'),
  }),
  bytesOf: ({ bytes }) => bytes.length,
  read: ({ bytes, file }) =>
    readSitemaps(
      () => Promise.resolve(bytes),
      [file],
      (loc) => (loc.length % 2 === 0 ? file : undefined),
    ),
  bound: { base: 1000, perKiB: 20 },
  shortRuns: 400,
});

const HOSTS = texts(
  '/old /new 301\n/a/* /b/:splat 200!\n/x country=de /de 302\n/* /index.html 200 Role=admin # c\nhttps://a.example/* /x\n',
  '/*\n  X-Robots-Tag: noindex, nofollow\n  ! X-Robots-Tag\n/a/:id\n  x-robots-tag: googlebot: none\n',
  '[build]\npublish = "dist"\n[[redirects]]\nfrom = "/a/*"\nto = "/b"\nstatus = 200\nforce = true\n[redirects.conditions]\nLanguage = ["de"]\n[[headers]]\nfor = "/*"\n[headers.values]\nX-Robots-Tag = "noindex"\n',
  '{"redirects":[{"source":"/a/:path*","destination":"/b/:path*","permanent":true}],"rewrites":{"beforeFiles":[]},"headers":[{"source":"/(.*)","headers":[{"key":"X-Robots-Tag","value":"noindex"}]}],"cleanUrls":true,"routes":[{"src":"/(a+)+","dest":"/x"}]}',
  '{"routes":[{"route":"/api/*","statusCode":404},{"route":"/a","redirect":"/b","headers":{"x-robots-tag":"noindex"}}],"navigationFallback":{"rewrite":"/index.html","exclude":["/img/*.{png,jpg}"]},"globalHeaders":{"X-Robots-Tag":"none"}}',
);

export const hostFiles = defineTarget({
  name: 'host-config',
  inputs: fc.record({ bytes: mutants(HOSTS), file: fc.constantFrom(...HOST_FILES) }),
  bytesOf: ({ bytes }) => bytes.length,
  read: ({ bytes, file }) => {
    const config = hostConfig(new Map([[file, bytes]]));
    const paths = ['/', '/a/b', '/old', '/index.html', '/img/x.png', `/${'a/'.repeat(200)}`, '/\u0000', ''];
    return paths.map((path) => [config.robotsTag(path), config.redirects(path), config.destination(path)]);
  },
  bound: { base: 1000, perKiB: 10 },
  shortRuns: 1500,
});
