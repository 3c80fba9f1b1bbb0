import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { listSiteFiles } from '../../src/seo/page-set.js';
import { seoRules } from '../../src/seo/rules/index.js';
import { scanSite } from '../../src/seo/scan.js';
import { FIXTURES, folderWith, readJson, temporaryFolder } from '../support/growth.js';

interface Labelled {
  readonly rule: string;
  readonly page: string;
  readonly line: number | null;
  readonly reason?: string;
}

const SITE = path.join(FIXTURES, 'site');
const scan = (folder: string, more: object = {}) =>
  scanSite({ folder, root: folder, sourcePath: '.', maxPages: 1000, ...more });
const page = (head: string, body = '<h1>H</h1>') =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

/** Rule, page and line of every occurrence, found by scanning with one rule at a time. */
async function occurrences(folder: string): Promise<string[]> {
  const all = await Promise.all(
    seoRules.map(async (rule) => {
      const { findings } = await scan(folder, { rules: [rule] });
      return findings.flatMap(({ finding }) =>
        (finding.evidence ?? []).map((evidence) => {
          const [, file, line] = /^(.*?)(?::(\d+):\d+)?$/.exec(evidence.path)!;
          return `${rule.id} ${file!}:${line ?? 'null'}`;
        }),
      );
    }),
  );
  return all.flat().sort();
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
    const { findings } = await scan(SITE, {
      rules: seoRules.filter(({ id }) => id === 'internal-link-broken'),
    });
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
    const { findings } = await scan(folderWith(pages), {
      rules: seoRules.filter(({ id }) => id === 'internal-link-broken'),
    });
    const [only] = findings;
    expect(only!.finding.description).to.include('Found 31 times on 30 pages, 2 distinct values');
    expect(only!.finding.evidence!.map(({ value }) => value)).to.deep.equal([
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
