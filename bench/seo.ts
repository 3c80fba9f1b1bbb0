/**
 * The SEO scan as ratios taken in one run: reading every byte, parsing alone, and the whole scan on one and on two
 * threads, in interleaved rounds; then generated sites of growing size.
 *
 *   pnpm bench:seo FOLDER…          (it builds first; `ROUNDS=5`, `SIZES=1000,10000,100000`)
 *
 * A folder is an exported site, such as the manuals of Debian's packages python3-doc, postgresql-doc or rust-doc.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const rounds = Number(process.env['ROUNDS'] ?? 3);
const sizes = (process.env['SIZES'] ?? '1000,10000').split(',').map(Number);
const ROOT = path.join(import.meta.dirname, '..');
const TASKS = ['read', 'parse', 'sax', 'scan', 'scan2'] as const;
type Task = (typeof TASKS)[number];

interface Sample {
  readonly cpu: number;
  readonly wall: number;
  /** Peak memory of the process, MB. */
  readonly memory: number;
}

compare(process.argv.slice(2));

function compare(folders: readonly string[]): void {
  for (const site of folders) report(site, path.basename(site), rounds);
  for (const size of sizes) {
    const site = makeSite(size);
    report(site, `generated, ${size} pages`, 1);
    rmSync(site, { recursive: true, force: true });
  }
}

function report(site: string, name: string, times: number): void {
  const samples = new Map(TASKS.map((each): [Task, Sample[]] => [each, []]));
  for (let round = 0; round < times; round++)
    for (const each of TASKS) samples.get(each)?.push(inProcess(each, site));
  const files = htmlFiles(site);
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  const median = (each: Task, of: keyof Sample) => {
    const sorted = (samples.get(each) ?? []).map((sample) => sample[of]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const parse = median('parse', 'cpu');
  console.log(`\n${name}: ${files.length} pages, ${(bytes / 1e6).toFixed(0)} MB, ${times} rounds`);
  console.log('task    CPU s   ÷ parse  wall s  peak MB  ms a page');
  for (const each of TASKS) {
    const cpu = median(each, 'cpu');
    console.log(
      [
        each.padEnd(6),
        cpu.toFixed(2).padStart(6),
        (cpu / parse).toFixed(2).padStart(9),
        median(each, 'wall').toFixed(2).padStart(7),
        median(each, 'memory').toFixed(0).padStart(8),
        ((cpu * 1000) / files.length).toFixed(2).padStart(10),
      ].join(' '),
    );
  }
  const kilobytes = ((median('scan', 'memory') - median('read', 'memory')) * 1000) / files.length;
  console.log(
    `two threads ÷ one, wall: ${(median('scan2', 'wall') / median('scan', 'wall')).toFixed(2)}; memory above reading: ${kilobytes.toFixed(1)} kB a page`,
  );
}

function inProcess(each: Task, site: string): Sample {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'bench', 'seo-task.mjs'), each, site],
    { encoding: 'utf8', cwd: ROOT, maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Sample;
}

function htmlFiles(site: string): string[] {
  return (readdirSync(site, { recursive: true }) as string[])
    .filter((file) => /\.html?$/i.test(file))
    .map((file) => path.join(site, file));
}

/** Pages of 6 kB with 40 links each, in folders of a hundred; the same for every run. */
function makeSite(size: number): string {
  const site = mkdtempSync(path.join(tmpdir(), 'growth-bench-'));
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const address = (page: number) => (page === 0 ? '/' : `/s${Math.floor(page / 100)}/p${page}.html`);
  const word = () => `w${random(4000)}`;
  for (let page = 0; page < size; page++) {
    const links = Array.from(
      { length: 40 },
      () => `<li><a href="${address(random(size))}">${word()} ${word()}</a></li>`,
    );
    const text = Array.from({ length: 8 }, () => `<p>${Array.from({ length: 50 }, word).join(' ')}.</p>`);
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page ${page} on ${word()} and ${word()}</title><meta name="description" content="All about ${word()}, ${word()} and ${word()}, in the words of page ${page}."><link rel="canonical" href="https://site.example${address(page)}"></head><body><nav><ul>${links.slice(0, 20).join('')}</ul></nav><main><h1>Page ${page}</h1>${text.join('')}<img src="/logo.png" alt="Logo" width="10" height="10"><ul>${links.slice(20).join('')}</ul></main></body></html>`;
    const file = path.join(site, page === 0 ? 'index.html' : address(page));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, html);
  }
  return site;
}
