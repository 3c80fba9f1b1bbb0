import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { ROOT, analyzeArgs, contentsOf, folderWith, growth, temporaryFolder } from '../support/growth.js';
import type { Plan } from './failpoint.mjs';
import { FAILPOINT, ended, inPairs, withPlan } from './processes.js';

const COUNT = Math.ceil(Number(process.env['GROWTH_FAULT_RUNS'] ?? 40) / 4);
const TIMES = Array.from({ length: COUNT }, (_, index) => index);
/** More calls of the file system than one run makes in its output folder. */
const MAX_CALLS = 90;
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

describe('growth analyze, stopped at any instant', function () {
  this.timeout(120_000 + COUNT * 10_000);
  let inputs: string;
  let old: string;
  let next: Record<string, string>;
  let duration: number;

  const args = (out: string, trace: string) =>
    analyzeArgs(inputs, out, '--stable-output', '--quiet').map((arg, index, all) =>
      all[index - 1] === '--trace' ? trace : arg,
    );
  const start = (out: string, plan?: Plan) =>
    spawn(process.execPath, ['--import', FAILPOINT, path.join(ROOT, 'bin/run.js'), ...args(out, 'new')], {
      env: withPlan(plan),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const oldFolder = () => {
    const out = temporaryFolder();
    cpSync(old, out, { recursive: true });
    return out;
  };
  /** The documents, as one set of the run before or of this one; or no set, where that may be. */
  const expectWhole = (out: string, outcomes: readonly ('old' | 'new' | 'no bundle')[]) => {
    const left = Object.fromEntries(
      Object.entries(contentsOf(out)).filter(([file]) => !file.startsWith('.growth')),
    );
    if (outcomes.includes('no bundle') && !('request-bundle.json' in left)) {
      for (const [file, text] of Object.entries(left))
        expect([contentsOf(old)[file], next[file]]).to.include(text);
    } else {
      const sets = [
        ...(outcomes.includes('old') ? [contentsOf(old)] : []),
        ...(outcomes.includes('new') ? [next] : []),
      ];
      expect(sets).to.deep.include(left);
    }
  };
  const expectNextRunToMend = (out: string) => {
    expect(growth(args(out, 'new')).status).to.equal(0);
    expect(contentsOf(out)).to.deep.equal(next);
  };

  before(() => {
    const page = (number: number) =>
      `<!doctype html><title>Page ${number}</title><p>Text <a href="none">link</a>`;
    const pages = Array.from({ length: 200 }, (_, number) => [`site/${number}.html`, page(number)] as const);
    const seo_scan = { source_path: 'site', source_type: 'html_export' };
    inputs = path.join(
      folderWith({ 'inputs.json': { seo_scan }, ...Object.fromEntries(pages) }),
      'inputs.json',
    );
    old = temporaryFolder();
    expect(growth(args(old, 'old')).status).to.equal(0);
    const other = temporaryFolder();
    const began = performance.now();
    expect(growth(args(other, 'new')).status).to.equal(0);
    duration = performance.now() - began;
    next = contentsOf(other);
    expect(next).to.have.all.keys(contentsOf(old));
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`(${signal}) ends with ${EXIT_CODES[signal]} and the documents of the run before, or all of its own`, async () => {
      const codes: unknown[] = [];
      await inPairs(TIMES, async (time) => {
        const out = oldFolder();
        const child = start(out);
        setTimeout(() => child.kill(signal), ((time + Math.random()) / COUNT) * 1.5 * duration);
        const end = await ended(child);
        codes.push(end.status);
        // Before growth is loaded, and after all is done, it is the system that ends the process, which shells report by the same numbers.
        if (end.status === null) expect(end.signal).to.equal(signal);
        else expect(end.status, end.output).to.be.oneOf([0, EXIT_CODES[signal]]);
        expectWhole(out, end.status === 0 ? ['new'] : ['old', 'new']);
        expect(Object.keys(contentsOf(out)).filter((file) => file.startsWith('.'))).to.deep.equal([]);
      });
      process.stdout.write(`      ${COUNT} faults: ${signal}, ended with ${codes.join(' ')}\n`);
    });
  }

  it('(SIGKILL) mixes no documents, and the next run mends what is left', async () => {
    let killed = 0;
    await inPairs(TIMES, async (time) => {
      const out = oldFolder();
      const call = 1 + Math.floor(((time + Math.random()) / COUNT) * MAX_CALLS);
      const end = await ended(start(out, { folder: out, call, fault: 'kill' }));
      if (end.signal === 'SIGKILL') killed += 1;
      else expect(end.status, end.output).to.equal(0);
      expectWhole(out, ['old', 'new', 'no bundle']);
      if (time % 2 === 0) expectNextRunToMend(out);
    });
    expect(killed).to.be.at.least(COUNT / 2);
    process.stdout.write(`      ${killed} faults: growth analyze killed at a call\n`);
  });

  it('(SIGKILL, no folder before) leaves none or one that the next run mends', async () => {
    await inPairs(TIMES, async (time) => {
      const out = path.join(temporaryFolder(), 'out');
      const child = start(out);
      setTimeout(() => child.kill('SIGKILL'), ((time + Math.random()) / COUNT) * 1.5 * duration);
      await ended(child);
      if (existsSync(path.join(out, 'request-bundle.json'))) expectWhole(out, ['new']);
      if (existsSync(out)) expectNextRunToMend(out);
    });
    process.stdout.write(`      ${COUNT} faults: growth analyze killed at random\n`);
  });
});
