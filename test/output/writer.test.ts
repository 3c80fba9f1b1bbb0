import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
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

function codeOf(action: () => void): string | undefined {
  try {
    action();
  } catch (error) {
    return error instanceof GrowthError ? error.code : String(error);
  }
  return undefined;
}

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
      '.growth.lock': String(deadProcess()),
    });
    writeOutputSet(out, set('new'));
    expect(readdirSync(out).sort()).to.deep.equal(Object.keys(texts('new')).sort());
  });

  it('takes over a lock without a process id once it is old, not while it is fresh', () => {
    const out = folderWith({ '.growth.lock': '' });
    expect(codeOf(() => writeOutputSet(out, set('new')))).to.equal('output_locked');
    utimesSync(path.join(out, '.growth.lock'), 0, 0);
    writeOutputSet(out, set('new'));
    expect(contentsOf(out)).to.deep.equal(texts('new'));
  });

  it('keeps out of a folder that another run is writing to', () => {
    const out = folderWith({ ...texts('old'), '.growth.lock': String(process.ppid) });
    expect(codeOf(() => writeOutputSet(out, set('new')))).to.equal('output_locked');
    expect(contentsOf(out)).to.deep.equal({ ...texts('old'), '.growth.lock': String(process.ppid) });
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

  it('takes the bundle away first and brings it back last, so that what stops in between shows', () => {
    const out = folderWith({ 'request-bundle.json': 'old', 'runner-maturity.json': 'old' });
    mkdirSync(path.join(out, 'report.md'));
    writeFileSync(path.join(out, 'report.md', 'in-the-way'), '');
    expect(codeOf(() => writeOutputSet(out, set('new')))).to.equal('output_unwritable');
    expect(existsSync(path.join(out, 'request-bundle.json'))).to.equal(false);
    expect(existsSync(path.join(out, '.growth.lock'))).to.equal(false);
  });
});
