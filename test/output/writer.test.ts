import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { GrowthError } from '../../src/errors.js';
import { writeOutputSet } from '../../src/output/writer.js';
import { contentsOf, folderWith, temporaryFolder } from '../support/growth.js';

const set = (run: string) =>
  new Map(
    ['request-bundle.json', 'report.json', 'report.md', 'runner-maturity.json'].map((file) => [
      file,
      `${run} ${file}`,
    ]),
  );
const texts = (run: string) => Object.fromEntries([...set(run)]);

function thrown(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

function codeOf(action: () => void): string {
  const error = thrown(action);
  return error instanceof GrowthError ? error.code : String(error);
}

/** Clock ticks since boot at which a process started, as Linux tells. */
const startOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]!;

/** The id of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('writeOutputSet', () => {
  it('creates the folder and its parents', () => {
    const out = path.join(temporaryFolder(), 'a', 'b');
    writeOutputSet(out, set('one'));
    expect(contentsOf(out)).to.deep.equal(texts('one'));
  });

  it('replaces the old set, removes own files that this run did not make, and leaves others alone', () => {
    const out = folderWith({
      ...texts('old'),
      'report.html': 'old',
      'findings.ndjson': 'old',
      'notes.txt': 'mine',
    });
    writeOutputSet(out, set('new'));
    expect(contentsOf(out)).to.deep.equal({ ...texts('new'), 'notes.txt': 'mine' });
  });

  it('clears staging that a killed run left, and takes over the lock of a dead process', () => {
    const out = folderWith({
      '.growth-staging-99/report.json': 'half',
      '.growth.lock': `${hostname()} ${deadProcess()} 123`,
    });
    writeOutputSet(out, set('new'));
    expect(readdirSync(out).sort()).to.deep.equal(Object.keys(texts('new')).sort());
  });

  it('takes over a lock of which only the age tells once it is old, not while it is fresh', () => {
    for (const text of ['', 'another-host 1 5']) {
      const out = folderWith({ '.growth.lock': text });
      expect(codeOf(() => writeOutputSet(out, set('new')))).to.equal('output_locked');
      utimesSync(path.join(out, '.growth.lock'), 0, 0);
      writeOutputSet(out, set('new'));
      expect(contentsOf(out)).to.deep.equal(texts('new'));
    }
  });

  it('takes over its own lock, and one whose process id belongs to another process now', () => {
    for (const text of [`${hostname()} ${process.pid} 5`, `${hostname()} ${process.ppid} 5`]) {
      const out = folderWith({ '.growth.lock': text });
      writeOutputSet(out, set('new'));
      expect(contentsOf(out)).to.deep.equal(texts('new'));
    }
  });

  it('keeps out of a folder that another run is writing to, and names the lock', () => {
    const lock = `${hostname()} ${process.ppid} ${startOf(process.ppid)}`;
    const out = folderWith({ ...texts('old'), '.growth.lock': lock });
    const error = thrown(() => writeOutputSet(out, set('new')));
    expect(error).to.have.property('code', 'output_locked');
    expect(error).to.have.property('hint').that.includes('remove .growth.lock');
    expect(contentsOf(out)).to.deep.equal({ ...texts('old'), '.growth.lock': lock });
  });

  it('lets one of many runs at once take over a stale lock; sets are never mixed', async function () {
    this.timeout(60_000);
    const script = path.join(import.meta.dirname, '..', 'support', 'write-set.ts');
    for (let round = 0; round < 3; round++) {
      const out = folderWith({ '.growth.lock': `${hostname()} ${deadProcess()} 1` });
      const runs = Array.from({ length: 4 }, async (_, index) => {
        const child = spawn(process.execPath, ['--import', 'tsx', script, out, `run${index}`]);
        const [code] = (await once(child, 'exit')) as [number];
        return code;
      });
      const codes = await Promise.all(runs);
      expect(codes).to.include(0);
      expect(codes.filter((code) => code !== 0 && code !== 4)).to.deep.equal([]);
      const runOf = new Set(Object.values(contentsOf(out)).map((text) => text.split(' ', 1)[0]));
      expect(runOf.size).to.equal(1);
      expect(readdirSync(out).filter((name) => name.startsWith('.'))).to.deep.equal([]);
    }
  });

  it('refuses a folder that is a file, or lies below one, and creates nothing', () => {
    const folder = folderWith({ file: 'x' });
    for (const out of ['file', 'file/below'])
      expect(codeOf(() => writeOutputSet(path.join(folder, out), set('new')))).to.equal('output_unwritable');
    expect(contentsOf(folder)).to.deep.equal({ file: 'x' });
  });

  it('leaves the old set untouched when a document cannot be staged', () => {
    const out = folderWith(texts('old'));
    const bad = new Map([...set('new'), ['missing-folder/x.json', 'x']]);
    expect(codeOf(() => writeOutputSet(out, bad))).to.equal('output_unwritable');
    expect(contentsOf(out)).to.deep.equal(texts('old'));
  });

  it('refuses a folder in the place of a file before anything is touched', () => {
    for (const name of ['report.md', 'report.html', 'request-bundle.json']) {
      const { [name]: _, ...old } = texts('old');
      const out = folderWith({ ...old, [`${name}/in-the-way`]: '' });
      const error = thrown(() => writeOutputSet(out, set('new')));
      expect(error).to.have.property('message').that.includes(`a folder named ${name} is in the way`);
      expect(contentsOf(out)).to.deep.equal({ ...old, [`${name}/in-the-way`]: '' });
    }
  });

  it('takes the bundle away first and brings it back last, so that what stops in between shows', () => {
    class Stopping extends Map<string, string> {
      override has(name: string): boolean {
        if (name === 'report.md') throw new Error('stopped');
        return super.has(name);
      }
    }
    const out = folderWith(texts('old'));
    expect(() => writeOutputSet(out, new Stopping(set('new')))).to.throw('stopped');
    expect(readdirSync(out).sort()).to.deep.equal(['report.json', 'report.md', 'runner-maturity.json']);
  });
});
