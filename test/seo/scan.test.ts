import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { listSiteFiles } from '../../src/seo/page-set.js';
import { readPages } from '../../src/seo/read-pages.js';
import { checkRuleSettings } from '../../src/seo/rule-settings.js';
import { seoRules } from '../../src/seo/rules/index.js';
import { type SeoScanOptions, scanSite } from '../../src/seo/scan.js';
import { FIXTURES, ROOT, folderWith, readJson, temporaryFolder } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

interface Labelled {
  readonly rule: string;
  readonly page: string;
  readonly line: number | null;
  readonly reason?: string;
}

const SITE = path.join(FIXTURES, 'site');
const scan = (folder: string, more: Partial<SeoScanOptions> = {}, rules = seoRules) =>
  scanSite({ folder, root: folder, sourcePath: '.', maxPages: 1000, threads: 1, ...more }, rules);
const only = (id: string) => seoRules.filter((rule) => rule.id === id);
const page = (head: string, body = '<h1>H</h1>') =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

/** True of nearly every page of the sample site, and seeded on none. */
const OF_THE_TEMPLATE = new Set(['og-missing', 'twitter-card-missing', 'internal-link-to-noindex']);

/** Rule, page and line of every occurrence. */
async function occurrences(folder: string): Promise<string[]> {
  const { results, texts } = await scan(folder);
  return results
    .filter(({ rule }) => !OF_THE_TEMPLATE.has(rule.id))
    .flatMap(({ rule, occurrences: places }) =>
      places.map(({ page: file, offset }) => {
        const line = offset === undefined ? 'null' : texts.position(file, offset).line;
        return `${rule.id} ${file}:${line}`;
      }),
    )
    .sort();
}

describe('scanSite on the sample site', () => {
  const labels = readJson(path.join(FIXTURES, 'site-defects.json')) as {
    pages: number;
    stubs: string[];
    must_find: Labelled[];
    must_not_find: Labelled[];
  } & Record<string, unknown>;

  it('finds every labelled defect at its line, and nothing else', async () => {
    const expected = labels.must_find.map(
      ({ rule, page: file, line }) => `${rule} ${file}:${line ?? 'null'}`,
    );
    expect(await occurrences(SITE)).to.deep.equal(expected.sort());
  });

  it('reports none of the labelled look-alikes', async () => {
    const found = new Set((await occurrences(SITE)).map((text) => text.replace(/:\w+$/, '')));
    const wrong = labels.must_not_find.filter(({ rule, page: file }) => found.has(`${rule} ${file}`));
    expect(labels.must_not_find.length).to.be.greaterThan(20);
    expect(wrong).to.deep.equal([]);
  });

  it('counts pages, redirect stubs and what is no page', async () => {
    const { summary } = await scan(SITE);
    expect(summary).to.include({
      pages: labels.pages,
      redirect_stubs: labels.stubs.length,
      site_url: 'https://lanternfish.example/',
    });
  });

  it('gives the reason of each broken link', async () => {
    const { findings } = await scan(SITE, {}, only('internal-link-broken'));
    const reasons = findings[0]!.finding.evidence!.map(({ description }) => description.split(':', 1)[0]);
    const expected = labels.must_find.flatMap(({ reason }) => reason ?? []);
    expect(reasons.sort()).to.deep.equal(expected.sort());
  });
});

describe('scanSite', () => {
  it('says how many files were left unread at max_pages', async () => {
    const folder = folderWith({
      'a.html': page('<title>A</title>'),
      'b.html': page('<title>B</title>'),
      'c.html': page(''),
    });
    const { summary, unread } = await scan(folder, { maxPages: 2 });
    expect([summary.pages, unread]).to.deep.equal([2, 1]);
  });

  it('takes a page that refreshes to its own full address for no redirect', async () => {
    const reload = '<meta http-equiv="refresh" content="60; url=https://www.example.com/live/">';
    const folder = folderWith({
      'index.html': page('<title>A</title>', '<a href="live/">live</a>'),
      'live/index.html': page(`<title>Live</title>${reload}`),
    });
    const { summary } = await scan(folder, { siteUrl: 'https://example.com/' });
    expect(summary).to.include({ redirect_stubs: 0, indexable_pages: 2 });
    expect(summary.by_rule.map(({ rule }) => rule).filter((rule) => rule.includes('redirect'))).to.deep.equal(
      [],
    );
  });

  it('counts no redirect stub among the pages that nothing reaches', async () => {
    const folder = folderWith({
      'index.html': page('<title>A</title>', '<a href="b.html">b</a>'),
      'b.html': page(''),
      'lost.html': page(''),
      'old.html': page('<meta http-equiv="refresh" content="0; url=b.html">'),
    });
    expect((await scan(folder)).summary).to.include({ redirect_stubs: 1, unreached_pages: 1 });
  });

  it('counts as links to other sites only what is an address of the web', async () => {
    const hrefs = [
      'https://other.example/',
      '//cdn.example/',
      'mailto:a@b.example',
      'javascript:x()',
      'http://',
    ];
    const links = hrefs.map((href) => `<a href="${href}">x</a>`).join('');
    const { summary } = await scan(folderWith({ 'index.html': page('', `${links}<a href="#">y</a>`) }));
    expect(summary.links).to.deep.equal({ internal: 1, external: 2, broken: 0 });
  });

  it('resolves links to pages that max_pages left unread', async () => {
    const folder = folderWith({
      'a.html': page('<title>A</title>', '<a href="b.html">b</a>'),
      'b.html': page(''),
    });
    const { summary } = await scan(folder, { maxPages: 1 });
    expect(summary.by_rule.map(({ rule }) => rule)).to.not.include('internal-link-broken');
  });

  it('groups a link in a template by its target, the widest spread first', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `p${index}.html`,
        page(
          '<title>x</title>',
          `<a href="gone.html">t</a>${index === 0 ? '<a href="once.html">o</a>' : ''}`,
        ),
      ]),
    );
    const { findings } = await scan(folderWith(pages), {}, only('internal-link-broken'));
    const [broken] = findings;
    expect(broken!.finding.description).to.include('Found 31 times on 30 pages, 2 distinct values');
    expect(broken!.finding.evidence!.map(({ value }) => value)).to.deep.equal([
      'gone.html',
      'gone.html',
      'gone.html',
      'once.html',
    ]);
  });

  it('keeps translations with the same title apart, but not a page without a language', async () => {
    const inLanguage = (lang: string) => page('<title>Same title</title>').replace(' lang="en"', lang);
    const duplicates = async (...langs: string[]) =>
      (
        await scan(
          folderWith(Object.fromEntries(langs.map((lang, index) => [`${index}.html`, inLanguage(lang)]))),
        )
      ).summary.by_rule.find(({ rule }) => rule === 'title-duplicate')?.pages;
    expect(await duplicates(' lang="en"', ' lang="de"')).to.equal(undefined);
    expect(await duplicates(' lang="en"', ' lang="EN"')).to.equal(2);
    expect(await duplicates(' lang="en"', '')).to.equal(2);
  });

  it('exempts pages whose canonical is another page from the duplicate rules', async () => {
    const folder = folderWith({
      'a.html': page('<title>Same</title><link rel="canonical" href="/a.html">'),
      'b.html': page('<title>Same</title><link rel="canonical" href="/a.html">'),
    });
    expect((await scan(folder)).summary.by_rule.map(({ rule }) => rule)).to.not.include('title-duplicate');
  });
});

describe('settings of rules', () => {
  const files = {
    'a.html': page(
      '<title>A title that is long enough to be read</title><meta name="description" content="short">',
    ),
    'drafts/b.html': page(''),
  };
  const severities = async (more: Partial<SeoScanOptions>) => {
    const { summary } = await scan(folderWith(files), more);
    return Object.fromEntries(
      summary.by_rule.map(({ rule, severity, occurrences: count }) => [rule, `${severity} ${count}`]),
    );
  };

  it('switch a rule off, give it another severity, or other limits', async () => {
    const before = await severities({});
    expect(before).to.include({ 'title-missing': 'critical 1', 'description-too-short': 'info 1' });
    const settings = { 'title-missing': 'off', 'description-too-short': 'warning' } as const;
    const after = await severities({ settings });
    expect(after)
      .to.include({ 'description-too-short': 'warning 1' })
      .and.to.not.have.property('title-missing');
    const limited = await severities({ settings: { 'description-too-short': { min: 3 } } });
    expect(limited).to.not.have.property('description-too-short');
  });

  it('leave files out by globs, which stay targets of links', async () => {
    const found = await severities({ ignore: ['drafts/**'] });
    expect(found).to.not.have.property('title-missing');
  });

  it('name the nearest rule for an unknown one, and the limits that a rule has, all at once', async () => {
    const settings = { 'title-mising': 'off', 'title-too-long': { maximum: 3 } } as const;
    const error = await rejection(checkRuleSettings(settings), 'inputs_invalid');
    expect(error.details.map(({ path: pointer }) => pointer)).to.deep.equal([
      '/seo_scan/rules/title-mising',
      '/seo_scan/rules/title-too-long/maximum',
    ]);
    expect(error.details[0]!.message).to.include('did you mean "title-missing"?');
    expect(error.details[1]!.message).to.include('it has ');
  });
});

describe('threads', () => {
  it('make no difference to what is found, nor to its order', async function () {
    this.timeout(60_000);
    const pages = Object.fromEntries(
      Array.from({ length: 6400 }, (_, index) => [
        `${index % 7}/p${index}.html`,
        page(
          `<title>Page ${index % 3000}</title>`,
          `<h1>H</h1><a href="../${(index + 1) % 7}/p${index + 1}.html#top">next</a><img src="gone${index % 5}.png">`,
        ),
      ]),
    );
    const folder = folderWith(pages);
    // Threads load what is built, which it always is before the tests.
    const built = (await import(path.join(ROOT, 'dist', 'seo', 'scan.js'))) as { scanSite: typeof scanSite };
    const scanOn = (threads: number, maxPages = 10_000) =>
      built.scanSite({ folder, root: folder, sourcePath: '.', maxPages, threads });
    const [one, two, three] = await Promise.all([1, 2, 3].map((threads) => scanOn(threads)));
    expect(two!.findings).to.deep.equal(one!.findings);
    expect(three!.findings).to.deep.equal(one!.findings);
    expect(three!.results.map(({ occurrences: places }) => places)).to.deep.equal(
      one!.results.map(({ occurrences: places }) => places),
    );
    const cut = await Promise.all([1, 3].map((threads) => scanOn(threads, 5003)));
    expect(cut[1]!.summary).to.deep.equal(cut[0]!.summary);
    expect([cut[0]!.summary.pages, cut[0]!.unread, cut[1]!.unread]).to.deep.equal([5003, 1397, 1397]);
  });

  it('name a page that cannot be read', async () => {
    const folder = folderWith({ 'a.html': page('') });
    const files = await listSiteFiles(folder, folder);
    rmSync(path.join(folder, 'a.html'));
    const error = await rejection(
      readPages(files, { threads: 1, maxPages: 9, rules: [] }),
      'page_unreadable',
    );
    expect(error.message).to.include('a.html');
  });
});

describe('the address of the site', () => {
  const addressOf = async (file: string, canonical: string) =>
    (await scan(folderWith({ [file]: page(`<title>T</title><link rel="canonical" href="${canonical}">`) })))
      .summary.site_url;
  const inferred: [string, string, string | null][] = [
    ['about.html', 'https://ex.example/about.html', 'https://ex.example/'],
    ['about.html', 'https://ex.example/base/about', 'https://ex.example/base/'],
    ['a/index.html', 'https://ex.example/base/a/', 'https://ex.example/base/'],
    ['a/index.html', 'https://ex.example/a', 'https://ex.example/'],
    ['index.html', 'https://ex.example', 'https://ex.example/'],
    ['c++.html', 'https://ex.example/c++.html', 'https://ex.example/'],
    ['@me.html', 'https://ex.example/x/@me', 'https://ex.example/x/'],
    ['caf\u00e9.html', 'https://ex.example/caf%c3%a9.html', 'https://ex.example/'],
    ['about.html', 'https://ex.example/other.html', null],
    ['about.html', '/about.html', null],
  ];
  for (const [file, canonical, address] of inferred) {
    it(`is ${address ?? 'unknown'} when ${file} names ${canonical} as canonical`, async () => {
      expect(await addressOf(file, canonical)).to.equal(address);
    });
  }

  it('is not what a canonical link in the body says', async () => {
    const folder = folderWith({
      'a.html': page('<title>A</title>', '<link rel="canonical" href="https://ex.example/a.html">'),
    });
    expect((await scan(folder)).summary.site_url).to.equal(null);
  });
});

describe('listSiteFiles', () => {
  it('leaves out .git, node_modules, _next and error pages, and follows links that stay inside', async () => {
    const outside = folderWith({ 'secret.html': page('') });
    const root = folderWith({
      'index.html': page(''),
      '404.html': page(''),
      '_next/x.html': page(''),
      '.git/y.html': page(''),
      'node_modules/z.html': page(''),
      'real/deep.html': page(''),
      'style.css': '',
    });
    symlinkSync(path.join(root, 'real'), path.join(root, 'linked'));
    symlinkSync(outside, path.join(root, 'out'));
    symlinkSync(root, path.join(root, 'real', 'circle'));
    symlinkSync(path.join(root, 'gone'), path.join(root, 'dangling.html'));
    const { candidates, files, folders } = await listSiteFiles(root, root);
    expect(candidates).to.deep.equal(['index.html', 'linked/deep.html', 'real/deep.html']);
    expect(files.has('style.css')).to.equal(true);
    expect([...folders].sort()).to.deep.equal(['', '_next', 'linked', 'real']);
  });

  it('reads files and folders whose names are not UTF-8, and passes over pipes', async () => {
    const folder = temporaryFolder();
    const raw = (name: number[]) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
    writeFileSync(raw([0x63, 0xe9, ...Buffer.from('.html')]), page('<title>A</title>'));
    mkdirSync(raw([0xe9]));
    writeFileSync(raw([0xe9, ...Buffer.from('/b.html')]), page('<title>B</title>'));
    spawnSync('mkfifo', [path.join(folder, 'pipe.html')]);
    expect((await scan(folder)).summary.pages).to.equal(2);
    expect((await listSiteFiles(folder, folder)).candidates).to.deep.equal(['c\ufffd.html', '\ufffd/b.html']);
  });

  it('lists an empty folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'empty'));
    expect((await listSiteFiles(folder, folder)).candidates).to.deep.equal([]);
  });
});
