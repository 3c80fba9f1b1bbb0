import { ORIGIN, type SiteDraft } from './draft.js';
import { prose } from './prose.js';

/** Pages of older days: other encodings and doctypes, frames, redirects, and files that are no pages. */
export function addLegacy(site: SiteDraft): void {
  site.page('legacy/index.html', {
    title: 'Pages of older days',
    body: `<ul>${LEGACY.map((name) => `<li><a href="${name}.html">Older: ${name}</a></li>`).join('')}</ul>
<p><a href="dead-end/">A dead end</a> <a href="/old/pricing.html">Old prices</a> <a href="/internal/plans/">Plans</a> <a href="/live/">Live</a> <a href="/old/moved/">Moved</a></p>`,
    finds: [
      ['internal-link-to-redirect', '/old/pricing.html', 'a stub'],
      ['internal-link-to-redirect', '/old/moved/', 'a stub'],
      ['internal-link-to-noindex', '/internal/plans/', 'noindex'],
    ],
  });
  addEncodings(site);
  addDocuments(site);
  addStubs(site);
  addNoPages(site);
}

const LEGACY = [
  'latin',
  'latin-wrong',
  'undeclared',
  'marked',
  'quirks',
  'strict',
  'frames',
  'desktop',
  'zoom',
  'robots',
] as const;

function addEncodings(site: SiteDraft): void {
  const title = 'Gewebe für “Könner” – 12 €';
  site.page('legacy/latin.html', {
    title,
    language: 'de',
    charset: '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
    lookAlikes: [
      [
        'charset-conflict',
        'charset=iso-8859-1',
        'browsers read it as windows-1252, in which every byte is valid',
      ],
    ],
  });
  recode(site, 'legacy/latin.html');
  site.page('legacy/latin-wrong.html', {
    title: 'Seide für Könner und Kenner',
    language: 'de',
    finds: [['charset-conflict', 'utf-8', 'the bytes are windows-1252']],
  });
  recode(site, 'legacy/latin-wrong.html');
  site.page('legacy/undeclared.html', {
    title: 'A page of unknown letters',
    charset: '',
    finds: [['charset-missing', undefined, 'none']],
  });
  site.page('legacy/marked.html', {
    title: 'A page with a mark, für alle',
    doctype: '\uFEFF<!DOCTYPE html>',
    charset: '',
    lookAlikes: [
      ['charset-missing', '\uFEFF<!DOCTYPE', 'the byte order mark says it'],
      ['doctype-missing', '\uFEFF<!DOCTYPE', 'a byte order mark may stand before it'],
    ],
  });
}

/** As windows-1252; the texts hold no other letters. */
function recode(site: SiteDraft, file: string): void {
  const text = String(site.files[file]);
  site.files[file] = Buffer.from(
    text.replaceAll(/[€–“”]/g, (sign) => PUNCTUATION[sign] ?? ''),
    'latin1',
  );
}

const PUNCTUATION: Readonly<Record<string, string>> = { '€': '\x80', '–': '\x96', '“': '\x93', '”': '\x94' };

function addDocuments(site: SiteDraft): void {
  site.page('legacy/quirks.html', {
    title: 'A page of the nineties',
    doctype: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
    finds: [
      ['doctype-missing', 'DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"', 'counts as none'],
    ],
  });
  site.page('legacy/strict.html', {
    title: 'A page of the year 2000',
    doctype:
      '<!-- made by hand -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
    html: '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en-GB">',
    lookAlikes: [
      ['doctype-missing', 'XHTML 1.0 Strict', 'a doctype that browsers honour, behind a comment'],
      ['mixed-content', 'http://www.w3.org/1999/xhtml', 'the name of a namespace'],
      ['lang-invalid', 'lang="en-GB"', 'a language and a country'],
    ],
  });
  site.page('legacy/frames.html', {
    title: 'A page made of frames',
    wholeBody:
      '<frameset cols="20%,80%"><frame src="/legacy/latin.html"><frame src="/legacy/missing-frame.html"></frameset>',
    finds: [
      ['frameset', undefined, 'a frameset'],
      ['resource-broken', '/legacy/missing-frame.html', 'the second frame has no file'],
    ],
    lookAlikes: [
      ['no-outlinks', '<frame ', 'its frames are pages of the site'],
      ['h1-missing', '<frameset', 'the frames hold what is shown'],
    ],
  });
  site.page('legacy/desktop.html', {
    title: 'A page for wide screens',
    viewport: '<meta name="viewport-old" content="width=1024">',
    finds: [['viewport-missing', undefined, 'none']],
  });
  site.page('legacy/zoom.html', {
    title: 'A page of a fixed size',
    viewport: '<meta name="viewport" content="width=device-width, user-scalable=no">',
    finds: [['viewport-blocks-zoom', 'width=device-width, user-scalable=no', 'forbids it']],
  });
  site.page('legacy/robots.html', {
    title: 'A page of two minds',
    head: '<meta name="robots" content="index, nofollow, follow, noydir">\n<meta name="bingbot" content="noindex">',
    finds: [['robots-meta-conflict', 'follow, nofollow', 'both at once']],
    lookAlikes: [
      ['robots-noindex', 'name="bingbot"', 'of another search engine'],
      ['robots-meta-conflict', 'noydir', 'obsolete, and harmless'],
    ],
  });
  site.page('legacy/dead-end/index.html', {
    title: 'The end of the road',
    wholeBody: `<body><main><h1>The end</h1><p>${prose('dead end')}</p></main></body>`,
    finds: [['no-outlinks', undefined, 'no link']],
  });
}

function addStubs(site: SiteDraft): void {
  site.stub('old/pricing.html', '/pricing', {
    body: 'Moved.',
    lookAlikes: [
      ['title-missing', '<head><meta', 'a stub'],
      ['orphan-page', 'Moved.', 'a stub'],
      ['lang-missing', '<html>', 'a stub'],
      ['thin-content', 'Moved.', 'a stub'],
    ],
  });
  site.stub('company/jobs/index.html', '../careers/');
  site.stub('old/first.html', 'second.html', { finds: [['redirect-chain', 'second.html', 'two hops']] });
  site.stub('old/second.html', `${ORIGIN}/company/about/`);
  site.stub('old/ring-a.html', 'ring-b.html', { finds: [['redirect-loop', 'ring-b.html', 'a circle']] });
  site.stub('old/ring-b.html', 'ring-a.html', { finds: [['redirect-loop', 'ring-a.html', 'a circle']] });
  site.stub('old/lost.html', '/company/lost/', {
    finds: [['redirect-target-missing', '/company/lost/', 'no such page']],
  });
  site.stub('old/away.html', 'https://magazine.example/', {
    lookAlikes: [['redirect-target-missing', 'https://magazine.example/', 'another site']],
  });
  site.stub('old/gone-by-rule.html', '/privacy-policy', {
    lookAlikes: [['redirect-target-missing', '/privacy-policy', '_redirects answers it']],
  });
  site.stub('old/moved/index.html', '/company/new-hall/');
  site.page('company/new-hall/index.html', {
    title: 'The new hall for weaving',
    lookAlikes: [
      ['orphan-page', 'The new hall', 'a linked page forwards to it'],
      ['page-depth', 'The new hall', 'reached by way of a redirect'],
    ],
  });
  site.page('live/index.html', {
    title: 'The looms, live',
    head: '<meta http-equiv="refresh" content="30; url=/live/">',
    lookAlikes: [
      ['redirect-loop', 'url=/live/', 'reloads itself by its own address'],
      ['redirect-meta-refresh', 'url=/live/', 'reloads itself by its own address'],
    ],
  });
}

function addNoPages(site: SiteDraft): void {
  site.file(
    'google0123456789abcdef.html',
    'google-site-verification: google0123456789abcdef.html',
    [],
    [
      ['orphan-page', 'google-site-verification', 'proves who owns the site'],
      ['doctype-missing', 'google-site-verification', 'no page'],
    ],
  );
  site.file(
    'yandex_0123456789abcdef.html',
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body>Verification: 0123456789abcdef</body></html>',
    [],
    [
      ['title-missing', 'Verification: 0123456789abcdef', 'proves who owns the site'],
      ['orphan-page', 'Verification: 0123456789abcdef', 'proves who owns the site'],
    ],
  );
  site.file(
    '404.html',
    '<!doctype html><title>404</title><p><a href="/nowhere-404/">x</a></p>\n',
    [],
    [
      ['title-too-short', '<title>404', 'shown in place of what is missing'],
      ['orphan-page', '<title>404', 'shown in place of what is missing'],
    ],
  );
  site.file(
    'assets/partial.html',
    '<div><a href="/from-partial/">x</a><img src="gone.png"></div>\n',
    [],
    [
      ['internal-link-broken', '/from-partial/', 'a piece of a page'],
      ['image-alt-missing', 'gone.png', 'a piece of a page'],
    ],
  );
  site.page('internal/plans/index.html', {
    title: 'Plans that nobody is to see',
    head: '<meta name="robots" content="noindex">',
    isListed: false,
    finds: [
      ['robots-noindex', 'noindex', 'not to be shown'],
      ['noindex-and-disallowed', 'noindex', 'robots.txt keeps crawlers from reading it'],
    ],
  });
}
