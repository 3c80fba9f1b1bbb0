/**
 * Lets Chromium decide what a page says: node browser.mjs < questions.jsonl > answers.jsonl
 *
 * A question is a line of JSON with `file` (read as bytes) or `html`, optionally `url` (the page's own;
 * https://site.invalid/page.html if not given), `contentType` (text/html; a charset in it wins), and `ask`:
 *
 *   {"titles": true}            the text of each HTML title outside a template, document.title first
 *   {"links": true}             href, resolved URL and element of every link, in document order
 *   {"link": 3}                 the one at that index
 *   {"href": "a b.html"}        the URL that this href resolves to here, or null
 *   {"hrefs": ["a", "b"]}       the same for several
 *   {"id": "x"}                 whether an element of the document has that id, or an `<a>` that name
 *   {"ids": true}               all of them, sorted
 *   {"images": true}            src and alt (null without) of every img, in document order
 *   {"image": 0}                the one at that index
 *   {"metas": "description"}    the content of every meta of that name
 *   {"encoding": true}          how the bytes were read
 *   {"indicated": ["a%20b"]}    whether each of these fragments leads to an element or the top
 *
 * The page is navigated to, since only a document with scripting reads noscript as text; its scripts do
 * not run, and nothing that it asks for leaves this process. The answers come in the order of the lines.
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const DEFAULT_URL = 'https://site.invalid/page.html';

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
try {
  const tab = await browser.newPage();
  let served = { url: DEFAULT_URL, body: Buffer.alloc(0), contentType: 'text/html' };
  await tab.route('**/*', async (route) => {
    const isPage = route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame();
    // No Content navigates nowhere, so that a meta refresh leaves the page in place.
    if (!isPage || served.taken) return route.fulfill({ status: 204 });
    served.taken = true;
    return route.fulfill({
      body: served.body,
      headers: {
        'content-type': served.contentType,
        'content-security-policy': "default-src 'none'; base-uri *",
      },
    });
  });

  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { file, html, url = DEFAULT_URL, contentType = 'text/html', ask } = JSON.parse(line);
    served = { url, body: file === undefined ? Buffer.from(html) : await readFile(file), contentType };
    await tab.goto(url, { waitUntil: 'domcontentloaded' });
    const answer = await tab.evaluate(answerIn, ask);
    process.stdout.write(`${JSON.stringify({ file, ...answer })}\n`);
  }
} finally {
  await browser.close();
}

/* global document, URL -- this runs in the page */
function answerIn(ask) {
  const xhtml = 'http://www.w3.org/1999/xhtml';
  const svg = 'http://www.w3.org/2000/svg';
  const xlink = 'http://www.w3.org/1999/xlink';
  const resolved = (href) =>
    URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI).href : null;
  const links = () =>
    [...document.querySelectorAll('a, area')]
      .filter(
        ({ namespaceURI, localName }) =>
          namespaceURI === xhtml || (namespaceURI === svg && localName === 'a'),
      )
      .map((element) => ({
        element: element.localName,
        href: element.getAttribute('href') ?? element.getAttributeNS(xlink, 'href'),
      }))
      .filter(({ href }) => href !== null)
      .map(({ element, href }) => ({ element, href, url: resolved(href) }));
  const images = () =>
    [...document.querySelectorAll('img')].map((image) => ({
      src: image.getAttribute('src'),
      alt: image.getAttribute('alt'),
    }));
  const anchors = () => {
    const named = [...document.querySelectorAll('a[name]')]
      .filter(({ namespaceURI }) => namespaceURI === xhtml)
      .map((element) => element.getAttribute('name'));
    const identified = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return [...new Set([...identified, ...named])].filter((name) => name !== '').sort();
  };
  const indicates = (fragments) => {
    const names = new Set(anchors());
    return fragments.map((fragment) => {
      const raw = new URL(`https://site.invalid/#${fragment}`).hash.slice(1).split(':~:')[0];
      const decoded = percentDecoded(raw);
      return raw === '' || names.has(raw) || names.has(decoded) || /^top$/i.test(decoded);
    });
  };
  const percentDecoded = (text) => {
    const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
    return new TextDecoder().decode(Uint8Array.from(bytes, (mark) => mark.charCodeAt(0)));
  };
  const answers = {
    titles: () =>
      [...document.querySelectorAll('title')]
        .filter((title) => title.namespaceURI === xhtml)
        .map((title) => title.textContent),
    links,
    link: (index) => links()[index] ?? null,
    href: resolved,
    hrefs: (all) => all.map(resolved),
    id: (id) => anchors().includes(id),
    ids: anchors,
    images,
    image: (index) => images()[index] ?? null,
    metas: (name) =>
      [...document.querySelectorAll('meta[name]')]
        .filter((meta) => meta.name.toLowerCase() === name)
        .map((meta) => meta.content),
    encoding: () => document.characterSet,
    indicated: indicates,
  };
  return Object.fromEntries(Object.entries(ask).map(([name, value]) => [name, answers[name](value)]));
}
