import { describeRule } from '../../support/seo-rule.js';
import { canonical, index, noindex, page, pages, siteUrl, stub, urlset } from '../../support/sitemap-site.js';

describeRule('sitemap-lists-missing', {
  finds: {
    'a page that is not there': {
      files: { ...pages, 'sitemap.xml': urlset(siteUrl, `${siteUrl}gone`) },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}gone`],
    },
    'a page in other letter case': {
      files: { ...pages, 'sitemap.xml': urlset(`${siteUrl}B.html`) },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}B.html`],
    },
    'an address with http and www of the same site': {
      files: { ...pages, 'sitemap.xml': urlset('http://www.a.example/gone') },
      siteUrl,
      at: ['sitemap.xml: http://www.a.example/gone'],
    },
    'a sitemap that an index names': {
      files: { ...pages, 'sitemap.xml': index(`${siteUrl}gone.xml`) },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}gone.xml`],
    },
    'a page in a text sitemap': {
      files: {
        ...pages,
        'robots.txt': `Sitemap: ${siteUrl}urls.txt`,
        'urls.txt': `${siteUrl}\n${siteUrl}gone\n`,
      },
      siteUrl,
      at: [`urls.txt: ${siteUrl}gone`],
    },
  },
  passes: {
    'every form by which hosts serve a page': {
      files: {
        ...pages,
        'c/index.html': page(),
        'é ü.html': page(),
        'sitemap.xml': urlset(
          siteUrl,
          `${siteUrl}b`,
          `${siteUrl}b.html`,
          `${siteUrl}b/`,
          `${siteUrl}c`,
          `${siteUrl}c/`,
          `${siteUrl}%C3%A9%20%C3%BC`,
          `${siteUrl}é%20ü.html`,
          `${siteUrl}b?page=2&amp;sort=a`,
          'https://A.EXAMPLE:443/b',
        ),
      },
      siteUrl,
    },
    'a file that is no page': {
      files: { ...pages, 'a.pdf': '%PDF', 'sitemap.xml': urlset(`${siteUrl}a.pdf`) },
      siteUrl,
    },
    'addresses of another host, and outside of the folder': {
      files: { ...pages, 'sitemap.xml': urlset('https://b.example/gone', 'https://a.example/gone') },
      siteUrl: 'https://a.example/docs/',
    },
    'any address where the site’s own is not known': {
      files: { ...pages, 'sitemap.xml': urlset('https://a.example/gone', 'https://b.example/gone') },
    },
  },
});

describeRule('sitemap-lists-noindex', {
  finds: {
    'a noindex page': {
      files: { ...pages, 'n.html': noindex, 'sitemap.xml': urlset(siteUrl, `${siteUrl}n`) },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}n`],
    },
    'a page that says none to Googlebot, in another letter case': {
      files: {
        ...pages,
        'n.html': page('<META NAME="Googlebot" CONTENT="NONE">'),
        'sitemap.xml': urlset(`${siteUrl}n.html`),
      },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}n.html`],
    },
  },
  passes: {
    'a redirect stub, which has a rule of its own': {
      files: {
        ...pages,
        'r.html': page(
          '<meta http-equiv="refresh" content="0; url=/b.html"><meta name="robots" content="noindex">',
        ),
        'sitemap.xml': urlset(`${siteUrl}r.html`),
      },
      siteUrl,
    },
    'noindex in a comment': {
      files: {
        'index.html': page('<!-- <meta name="robots" content="noindex"> -->'),
        'sitemap.xml': urlset(siteUrl),
      },
      siteUrl,
    },
    'a noindex page that is not listed': {
      files: { ...pages, 'n.html': noindex, 'sitemap.xml': urlset(siteUrl) },
      siteUrl,
    },
    noimageindex: {
      files: {
        'index.html': page('<meta name="robots" content="noimageindex">'),
        'sitemap.xml': urlset(siteUrl),
      },
      siteUrl,
    },
  },
});

describeRule('sitemap-lists-non-canonical', {
  finds: {
    'a page whose canonical link names another': {
      files: { ...pages, 'c.html': canonical('/b.html'), 'sitemap.xml': urlset(`${siteUrl}c.html`) },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}c.html`],
    },
    'a page whose canonical link names another site': {
      files: {
        ...pages,
        'c.html': canonical('https://b.example/c'),
        'sitemap.xml': urlset(`${siteUrl}c.html`),
      },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}c.html`],
    },
    'another address of the page than its canonical link names': {
      files: {
        'index.html': canonical(siteUrl),
        'c.html': canonical(`${siteUrl}c`),
        'sitemap.xml': urlset(`${siteUrl}index.html`, `${siteUrl}c.html`, `${siteUrl}c?from=sitemap`),
      },
      siteUrl,
      at: ['index.html', 'c.html', 'c?from=sitemap'].map((path) => `sitemap.xml: ${siteUrl}${path}`),
    },
  },
  passes: {
    'www., which has a rule of its own': {
      files: { 'index.html': canonical(siteUrl), 'sitemap.xml': urlset('https://www.a.example/') },
      siteUrl,
    },
    'canonical addresses, however they are spelled': {
      files: {
        'index.html': canonical('https://A.example'),
        'é.html': canonical(`${siteUrl}%c3%a9#top`),
        'c.html': canonical('c.html'),
        'sitemap.xml': urlset(siteUrl, `${siteUrl}é`, `${siteUrl}c`),
      },
      siteUrl,
    },
    'no canonical link': { files: { ...pages, 'sitemap.xml': urlset(`${siteUrl}b?x`) }, siteUrl },
    'http, which has a rule of its own': {
      files: { 'index.html': canonical(siteUrl), 'sitemap.xml': urlset('http://a.example/') },
      siteUrl,
    },
    'a redirect stub, which has a rule of its own': {
      files: {
        ...pages,
        'r.html': page(
          '<meta http-equiv="refresh" content="0; url=/b.html"><link rel="canonical" href="/b.html">',
        ),
        'sitemap.xml': urlset(`${siteUrl}r.html`),
      },
      siteUrl,
    },
  },
});

describeRule('sitemap-lists-redirect', {
  finds: {
    'a redirect stub': {
      files: { ...pages, 'r.html': stub, 'sitemap.xml': urlset(siteUrl, `${siteUrl}r.html`) },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}r.html`],
    },
    'a redirect stub in a folder, with a delay': {
      files: {
        ...pages,
        'r/index.html': page('<meta http-equiv="Refresh" content="5;URL=\'https://b.example/\'">'),
        'sitemap.xml': urlset(`${siteUrl}r/`),
      },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}r/`],
    },
  },
  passes: {
    'a page that reloads itself': {
      files: {
        'index.html': page('<meta http-equiv="refresh" content="30">'),
        'sitemap.xml': urlset(siteUrl),
      },
      siteUrl,
    },
    'a stub that is not listed': {
      files: { ...pages, 'r.html': stub, 'sitemap.xml': urlset(siteUrl) },
      siteUrl,
    },
  },
});

describeRule('sitemap-lists-blocked', {
  finds: {
    'a page that robots.txt blocks for all': {
      files: {
        ...pages,
        'robots.txt': 'User-agent: *\nDisallow: /b',
        'sitemap.xml': urlset(siteUrl, `${siteUrl}b.html`),
      },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}b.html`],
    },
    'an address by its query': {
      files: {
        ...pages,
        'robots.txt': 'User-agent: Googlebot\nDisallow: /*?session=',
        'sitemap.xml': urlset(`${siteUrl}b?session=1`, `${siteUrl}b`),
      },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}b?session=1`],
    },
  },
  passes: {
    'a longer rule that allows': {
      files: {
        ...pages,
        'robots.txt': 'User-agent: *\nDisallow: /\nAllow: /b.html$\nAllow: /$',
        'sitemap.xml': urlset(siteUrl, `${siteUrl}b.html`),
      },
      siteUrl,
    },
    'a group for another crawler': {
      files: { ...pages, 'robots.txt': 'User-agent: GPTBot\nDisallow: /', 'sitemap.xml': urlset(siteUrl) },
      siteUrl,
    },
    'a robots.txt that is not at the root, which nobody reads': {
      files: {
        ...pages,
        'robots.txt': 'User-agent: *\nDisallow: /',
        'sitemap.xml': urlset('https://a.example/docs/b.html'),
      },
      siteUrl: 'https://a.example/docs/',
    },
    'another letter case': {
      files: {
        ...pages,
        'robots.txt': 'User-agent: *\nDisallow: /B',
        'sitemap.xml': urlset(`${siteUrl}b.html`),
      },
      siteUrl,
    },
  },
});

describeRule('sitemap-lists-duplicate', {
  finds: {
    'the second and third of the same address': {
      files: { ...pages, 'sitemap.xml': urlset(`${siteUrl}b`, siteUrl, `${siteUrl}b`, ` ${siteUrl}b `) },
      siteUrl,
      at: [`sitemap.xml: ${siteUrl}b`, `sitemap.xml: ${siteUrl}b`],
    },
    'addresses that differ only in what does not count': {
      files: {
        ...pages,
        'sitemap.xml': urlset(siteUrl, 'https://a.example', 'HTTPS://A.example:443/', `${siteUrl}#a`),
      },
      at: [
        'sitemap.xml: https://a.example',
        'sitemap.xml: HTTPS://A.example:443/',
        'sitemap.xml: https://a.example/#a',
      ],
    },
  },
  passes: {
    'addresses that differ in case, slash or query': {
      files: {
        ...pages,
        'sitemap.xml': urlset(`${siteUrl}b`, `${siteUrl}B`, `${siteUrl}b/`, `${siteUrl}b?a`, `${siteUrl}b?b`),
      },
      siteUrl,
    },
    'the same address in two sitemaps, such as one of images': {
      files: { ...pages, 'sitemap.xml': urlset(siteUrl), 'sitemap-images.xml': urlset(siteUrl) },
      siteUrl,
    },
  },
});
