import { ORIGIN, type SiteDraft, alternates } from './draft.js';

export const HOME = { en: '/', de: '/de/', fr: '/fr/', 'x-default': '/' };
export const PRODUCT = { en: '/product/', de: '/de/produkt/', fr: '/fr/produit/' };
export const PRICING = { en: '/pricing', de: '/de/preise', fr: '/fr/tarifs', 'x-default': '/pricing' };

/** The English pages of the company: home, product, prices. */
export function addCompany(site: SiteDraft): void {
  addHome(site);
  addProduct(site);
  addCompanyIndex(site);
}

function addHome(site: SiteDraft): void {
  site.page('index.html', {
    title: 'Planning for weaving mills',
    head: `${alternates(HOME)}
<link rel="icon" href="data:,">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"Brightloom"},{"@type":"WebSite","@id":"#site","publisher":{"@id":"#org"}},{"@id":"#org"}]}</script>
<noscript><link rel="stylesheet" href="/assets/without-script.css"></noscript>`,
    body: `<h2 id="features">Features</h2>
<svg viewBox="0 0 8 8" role="img"><title>A loom</title><use href="#icon-loom"/></svg>
<svg hidden><symbol id="icon-loom"><path d="M0 0"/></symbol></svg>
<img src="/img/hero-800.png" srcset="/img/hero-800.png 800w, /img/hero,w_1600.png 1600w" alt="A mill at work" width="800" height="400">
<img src="data:image/png;base64,iVBORw0KGgo=" alt="">
<p><a href="#features">What it does</a> <a href="#top">Up</a> <a href="">Reload</a> <a href="?lang=en">English</a>
<a href="#:~:text=mills">The text</a> <a href="https://brightloom.example/pricing">Prices</a>
<a href="//www.brightloom.example/product/">The product</a> <a href="HTTPS://WWW.BRIGHTLOOM.EXAMPLE:443/blog/">The journal</a>
<a href="mailto:hello@brightloom.example">Write to us</a> <a href="tel:+44123">Call us</a>
<a href="/company/../product/./">Product again</a> <a href="/shop/caf%C3%A9-throw/">Throw</a>
<a href="/go/partners">Our partners</a> <a href="/privacy-policy">Privacy</a> <a href="/docs/v2/#install-1">Install</a></p>
<p><a href="/cdn-cgi/l/email-protection#1f">[protected]</a></p><script defer src="/_vercel/insights/script.js"></script>
<!-- <a href="/draft-campaign/">Campaign</a> -->
<template><a href="/template-only/">T</a><img src="/img/template-only.png"></template>
<noscript><img src="/pixel.gif"></noscript>
<script>const later = '<a href="/from-script/">s</a><title>no</title>';</script>
<textarea><a href="/in-textarea/">x</a></textarea>
<iframe title="Map" srcdoc='<a href="/in-srcdoc/">x</a>'></iframe>
<p><a href="/company/jobs-2019/">Jobs of 2019</a> <a href="/de/" hreflang="de">Deutsch</a> <a href="/fr/" hreflang="fr">Français</a></p>`,
    finds: [
      ['internal-link-broken', '/company/jobs-2019/', 'no such folder, and no rule of the host answers it'],
    ],
    lookAlikes: [
      ['title-multiple', '<title>A loom</title>', 'the title of a drawing'],
      ['internal-link-broken', '/draft-campaign/', 'stands in a comment'],
      ['internal-link-broken', '/template-only/', 'stands in a template, which is inert'],
      ['internal-link-broken', '/from-script/', 'is text of a script'],
      ['internal-link-broken', '/in-textarea/', 'is text of a form field'],
      ['internal-link-broken', '/in-srcdoc/', 'stands in the value of an attribute'],
      ['internal-link-broken', '/company/../product/./', 'dots are resolved'],
      ['internal-link-broken', '/shop/caf%C3%A9-throw/', 'escapes are decoded once'],
      ['internal-link-broken', '/go/partners', '_redirects answers /go/*'],
      ['internal-link-broken', '/privacy-policy', '_redirects answers it'],
      ['internal-link-broken', '/cdn-cgi/l/email-protection', 'Cloudflare answers it'],
      ['resource-broken', '/_vercel/insights/script.js', 'Vercel answers it'],
      ['internal-link-broken', 'https://brightloom.example/pricing', 'the host without www is the same site'],
      ['internal-fragment-broken', '#:~:text=mills', 'a text directive is no fragment'],
      ['internal-fragment-broken', '"#top"', 'the top of a page needs no id'],
      ['image-broken', '/img/hero,w_1600.png', 'a comma inside an address of srcset'],
      ['image-broken', '/img/template-only.png', 'stands in a template'],
      ['image-broken', '/pixel.gif', 'stands in noscript'],
      ['image-alt-missing', '<img src="/pixel.gif">', 'stands in noscript'],
      ['image-dimensions-missing', 'data:image/png', 'is there at once'],
      ['resource-broken', '/assets/without-script.css', 'stands in noscript'],
      ['resource-broken', 'href="data:,"', 'no file is asked for'],
      ['structured-data-missing-type', '{"@id":"#org"}]', 'a reference'],
      ['favicon-missing', 'rel="icon" href="data:,"', 'an icon is named'],
    ],
  });
}

function addProduct(site: SiteDraft): void {
  site.page('product/index.html', {
    title: 'What Brightloom does',
    head: alternates(PRODUCT),
    body: `<h2>Plan</h2><h4>By the hour</h4><p>Text.</p>
<div hidden><h1>Menu</h1><h3>Later</h3><img src="/img/preview.png"><a href="/pricing"></a></div>
<p><a href="/product/tour.html">Take the tour</a> <a href="/product/api_reference/">Programming interface</a></p>`,
    finds: [['heading-skip', 'By the hour', 'h4 right after h2']],
    lookAlikes: [
      ['image-alt-missing', '<img src="/img/preview.png">', 'nobody sees it'],
      ['h1-multiple', '<div hidden><h1>Menu', 'nobody sees it'],
      ['link-text-empty', '<a href="/pricing"></a>', 'nobody sees it'],
    ],
  });
  site.page('pricing.html', {
    title: 'Prices and plans',
    address: '/pricing',
    head: alternates(PRICING),
    body: `<p><a href="/product/#plan">How planning works</a></p>`,
    finds: [
      ['internal-fragment-broken', '/product/#plan', 'product/ has no such id'],
      ['url-duplicate-forms', '/pricing /pricing/', 'linked with and without a slash'],
    ],
    lookAlikes: [
      ['canonical-target-missing', `href="${ORIGIN}/pricing"`, 'hosts serve pricing.html as /pricing'],
      ['og-url-conflict', `content="${ORIGIN}/pricing"`, 'the same address as the canonical link'],
    ],
  });
  site.page('product/tour.html', {
    title: 'A tour in five minutes',
    body: `<video src="/media/tour.mp4" poster="/img/tour.png"></video>
<object data="/media/tour.swf" type="application/x-shockwave-flash"></object>
<object data="/media/brochure.pdf" type="application/pdf"></object>
<p><a href="/media/brochure.pdf">Brochure</a></p>`,
    finds: [
      ['image-broken', '/img/tour.png', 'the poster has no file'],
      ['plugin', '/media/tour.swf', 'needs Flash'],
      ['resource-broken', '/media/tour.swf', 'has no file'],
    ],
    lookAlikes: [
      ['plugin', 'application/pdf', 'browsers show PDF themselves'],
      ['internal-link-broken', '/media/brochure.pdf', 'a file that is no page'],
    ],
  });
  site.page('product/api_reference/index.html', {
    title: 'Programming interface',
    body: `<p>Write <code>{{ order.id }}</code> where the order's number goes. <a href="http://localhost:4000/orders">http://localhost:4000/orders</a> answers on your computer.
<a href="http://localhost:3000/login">Log in</a> <a href="c:/Users/ada/notes.txt">Notes</a></p>
<pre>Lorem ipsum</pre><p>Hello {{ user.name }}!</p><p>Lorem ipsum dolor sit amet.</p>`,
    finds: [
      ['url-underscore', 'product/api_reference/', 'an underscore in the path'],
      ['link-localhost', 'http://localhost:3000/login', 'the address of a test server'],
      ['link-file-path', 'c:/Users/ada/notes.txt', 'a path on a disk'],
      ['template-leak', '{{ user.name }}', 'a placeholder in the text'],
      ['lorem-ipsum', 'Lorem ipsum', 'placeholder text in a paragraph'],
    ],
    lookAlikes: [
      ['template-leak', '{{ order.id }}', 'an example in code'],
      ['link-localhost', 'http://localhost:4000/orders', 'the text shows the address, as manuals do'],
    ],
  });
}

const COMPANY_PAGES =
  'about contact customers careers press status login thank-you jobs partners newsletter offices imprint team'.split(
    ' ',
  );

function addCompanyIndex(site: SiteDraft): void {
  site.page('company/index.html', {
    title: 'The company and its people',
    body: `<ul>${COMPANY_PAGES.map((name) => `<li><a href="${name}/">The page on ${name}</a></li>`).join('')}</ul>
<p><a href="/app/">The app</a> <a href="mystery/" rel="nofollow sponsored">A mystery</a> <a href="https://other.example/" rel="nofollow">Friends</a>
<a href="About/">About us</a> <a href="files/">Files</a> <a href="/pricing/">Prices</a></p>
<p><a href="/legacy/">Older pages</a> <a href="/search/?q=loom">Search</a></p>`,
    finds: [
      ['internal-link-to-noindex', 'login/', 'noindex, linked'],
      ['internal-link-to-noindex', 'thank-you/', 'noindex by _headers, linked'],
      ['internal-link-to-noindex', '/search/?q=loom', 'noindex, linked'],
      ['internal-link-to-redirect', 'jobs/', 'a stub'],
      ['internal-link-to-non-canonical', 'team/', 'its canonical link names about/'],
      ['internal-link-to-non-canonical', 'offices/', 'its canonical link names the home page'],
      ['link-nofollow-internal', 'mystery/', 'nofollow to a page of the site'],
      ['internal-link-broken', 'About/', 'the folder is about'],
      ['internal-link-broken', 'files/', 'a folder without an index page'],
      ['internal-link-slash-mismatch', '/pricing/', 'the file is pricing.html'],
    ],
    lookAlikes: [['link-nofollow-internal', 'https://other.example/', 'another site']],
  });
  site.file('company/files/terms.pdf', '%PDF-1.4\n');
  site.page('company/mystery/index.html', { title: 'A page of mystery' });
}
