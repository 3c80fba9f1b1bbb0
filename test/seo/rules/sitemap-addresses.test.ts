import { describeRule } from '../../support/seo-rule.js';
import { index, pages, siteUrl, urlset } from '../../support/sitemap-site.js';

describeRule('sitemap-other-host', {
  finds: {
    'another host, and the same with www.': {
      files: { ...pages, 'sitemap.xml': urlset(siteUrl, 'https://b.example/', 'https://www.a.example/') },
      siteUrl,
      at: ['sitemap.xml: https://b.example/', 'sitemap.xml: https://www.a.example/'],
    },
    'two hosts in a sitemap where the site’s own is not known': {
      files: { ...pages, 'sitemap.xml': urlset('https://a.example/gone', 'https://b.example/gone') },
      at: ['sitemap.xml: https://b.example/gone'],
    },
    'a sitemap of another host in an index': {
      files: { ...pages, 'sitemap.xml': index('https://b.example/s.xml') },
      siteUrl,
      at: ['sitemap.xml: https://b.example/s.xml'],
    },
    'another port': {
      files: { ...pages, 'sitemap.xml': urlset('https://a.example:8443/') },
      siteUrl,
      at: ['sitemap.xml: https://a.example:8443/'],
    },
  },
  passes: {
    'the same host in capitals, with http, with the usual port, and outside of the folder': {
      files: {
        ...pages,
        'sitemap.xml': urlset('https://A.Example/docs/', 'http://a.example:80/', 'https://a.example:443/x'),
      },
      siteUrl: 'https://a.example/docs/',
    },
    'one host where the site’s own is not known': {
      files: { ...pages, 'sitemap.xml': urlset('https://a.example/gone', 'https://a.example/gone2') },
    },
    'an international host name in either form': {
      files: { ...pages, 'sitemap.xml': urlset('https://bücher.example/', 'https://xn--bcher-kva.example/') },
      siteUrl: 'https://bücher.example/',
    },
  },
});

describeRule('sitemap-relative', {
  finds: {
    'paths, and addresses without a scheme': {
      files: { ...pages, 'sitemap.xml': urlset('/b.html', 'b.html', 'www.a.example/', '//a.example/') },
      at: ['/b.html', 'b.html', 'www.a.example/', '//a.example/'].map((loc) => `sitemap.xml: ${loc}`),
    },
    'addresses that are none': {
      files: {
        ...pages,
        'sitemap.xml': urlset('https://', 'https://a b.example/', 'https://a.example:99999/'),
      },
      siteUrl,
      at: ['https://', 'https://a b.example/', 'https://a.example:99999/'].map(
        (loc) => `sitemap.xml: ${loc}`,
      ),
    },
    'addresses that lack slashes after the scheme': {
      files: { ...pages, 'sitemap.xml': urlset('https:a.example/', 'https:/a.example/') },
      siteUrl,
      at: ['sitemap.xml: https:a.example/', 'sitemap.xml: https:/a.example/'],
    },
    'a variable that was not filled in': {
      files: { ...pages, 'sitemap.xml': urlset('undefined/b.html') },
      siteUrl,
      at: ['sitemap.xml: undefined/b.html'],
    },
  },
  passes: {
    'a scheme in capitals': { files: { ...pages, 'sitemap.xml': urlset('HTTPS://a.example/') }, siteUrl },
    'letters that are not ASCII': {
      files: { ...pages, 'sitemap.xml': urlset('https://bücher.example/é') },
      siteUrl,
    },
    'white space around an address': {
      files: { ...pages, 'sitemap.xml': urlset(`\n ${siteUrl}\n`) },
      siteUrl,
    },
  },
});

describeRule('sitemap-scheme', {
  finds: {
    'http on a site with https': {
      files: { ...pages, 'sitemap.xml': urlset(siteUrl, 'http://a.example/b') },
      siteUrl,
      at: ['sitemap.xml: http://a.example/b'],
    },
    'http in an index': {
      files: { ...pages, 'sitemap.xml': index('http://a.example/a.xml'), 'a.xml': urlset(siteUrl) },
      siteUrl,
      at: ['sitemap.xml: http://a.example/a.xml'],
    },
  },
  passes: {
    'http on a site with http': {
      files: { ...pages, 'sitemap.xml': urlset('http://a.example/') },
      siteUrl: 'http://a.example/',
    },
    'http of another host': { files: { ...pages, 'sitemap.xml': urlset('http://b.example/') }, siteUrl },
    'http where the site’s address is not known': {
      files: { ...pages, 'sitemap.xml': urlset('http://a.example/gone') },
    },
  },
});
