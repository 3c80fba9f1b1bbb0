import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { describeRule } from '../../support/seo-rule.js';

const whole = (html: string | Uint8Array) => ({ files: { 'index.html': html } });
const viewport = (content: string) => oneHtmlPage(`<meta name="viewport" content="${content}">`);
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describeRule('lang-missing', {
  finds: {
    'a root element without the attribute': { ...whole('<!doctype html><html><body>x'), at: ['index.html'] },
    'an empty language': { ...whole('<html lang=" "><body>x'), at: ['index.html'] },
    'a page without the root element': { ...whole('<title>x</title><p lang="en">x'), at: ['index.html'] },
    'a language on the body alone': { ...whole('<html><body lang="en">x'), at: ['index.html'] },
  },
  passes: {
    'a language in upper case and without quotes': whole('<HTML LANG=EN><body>x'),
    'a regional language': whole('<html class="no-js" lang="pt-BR"><body>x'),
    'a redirect stub': whole('<html><meta http-equiv="refresh" content="0; url=/new">'),
  },
});

describeRule('viewport-missing', {
  finds: {
    'a page without the element': { ...oneHtmlPage(''), at: ['index.html'] },
    'one that sets neither width nor scale': {
      ...viewport('viewport-fit=cover'),
      at: ['index.html: viewport-fit=cover'],
    },
    'an element in noscript': {
      ...oneHtmlPage('<noscript><meta name="viewport" content="width=device-width"></noscript>'),
      at: ['index.html'],
    },
  },
  passes: {
    'a width': viewport('width=device-width'),
    'a scale alone, with semicolons and spaces': viewport('viewport-fit = cover; Initial-Scale = 1'),
    'a name in upper case': oneHtmlPage('<META NAME=VIEWPORT CONTENT="width=320">'),
    'a second element that completes the first': oneHtmlPage(
      '<meta name="viewport" content="viewport-fit=cover"><meta name="viewport" content="width=device-width">',
    ),
  },
});

describeRule('viewport-blocks-zoom', {
  finds: {
    'no scaling, as word and as number': {
      files: {
        'a.html': htmlPage('<meta name="viewport" content="width=device-width, user-scalable=no">'),
        'b.html': htmlPage('<meta name="viewport" content="user-scalable = 0 width=device-width">'),
      },
      at: ['a.html: width=device-width, user-scalable=no', 'b.html: user-scalable = 0 width=device-width'],
    },
    'a maximum of nothing': { ...viewport('maximum-scale=0'), at: ['index.html: maximum-scale=0'] },
    'a maximum below 5': { ...viewport('maximum-scale=1.0'), at: ['index.html: maximum-scale=1.0'] },
    'separation by semicolons': {
      ...viewport('width=device-width;Maximum-Scale=2'),
      at: ['index.html: width=device-width;Maximum-Scale=2'],
    },
  },
  passes: {
    'an ordinary one': viewport('width=device-width, initial-scale=1'),
    'scaling allowed, and a maximum of 5': viewport('user-scalable=yes, maximum-scale=5'),
    'scaling allowed as a number': viewport('user-scalable=1'),
    'a number that browsers read as yes': viewport('user-scalable=-1'),
    'a negative maximum, which browsers ignore': viewport('maximum-scale=-1'),
    'a minimum': viewport('minimum-scale=1'),
    'no viewport': oneHtmlPage(''),
  },
});

describeRule('charset-missing', {
  finds: {
    'neither declaration nor byte order mark': {
      ...whole('<!doctype html><title>x</title>é'),
      at: ['index.html'],
    },
    'a charset that only a description speaks of': {
      ...whole('<title>x</title><meta name="description" content="text/html; charset=utf-8">'),
      at: ['index.html'],
    },
    'a declaration in a comment': {
      ...whole('<!-- <meta charset="utf-8"> --><title>x</title>'),
      at: ['index.html'],
    },
  },
  passes: {
    'a charset': whole('<title>x</title><meta charset=utf-8>'),
    'the older form, in any case': whole(
      '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; CHARSET=iso-8859-1"><title>x</title>',
    ),
    'a byte order mark': whole('\uFEFF<!doctype html><title>x</title>'),
    'a late declaration, which has a rule of its own': whole(
      `<title>x</title><!--${'x'.repeat(2000)}--><meta charset="utf-8">`,
    ),
  },
});

describeRule('charset-late', {
  finds: {
    'a declaration after byte 1024': {
      ...whole(`<title>x</title><!--${'x'.repeat(1024)}--><meta charset="utf-8">`),
      at: ['index.html: utf-8'],
    },
    'one that is late by its bytes, not by its characters': {
      ...whole(`<title>${'é'.repeat(600)}</title><meta charset="utf-8">`),
      at: ['index.html: utf-8'],
    },
  },
  passes: {
    'a declaration within the first 1024 bytes': whole(
      `<title>${'x'.repeat(900)}</title><meta charset="utf-8">`,
    ),
    'a late one after a byte order mark': whole(
      `\uFEFF<title>x</title><!--${'x'.repeat(1024)}--><meta charset="utf-8">`,
    ),
    'no declaration': whole(`<title>x</title><!--${'x'.repeat(2000)}-->`),
  },
});

describeRule('charset-conflict', {
  finds: {
    'a byte of windows-1252 in a page declared as UTF-8': {
      ...whole(bytes('<meta charset="UTF-8"><title>caf', [0xe9], '</title>')),
      at: ['index.html: UTF-8'],
    },
    'a character that is cut off': {
      ...whole(bytes('<meta charset="utf-8"><title>x</title>', [0xe2, 0x82])),
      at: ['index.html: utf-8'],
    },
    'UTF-8 that is declared as an encoding of one byte a letter': {
      ...whole('<meta charset="ISO-8859-1"><title>café – 漢</title>'),
      at: ['index.html: ISO-8859-1'],
    },
    'UTF-8 that is declared as Cyrillic': {
      ...whole('<meta charset="windows-1251"><title>привет</title>'),
      at: ['index.html: windows-1251'],
    },
  },
  passes: {
    'ASCII, whatever it declares': whole('<meta charset="iso-8859-1"><title>cafe</title>'),
    'UTF-8 with a byte order mark, which counts': whole(
      '\uFEFF<meta charset="iso-8859-1"><title>café</title>',
    ),
    'Chinese whose bytes could be UTF-8': whole(
      bytes('<meta charset="gbk"><title>', [0xc1, 0xaa, 0xcd, 0xa8], '</title>'),
    ),
    'a page that is what it declares': whole('<meta charset="utf-8"><title>café 漢 😀</title>'),
    'windows-1252, declared': whole(bytes('<meta charset="windows-1252"><title>caf', [0xe9], '</title>')),
    'windows-1252 that is not declared': whole(bytes('<title>caf', [0xe9], '</title>')),
    'a replacement character that is written as such': whole('<meta charset="utf-8"><title>\uFFFD</title>'),
  },
});

describeRule('doctype-missing', {
  finds: {
    'a page without one': { ...whole('<html><body>x'), at: ['index.html'] },
    'one after text': { ...whole('Warning: x<!doctype html><html>'), at: ['index.html: doctype html'] },
    'one after an element': { ...whole('<html><!doctype html><body>x'), at: ['index.html: doctype html'] },
    'HTML 4.01 Transitional without an address, which means quirks mode': {
      ...whole('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html>'),
      at: ['index.html: DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"'],
    },
    'HTML 3.2': {
      ...whole("<!doctype html public '-//W3C//DTD HTML 3.2 Final//EN'><html>"),
      at: ["index.html: doctype html public '-//W3C//DTD HTML 3.2 Final//EN'"],
    },
    'one of something else': { ...whole('<!DOCTYPE svg><html>'), at: ['index.html: DOCTYPE svg'] },
  },
  passes: {
    'upper case, line breaks, a byte order mark and comments before': {
      files: {
        'a.html': '<!DOCTYPE HTML><html>',
        'b.html': '\uFEFF \n<!-- saved - from -- x -->\n<!doctype\nhtml><html>',
      },
    },
    'an XML declaration before, which browsers take for a comment': whole(
      '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html>',
    ),
    'XHTML 1.0 Strict and HTML 4.01 with an address, which do not mean quirks mode': {
      files: {
        'a.html':
          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html>',
        'b.html':
          '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"><html>',
      },
    },
    'the form for old tools': whole('<!doctype html SYSTEM "about:legacy-compat"><html>'),
    'a long comment before': whole(`<!--${' license '.repeat(1000)}--><!doctype html><html>`),
  },
});

describeRule('plugin', {
  finds: {
    'Flash by type and by file': {
      ...oneHtmlPage(
        '',
        '<object type="application/x-shockwave-flash" data="a"></object><embed src="movies/b.SWF?x=1#y">',
      ),
      at: ['index.html: a', 'index.html: movies/b.SWF?x=1#y'],
    },
    'Java and Silverlight': {
      ...oneHtmlPage(
        '',
        '<applet code="Clock.class"></applet><object type="application/x-silverlight-2" data="data:,"></object>',
      ),
      at: ['index.html: Clock.class', 'index.html: data:,'],
    },
  },
  passes: {
    'documents and pictures': oneHtmlPage(
      '',
      '<object type="application/pdf" data="a.pdf"></object><embed src="a.svg"><object data="swf.html"></object>',
    ),
    'a link to such a file': oneHtmlPage('', '<a href="a.swf">x</a><iframe src="a.swf"></iframe>'),
    video: oneHtmlPage('', '<video src="a.mp4"></video>'),
  },
});

describeRule('frameset', {
  finds: {
    'a page of frames': {
      ...whole('<html><frameset cols="*"><frame src="a.html"></frameset>'),
      at: ['index.html'],
    },
    'nested ones once': {
      ...whole(
        '<html><head><title>x</title></head><frameset><frameset><frame src="a.html"></frameset></frameset>',
      ),
      at: ['index.html'],
    },
  },
  passes: {
    'an inline frame': oneHtmlPage('', '<iframe src="a.html"></iframe>'),
    'a page that only speaks of it': oneHtmlPage('', '<code>&lt;frameset></code><!-- <frameset> -->'),
  },
});

describeRule('head-broken', {
  finds: {
    'an element of the body before metadata': {
      ...oneHtmlPage('<title>x</title><div></div><link rel="canonical" href="https://example.com/">'),
      at: ['index.html: <div>'],
    },
    'an image before the title': {
      ...oneHtmlPage('<img src="p.gif" alt=""><title>x</title>'),
      at: ['index.html: <img>'],
    },
    'a stray text before a description': {
      ...oneHtmlPage('<title>x</title>{}<meta name="description" content="x">'),
      at: ['index.html: text'],
    },
  },
  passes: {
    'scripts, styles, noscript and templates': oneHtmlPage(
      '<script>"<div>"</script><style></style><noscript><img src="p.gif"></noscript><template><div></div></template><title>x</title>',
    ),
    'an element of the body at the end of the head': oneHtmlPage('<title>x</title><div></div>'),
    'a script and a stylesheet after it, which the body may hold': oneHtmlPage(
      '<title>x</title><div></div><script src="a.js"></script><link rel="stylesheet" href="a.css">',
    ),
    'a page that leaves the head tags out': whole('<!doctype html><title>x</title><h1>x</h1>'),
    'a title of a drawing in the body': oneHtmlPage('<title>x</title>', '<svg><title>y</title></svg>'),
  },
});

const big = `<!--${'x'.repeat(2 * 1024 * 1024)}-->`;
describeRule('html-too-big', {
  finds: {
    'a page of more than 2 MB': { ...oneHtmlPage('<title>x</title>', big), at: ['index.html'] },
    'a page that is too big by its bytes, not by its characters': {
      ...oneHtmlPage('<title>x</title>', 'é'.repeat(1024 * 1024)),
      at: ['index.html'],
    },
  },
  passes: {
    'a page of nearly 2 MB': oneHtmlPage('<title>x</title>', 'x'.repeat(2 * 1024 * 1024 - 1000)),
    'a big script beside a small page': {
      files: { 'index.html': htmlPage('<title>x</title><script src="a.js"></script>'), 'a.js': big },
    },
    'a big page that is kept out of search': oneHtmlPage('<meta name="robots" content="noindex">', big),
  },
});

describeRule('base-multiple', {
  finds: {
    'two addresses': { ...oneHtmlPage('<base href="/a/"><base href="/b/">'), at: ['index.html: /b/'] },
    'two addresses of a redirect stub': {
      ...oneHtmlPage('<base href="/a/"><base href="/b/"><meta http-equiv="refresh" content="0; url=c">'),
      at: ['index.html: /b/'],
    },
    'a second address after one without': {
      ...oneHtmlPage('<base target="_top"><base href="/a/"><BASE HREF="/b/">'),
      at: ['index.html: /b/'],
    },
  },
  passes: {
    'an address and a target': oneHtmlPage('<base href="/a/"><base target="_blank">'),
    'a second one in a template or comment': oneHtmlPage(
      '<base href="/a/"><template><base href="/b/"></template><!-- <base href="/c/"> -->',
    ),
  },
});
