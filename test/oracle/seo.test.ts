import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { seoRules } from '../../src/seo/rules/index.js';
import { scanSite } from '../../src/seo/scan.js';

const ORACLE = path.join(import.meta.dirname, 'seo');
/** Manuals of Debian's packages: big static sites that nobody here wrote. */
const DOCS = process.env['GROWTH_MANUALS'] ?? '/usr/share/doc';
const MANUALS: readonly [name: string, folder: string][] = [
  ['postgresql-doc-15', path.join(DOCS, 'postgresql-doc-15', 'html')],
  ['python3.11-doc', path.join(DOCS, 'python3.11', 'html')],
];
/** What the second implementation judges, too. */
const COMPARED = [
  'description-empty',
  'description-missing',
  'image-alt-missing',
  'internal-fragment-broken',
  'internal-link-broken',
  'title-duplicate',
  'title-empty',
  'title-missing',
] as const;

describe('a second implementation in Python', () => {
  it('passes its own tests', function () {
    this.timeout(120_000);
    if (!has('python3')) this.skip();
    const { status, stderr } = python('-m', 'unittest', 'discover', '-s', ORACLE, '-p', 'test_*.py');
    expect(status, stderr).to.equal(0);
    expect(stderr).to.match(/Ran \d+ tests[^]*OK/);
  });

  it('reads random markup as Chromium does', function () {
    this.timeout(300_000);
    if (!has('python3') || !existsSync('/usr/bin/chromium')) this.skip();
    const { status, stdout, stderr } = python(path.join(ORACLE, 'against_browser.py'), '150', '7');
    expect(status, stdout + stderr).to.equal(0);
  });

  for (const [name, folder] of MANUALS) {
    it(`finds what the scan finds in ${name}, place by place`, async function () {
      this.timeout(900_000);
      if (!has('python3') || !existsSync(folder)) this.skip();
      const { status, stdout, stderr } = python(path.join(ORACLE, 'audit.py'), folder);
      expect(status, stderr).to.equal(0);
      const theirs = stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { rule: string; page: string; value?: string })
        .filter(({ rule }) => (COMPARED as readonly string[]).includes(rule));
      const { results } = await scanSite(
        { folder, root: folder, sourcePath: '.', maxPages: 100_000, threads: 1 },
        seoRules.filter(({ id }) => (COMPARED as readonly string[]).includes(id)),
      );
      const ours = results.flatMap(({ rule, occurrences }) =>
        occurrences.map(({ page, value }) => ({ rule: rule.id, page, value })),
      );
      expect(ours.map(key).sort()).to.deep.equal(theirs.map(key).sort());
      expect(ours.length).to.be.greaterThan(500);
    });
  }
});

function key({ rule, page, value = '' }: { rule: string; page: string; value?: string | undefined }): string {
  return `${rule} ${page} ${value}`;
}

function has(command: string): boolean {
  return spawnSync(command, ['--version']).status === 0;
}

function python(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
}
