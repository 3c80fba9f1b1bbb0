import { describeRule } from '../../support/seo-rule.js';
import { canonical, index, noindex, page, pages, siteUrl, stub, urlset } from '../../support/sitemap-site.js';

describeRule('sitemap-missing', {
  finds: {
    'a site without one': { files: pages, siteUrl, at: ['sitemap.xml'] },
    'a site without one whose address is not known': { files: pages, at: ['sitemap.xml'] },
    'one that robots.txt names and the export lacks': {
      files: { ...pages, 'robots.txt': `Sitemap: ${siteUrl}sitemap.xml\n` },
      siteUrl,
      at: [`robots.txt: ${siteUrl}sitemap.xml`],
    },
    'one that robots.txt names in other letter case': {
      files: { ...pages, 'robots.txt': `Sitemap: ${siteUrl}Sitemap.xml`, 'sitemap.xml': urlset(siteUrl) },
      siteUrl,
      at: [`robots.txt: ${siteUrl}Sitemap.xml`],
    },
  },
  passes: {
    'a sitemap': { files: { ...pages, 'sitemap.xml': urlset(siteUrl) }, siteUrl },
    'a sitemap of WordPress': { files: { ...pages, 'wp-sitemap.xml': index(`${siteUrl}a.xml`) }, siteUrl },
    'a sitemap of another name that robots.txt names': {
      files: { ...pages, 'robots.txt': `Sitemap: ${siteUrl}urls.txt`, 'urls.txt': siteUrl },
      siteUrl,
    },
    'a sitemap that robots.txt names on another host': {
      files: { ...pages, 'robots.txt': 'Sitemap: https://cdn.example/a.xml' },
      siteUrl,
    },
    'a site of one page': { files: { 'index.html': page() }, siteUrl },
    'a site below the root, whose sitemap may lie there': {
      files: pages,
      siteUrl: 'https://a.example/docs/',
    },
  },
});

describeRule('sitemap-invalid', {
  finds: {
    'a fault in XML': {
      files: { ...pages, 'sitemap.xml': '<urlset>' },
      siteUrl,
      at: ['sitemap.xml', 'sitemap.xml'],
    },
    'the page for missing files in place of a sitemap': {
      files: { ...pages, 'sitemap.xml': page() },
      siteUrl,
      at: ['sitemap.xml'],
    },
    'an index in an index': {
      files: {
        ...pages,
        'sitemap.xml': index(`${siteUrl}a.xml`),
        'a.xml': index(`${siteUrl}b.xml`),
        'b.xml': urlset(siteUrl),
      },
      siteUrl,
      at: ['sitemap.xml'],
    },
  },
  passes: {
    'a sitemap': { files: { ...pages, 'sitemap.xml': urlset(siteUrl) }, siteUrl },
    'an index of sitemaps': {
      files: { ...pages, 'sitemap.xml': index(`${siteUrl}a.xml`), 'a.xml': urlset(siteUrl) },
      siteUrl,
    },
    'an XML file that is not named as a sitemap': { files: { ...pages, 'data.xml': '<broken>' }, siteUrl },
  },
});

describeRule('sitemap-page-unlisted', {
  finds: {
    'a page that is not listed': {
      files: { ...pages, 'c/index.html': page(), 'sitemap.xml': urlset(siteUrl) },
      siteUrl,
      at: ['b.html', 'c/index.html'],
    },
    'a page that an RSS feed does not list either': {
      files: {
        ...pages,
        'c.html': page(),
        'robots.txt': `Sitemap: ${siteUrl}feed.xml`,
        'feed.xml': `<rss><channel><item><link>${siteUrl}c</link></item></channel></rss>`,
        'sitemap.xml': urlset(siteUrl),
      },
      siteUrl,
      at: ['b.html'],
    },
  },
  passes: {
    'pages that are listed in some form, in some sitemap': {
      files: {
        ...pages,
        'c/index.html': page(),
        'sitemap.xml': index(`${siteUrl}1.xml`, `${siteUrl}2.xml`),
        '1.xml': urlset(siteUrl, `${siteUrl}b`),
        '2.xml': urlset(`${siteUrl}c/?x`),
      },
      siteUrl,
    },
    'pages that are not meant to be found': {
      files: {
        'index.html': page(),
        'n.html': noindex,
        'r.html': stub,
        'c.html': canonical('/'),
        '404.html': page(),
        'private.html': page(),
        'robots.txt': 'User-agent: *\nDisallow: /private',
        'sitemap.xml': urlset(siteUrl),
      },
      siteUrl,
    },
    'pages of a site without a sitemap': { files: pages, siteUrl },
    'pages that a sitemap outside of the export may list': {
      files: {
        ...pages,
        'sitemap.xml': index(`${siteUrl}1.xml`, `${siteUrl}gone.xml`),
        '1.xml': urlset(siteUrl),
      },
      siteUrl,
    },
    'pages that a sitemap on another host may list': {
      files: { ...pages, 'robots.txt': 'Sitemap: https://cdn.example/s.xml', 'sitemap.xml': urlset(siteUrl) },
      siteUrl,
    },
    'pages that may stand behind a fault in the sitemap': {
      files: { ...pages, 'sitemap.xml': urlset(siteUrl).replace('</urlset>', '') },
      siteUrl,
    },
    'pages outside of the folder of the only sitemap': {
      files: { ...pages, 'docs/a.html': page(), 'docs/sitemap.xml': urlset(`${siteUrl}docs/a.html`) },
      siteUrl,
    },
    'pages of a site of which only a feed is known': {
      files: {
        ...pages,
        'robots.txt': `Sitemap: ${siteUrl}feed.xml`,
        'feed.xml': `<rss><channel><item><link>${siteUrl}b</link></item></channel></rss>`,
      },
      siteUrl,
    },
    'pages of a site whose sitemap is of another host': {
      files: { ...pages, 'sitemap.xml': urlset('https://b.example/') },
      siteUrl,
    },
  },
});
