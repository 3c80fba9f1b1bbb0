import { ORIGIN, type SiteDraft, canonicalTag, descriptionTag } from './draft.js';

/** The pages on people and places, and those that are not to be found. */
export function addPeople(site: SiteDraft): void {
  addShown(site);
  addHidden(site);
}

function addShown(site: SiteDraft): void {
  site.page('company/about/index.html', {
    title: 'About Brightloom',
    body: `<img src="/img/team.png" loading="lazy" width="640" height="400">
<img src="/img/office.png" alt="The office"><img src="/img/dot.png" alt="" width="1" height="1" loading="lazy">
<img src="/img/line.png" role="presentation" width="9" height="9"><img src="/img/mark.png" alt="" style="width:9px;aspect-ratio:1">
<img src="/img/map.png" aria-label="Map" width="300" height="300">`,
    finds: [
      ['image-alt-missing', '/img/team.png', 'no alt'],
      ['image-lazy-lcp', '/img/team.png', 'the first image, in view, is lazy'],
      ['image-dimensions-missing', '/img/office.png', 'neither width nor height'],
    ],
    lookAlikes: [
      ['image-alt-missing', '<img src="/img/line.png" role="presentation"', 'decoration'],
      ['image-alt-missing', '/img/map.png" aria-label', 'has a label'],
      ['image-dimensions-missing', '/img/mark.png', 'the style reserves its room'],
      ['image-lazy-lcp', '/img/dot.png', 'a dot, and not the first'],
    ],
  });
  site.page('company/contact/index.html', {
    title: 'Talk to the team',
    description: descriptionTag('Call or write.'),
    body: `<form action="http://forms.example/send" method="post"><input type="image" src="/img/send.png" alt="Send"></form>
<p><a onclick="openChat()">Chat</a> <a href="javascript:void(0)">Call me back</a> <a href="javascript:history.back()">Back</a> <a role="button" tabindex="0" onclick="x()">Menu</a>
<a href="http://insecure.example/">An old friend</a> <a href="mailto:a@b.example?subject=A: B">Mail</a></p>`,
    finds: [
      ['description-too-short', 'Call or write.', '14 characters'],
      ['mixed-content', 'http://forms.example/send', 'a form that is sent without encryption'],
      ['link-not-crawlable', undefined, 'a click handler and no address'],
      ['link-not-crawlable', 'javascript:void(0)', 'a script that does nothing'],
    ],
    lookAlikes: [
      ['mixed-content', 'href="http://insecure.example/"', 'a link loads nothing'],
      ['link-not-crawlable', 'javascript:history.back()', 'does something, and leads to no page'],
      ['image-alt-missing', 'type="image" src="/img/send.png"', 'has an alt'],
    ],
  });
  site.page('company/customers/index.html', {
    title: 'Who weaves with us',
    description: descriptionTag(
      `Mills of every size plan with Brightloom, from two looms to two hundred of them. ${'Read what they say. '.repeat(5)}`.trim(),
    ),
    body: `<p><a href="/product/">Read more</a> <a href="/blog/">Here</a> <a href="/docs/v2/" aria-label="Documentation of version 2">More</a>
<a href="/shop/"><img src="/img/shop.png" width="9" height="9" alt=""></a> <a href="/product/"><svg aria-hidden="true"></svg></a> <a href="/pricing" title="Prices"><svg></svg></a> <a href="/blog/"><img src="/img/shop.png" alt="The journal" width="9" height="9"></a></p>`,
    finds: [
      [
        'description-too-long',
        `Mills of every size plan with Brightloom, from two looms to two hundred of them. ${'Read what they say. '.repeat(5)}`.trim(),
        'more than 160 characters',
      ],
      ['link-text-generic', 'Read more', 'says nothing of the product'],
      ['link-text-generic', 'Here', 'says nothing of the journal'],
      ['link-text-empty', '/shop/', 'an image without alternative text'],
      ['link-text-empty', '/product/', 'a drawing without a name'],
    ],
    lookAlikes: [
      ['link-text-generic', '>More</a>', 'its label names the target'],
      ['link-text-empty', 'title="Prices"', 'its title names it'],
      ['link-text-empty', 'alt="The journal"', 'named by its image'],
    ],
  });
  site.page('company/careers/index.html', {
    title: 'Jobs',
    titleTag: '<title>Jobs</title>',
    description: descriptionTag(''),
    preview:
      '<meta property="og:description" content="Work with looms and people."><meta property="og:title" content="Jobs">',
    finds: [
      ['title-too-short', 'Jobs', 'four characters'],
      ['description-empty', undefined, 'a description without a text'],
      ['og-missing', 'og:image, og:url, og:type', 'three of four'],
    ],
    lookAlikes: [['description-missing', 'og:description', 'there is one, if empty']],
  });
  site.page('company/press/index.html', {
    title: 'Press and pictures of the mill',
    description: '',
    preview: `<meta property="og:title" content="Press"><meta property="og:type" content="website"><meta property="og:url" content="${ORIGIN}/company/press"><meta property="og:image" content="/img/preview.png"><meta property="og:image" content="${ORIGIN}/img/press-2019.png"><meta property="og:image" content="https://images.example/press.png">`,
    twitter: '<meta property="twitter:card" content="summary">',
    finds: [
      ['description-missing', undefined, 'none'],
      ['og-image-relative', '/img/preview.png', 'previews need a full address'],
      ['og-image-broken', `${ORIGIN}/img/press-2019.png`, 'no such file'],
    ],
    lookAlikes: [
      ['og-url-conflict', `${ORIGIN}/company/press"`, 'differs by the slash at the end alone'],
      ['og-image-broken', 'https://images.example/press.png', 'another site'],
      ['twitter-card-missing', 'property="twitter:card"', 'property instead of name is read, too'],
    ],
  });
  site.page('company/partners/index.html', {
    title: 'Mills &amp; makers we work with, near &amp; far: people',
    twitter: '',
    h1: '<h1>Partners</h1><h1 hidden>Menu</h1><template><h1>Card</h1></template>',
    finds: [['twitter-card-missing', undefined, 'no card']],
    lookAlikes: [
      [
        'title-too-long',
        '&amp; makers we work with, near &amp; far: people – Brightloom',
        'an entity is one character',
      ],
      ['h1-multiple', '<h1 hidden>', 'hidden'],
      ['h1-multiple', '<template><h1>', 'inert'],
    ],
  });
  site.page('company/newsletter/index.html', {
    title: 'A letter for weavers',
    h1: '<h1>A letter</h1><p>Monthly.</p><h1>For weavers</h1>',
    head: '<meta name="robots" content="index, follow, max-image-preview:large, max-snippet:-1">\n<meta name="robots" content="noarchive">\n<meta name="viewport" content="width=device-width, maximum-scale=1">',
    body: '<p data-nosnippet>The fine print.</p>',
    finds: [
      ['h1-multiple', 'For weavers', 'two'],
      ['robots-meta-conflict', 'noarchive', 'a second robots meta, for information'],
      ['viewport-blocks-zoom', 'width=device-width, maximum-scale=1', 'below 5'],
    ],
    lookAlikes: [
      ['max-snippet-0', 'max-snippet:-1', 'no limit'],
      ['nosnippet', 'data-nosnippet', 'not on the main text'],
      ['robots-noindex', 'max-image-preview:large', 'says index'],
    ],
  });
  site.page('company/offices/index.html', {
    title: 'Where you find us',
    canonical: canonicalTag(`${ORIGIN}/`),
    preview: `<meta property="og:url" content="${ORIGIN}/">`,
    isListed: false,
    finds: [['canonical-to-root', `${ORIGIN}/`, 'names the home page']],
    lookAlikes: [['og-missing', 'og:url', 'not a page that is shown']],
  });
  site.page('company/team/index.html', {
    title: 'About Brightloom',
    canonical: canonicalTag(`${ORIGIN}/company/about/`),
    isListed: false,
    finds: [['og-url-conflict', `${ORIGIN}/company/team/`, 'the canonical link names about/']],
    lookAlikes: [['title-duplicate', '<title>About Brightloom', 'its canonical link names the other page']],
  });
  site.page('company/imprint/index.html', {
    title: 'Imprint and company facts',
    prose: 'Brightloom Ltd, 12 Weaver Street, Leeds. Registered in England.',
    finds: [['thin-content', undefined, 'a dozen words']],
  });
}

function addHidden(site: SiteDraft): void {
  site.page('company/login/index.html', {
    title: 'Log in to your mill',
    head: '<meta name="robots" content="NoIndex, follow">',
    prose: 'Please log in.',
    twitter: '',
    isListed: false,
    finds: [['robots-noindex', 'noindex, follow', 'not to be shown; in any letter case']],
    lookAlikes: [
      ['thin-content', 'Please log in.', 'not shown in search'],
      ['sitemap-page-unlisted', 'NoIndex', 'not to be listed'],
    ],
  });
  site.page('company/thank-you/index.html', {
    title: 'Thank you for your order',
    isListed: false,
    finds: [['robots-noindex', 'X-Robots-Tag: noindex', 'sent by _headers']],
  });
  site.page('company/status/index.html', {
    title: 'Status of our services',
    head: '<meta http-equiv="refresh" content="60">',
    lookAlikes: [['redirect-meta-refresh', 'content="60"', 'reloads, and leads nowhere']],
  });
  site.page('search/index.html', {
    title: 'Search the whole site',
    head: '<meta name="googlebot" content="none">',
    isListed: false,
    finds: [['robots-noindex', 'none', 'none includes noindex']],
  });
  site.page('app/index.html', {
    title: 'The app for your looms',
    wholeBody:
      '<body><div id="root"></div><noscript>Please switch on JavaScript.</noscript><script type="module" src="/assets/app.js"></script></body>',
    lookAlikes: [
      ['h1-missing', '<div id="root">', 'a script makes the page'],
      ['thin-content', '<div id="root">', 'a script makes the page'],
      ['no-outlinks', '<div id="root">', 'a script makes the page'],
    ],
  });
  site.file('assets/app.js', 'document.title;\n');
  site.file('assets/site.css', 'body{margin:0}\n');
  site.file('assets/print/print.css', 'body{color:#000}\n');
}
