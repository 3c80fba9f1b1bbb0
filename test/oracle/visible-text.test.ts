import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { type Browser, type Page, chromium } from 'playwright-core';
import { readHtml } from '../../src/content/markup/html.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** A big static site that nobody here wrote. */
const MANUAL = path.join(process.env['GROWTH_MANUALS'] ?? '/usr/share/doc', 'python3.11', 'html', 'library');

const PHRASES = ['b', 'i', 'u', 'code', 'em', 'a'];
const BLOCKS = ['p', 'div', 'h1', 'h2', 'ul', 'li', 'dl', 'dd', 'pre', 'section', 'span', 'kbd'];

describe('visible text, as Chromium shows it', function () {
  this.timeout(300_000);
  let browser: Browser;
  let tab: Page;

  before(async function () {
    if (!existsSync(CHROMIUM)) this.skip();
    browser = await chromium.launch({ executablePath: CHROMIUM });
    tab = await browser.newPage();
    await tab.route('**/*', (route) => route.abort());
  });

  after(async () => {
    await browser.close();
  });

  /** A closed `details` can be opened by any reader. */
  async function expectSameWords(html: string): Promise<void> {
    await tab.setContent(html, { waitUntil: 'domcontentloaded' });
    // A text, since these tests are compiled without the types of a browser.
    const theirs = await tab.evaluate<string>(
      `for (const element of document.querySelectorAll('details')) element.open = true; document.body.innerText`,
    );
    const ours = readHtml(html).blocks.map(({ text }) => text);
    expect(words(ours.join(' ')), html.slice(0, 2000)).to.deep.equal(words(theirs));
  }

  it('is the same for broken and misnested markup', async () => {
    const piece = fc.oneof(
      fc.constantFrom('one', 'two', ' ', 'three ', '&amp;', '&shy;', '<br>', '<hr>', '<!-- c -->', '<wbr>'),
      // Chromium opens a hidden `<b>` anew in later paragraphs; nobody writes that.
      fc.constantFrom(...PHRASES.flatMap((name) => [`<${name}>`, `</${name}>`, `</${name}>`])),
      fc.constantFrom(
        ...BLOCKS.flatMap((name) => [`<${name}>`, `</${name}>`, `</${name}>`, `<${name} hidden>`]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 14 }), (pieces) =>
        expectSameWords(`<!doctype html><body>${pieces.join('')}`),
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it('is the same for pages of a manual', async function () {
    if (!existsSync(MANUAL)) this.skip();
    const pages = readdirSync(MANUAL).filter((file) => file.endsWith('.html'));
    for (const file of pages.filter((_, index) => index % 20 === 0)) {
      await expectSameWords(readFileSync(path.join(MANUAL, file), 'utf8'));
    }
    expect(pages.length).to.be.greaterThan(100);
  });
});

function words(text: string): string[] {
  return text
    .replace(/[\u00ad\u200b\u2060-\u2064\ufeff]/g, '')
    .split(/\s+/)
    .filter(Boolean);
}
