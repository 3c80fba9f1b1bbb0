import { expect } from 'chai';
import fc from 'fast-check';
import type { PageFacts } from '../../../src/seo/page/page-facts.js';
import { readPage } from '../../../src/seo/page/read-page.js';
import { seoRules } from '../../../src/seo/rules/index.js';
import { genericLinkTexts } from '../../../src/seo/rules/generic-link-texts.js';
import type { Mark, PageRule } from '../../../src/seo/rules/rule.js';
import { isBlank, spokenLength } from '../../../src/seo/rules/text-length.js';
import { viewportProperties } from '../../../src/seo/rules/viewport-properties.js';
import { htmlPage, oneHtmlPage } from '../../support/html-page.js';
import { occurrencesOf, type RuleCase } from '../../support/seo-rule.js';

const pageRules = seoRules.filter((rule): rule is PageRule => rule.scope === 'page');
const severities = async (id: string, site: RuleCase) =>
  (await occurrencesOf(id, site)).map(({ severity }) => severity);

describe('severities of the rules on pages', () => {
  it('call a title of more than 70 characters a warning', async () => {
    const files = {
      'a.html': htmlPage(`<title>${'x'.repeat(70)}</title>`),
      'b.html': htmlPage(`<title>${'x'.repeat(71)}</title>`),
    };
    expect(await severities('title-too-long', { files })).to.deep.equal(['info', 'warning']);
  });

  it('call the same canonical address twice information, and two different ones a warning', async () => {
    const link = (href: string) => `<link rel="canonical" href="https://example.com/${href}">`;
    const files = { 'a.html': htmlPage(link('a') + link('a')), 'b.html': htmlPage(link('a') + link('b')) };
    expect(await severities('canonical-multiple', { files })).to.deep.equal(['info', 'warning']);
  });

  it('read a relative canonical address against the absolute one beside it', async () => {
    const site = oneHtmlPage(
      '<link rel="canonical" href="https://example.com/a/b"><link rel="canonical" href="/a/b">',
    );
    expect(await severities('canonical-multiple', site)).to.deep.equal(['info']);
  });

  it('call a mark beside a heading information', async () => {
    const site = oneHtmlPage('', '<a href="#a"></a><a href="/a"></a><a href="#"></a>');
    expect(await severities('link-text-empty', site)).to.deep.equal(['info', 'warning', 'warning']);
  });

  for (const id of ['title-missing', 'title-empty', 'description-missing', 'description-empty']) {
    it(`call what a script may still add information: ${id}`, async () => {
      const head = id.endsWith('empty') ? '<title></title><meta name="description" content="">' : '';
      const app = oneHtmlPage(head, '<div id="app"></div><script src="/app.js"></script>');
      expect(await severities(id, app)).to.deep.equal(['info']);
    });
  }
});

describe('limits of the rules on pages', () => {
  it('are those of the inputs where they set some', async () => {
    const site = oneHtmlPage('<title>Twelve signs</title>', 'some words');
    const found = async (id: string, limits: Record<string, number>) =>
      (await occurrencesOf(id, { ...site, limits })).map(({ message }) => message);
    expect(await found('title-too-long', { max: 11 })).to.deep.equal(['12 characters']);
    expect(await found('title-too-short', { min: 13 })).to.deep.equal(['12 characters']);
    expect(await found('thin-content', { words: 2 })).to.deep.equal([]);
    expect(await found('url-too-long', { max: 4 })).to.deep.equal([]);
    expect(await found('html-too-big', { bytes: 100 })).to.have.length(1);
  });
});

describe('messages of the rules on pages', () => {
  const messages = async (id: string, site: RuleCase) =>
    (await occurrencesOf(id, site)).map(({ message }) => message);

  it('name what ended the head, and what came too late', async () => {
    const site = oneHtmlPage('<div></div><title>x</title><meta name="description" content="x">');
    expect(await messages('head-broken', site)).to.deep.equal([
      '<div> ends the head before title, meta description',
    ]);
  });

  it('name the levels of a skip', async () => {
    expect(await messages('heading-skip', oneHtmlPage('', '<h2>a</h2><h5>b</h5>'))).to.deep.equal([
      '<h5> after <h2>',
    ]);
  });

  it('count characters of a text that is mostly Chinese, and words of another', async () => {
    const files = { 'a.html': htmlPage('', '漢字'), 'b.html': htmlPage('', 'two words') };
    expect(await messages('thin-content', { files })).to.deep.equal([
      '2 characters of text',
      '2 words of text',
    ]);
  });

  it('say when a canonical address lacks its scheme only', async () => {
    const site = oneHtmlPage('<link rel="canonical" href="www.example.com/a">');
    expect(await messages('canonical-relative', site)).to.deep.equal(['a host name without https://']);
  });
});

/** Pieces that rules look for, broken off anywhere and put together in any order. */
const PIECES = [
  ...'<title> </title> <meta name="description" content="x"> <meta name=viewport content= <h1> <h4> </h1> <a href= </a>'.split(
    ' ',
  ),
  ...'<link rel=canonical href= https:// // file: C:\\ javascript:void(0) http://localhost # " \' > < & &amp; &#0; {{ }}'.split(
    ' ',
  ),
  ...'<img src=x style= width=1 loading=lazy <main> <base href= <object data= undefined <svg> <template> [object'.split(
    ' ',
  ),
  ' ',
  '\u0000',
  '\uD800',
  'lorem ipsum',
  '漢',
  '😀',
  '%zz',
];

describe('rules on pages', () => {
  const marksOf = (page: PageFacts): Mark[] =>
    pageRules.flatMap((rule) => [...rule.check(page, rule.limits ?? {})]);

  it('take any page, and point into it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const html = `<html>${pieces.join('')}`;
        const page = readPage('a/b.html', Buffer.from(html));
        expect(page).not.to.equal(undefined);
        for (const { offset = 0, message } of marksOf(page!)) {
          expect(offset).to.be.within(0, html.length);
          expect(message).not.to.equal('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('say the same whenever they are asked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const page = readPage('index.html', Buffer.from(`<html>${pieces.join('')}`))!;
        expect(marksOf(page)).to.deep.equal(marksOf(page));
      }),
    );
  });

  const HOSTILE: Readonly<Record<string, string>> = {
    'placeholders that never end': `<title>${'{{ a.b '.repeat(100_000)}`,
    braces: `<title>${'{'.repeat(500_000)}</title><h1>${'{{}'.repeat(100_000)}`,
    'a style of colons and semicolons': `<img src=x style="${' : ; '.repeat(100_000)}">`,
    'a style of white space': `<img src=x style="${' '.repeat(500_000)}x">`,
    'a viewport of equal signs': `<meta name=viewport content="${'= '.repeat(200_000)}a=${'b'.repeat(200_000)}">`,
    'a doctype that never ends': `<!doctype html public "${'-'.repeat(500_000)}`,
    'an address of white space': `<a href="${' \n'.repeat(200_000)}:">x</a><a href="//${'a'.repeat(300_000)}">x</a>`,
    'robots of commas': `<meta name=robots content="${','.repeat(500_000)}max-snippet${' '.repeat(100_000)}:0">`,
    'a title of separators': `<title>${' | - / : '.repeat(60_000)}</title>`,
    'a title of zero-width characters': `<title>${'\u200b'.repeat(300_000)}x</title>`,
    'many headings and images': `<main>${'<h1>a</h1><h5>b</h5><img src=x>'.repeat(10_000)}`,
    'many canonical links': '<link rel=canonical href=https://example.com/a>'.repeat(10_000),
  };
  for (const [what, html] of Object.entries(HOSTILE)) {
    it(`take time in proportion to ${what}`, () => {
      const page = readPage('index.html', Buffer.from(`<html>${html}`))!;
      const start = performance.now();
      marksOf(page);
      // What is quadratic takes minutes; a busy machine is not.
      expect(performance.now() - start).to.be.below(5000);
    });
  }
});

describe('texts that rules measure', () => {
  it('are blank without a visible character', () => {
    expect(['', ' \n\t', '\u00a0\u3000', '\u200b\u200d\ufeff', '\u00ad'].every(isBlank)).to.equal(true);
    expect(['a', '.', '😀', '漢', '\u200ba'].some(isBlank)).to.equal(false);
  });

  it('count a Chinese, Japanese or Korean character as three', () => {
    expect(['abc', '漢', 'カ', '한', 'é😀'].map(spokenLength)).to.deep.equal([3, 3, 3, 3, 2]);
  });

  it('of a viewport are split at white space, commas and semicolons', () => {
    const properties = viewportProperties(
      'Width=device-width,initial-scale = 1;user-scalable=no width=320 x',
    );
    expect([...properties]).to.deep.equal([
      ['width', '320'],
      ['initial-scale', '1'],
      ['user-scalable', 'no'],
    ]);
  });

  it('of generic links are in lower case and trimmed, in nine languages', () => {
    expect([...genericLinkTexts.keys()].sort()).to.deep.equal([
      'de',
      'en',
      'es',
      'fa',
      'ja',
      'ko',
      'pt',
      'sv',
      'ta',
    ]);
    for (const texts of genericLinkTexts.values()) {
      for (const text of texts) expect(text.trim().toLowerCase()).to.equal(text);
    }
  });
});
