import { existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { GrowthError } from '../../src/errors.js';
import { writeFiles, writeOutputSet } from '../../src/output/writer.js';
import { outputSet } from '../support/output-set.js';
import { contentsOf, folderWith, temporaryFolder } from '../support/growth.js';

const set = (run: string) =>
  outputSet(
    ['request-bundle.json', 'report.json', 'report.md', 'runner-maturity.json'].map((file) => [
      file,
      `${run} ${file}`,
    ]),
  );
const texts = (run: string) => Object.fromEntries([...set(run)]);

function messageOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    return error instanceof GrowthError ? `${error.code}: ${error.message}` : String(error);
  }
  return 'no error';
}

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

  it('refuses a set without its commit record', () => {
    expect(() => writeOutputSet(temporaryFolder(), outputSet([['report.json', '{}']]))).to.throw(
      'request-bundle.json',
    );
  });

  it('refuses a folder in the place of a file before anything is touched', () => {
    for (const name of ['report.md', 'report.html', 'request-bundle.json']) {
      const { [name]: _, ...old } = texts('old');
      const out = folderWith({ ...old, [`${name}/in-the-way`]: '' });
      expect(messageOf(() => writeOutputSet(out, set('new')))).to.include(
        `a folder named ${name} is in the way`,
      );
      expect(contentsOf(out)).to.deep.equal({ ...old, [`${name}/in-the-way`]: '' });
    }
  });

  it('replaces links under its names and not what they lead to, be they whole, dangling or to folders', () => {
    const elsewhere = folderWith({ precious: 'text', 'folder/inside': 'text' });
    const out = folderWith({ 'report.md': 'old' });
    symlinkSync(path.join(elsewhere, 'precious'), path.join(out, 'report.json'));
    symlinkSync(path.join(elsewhere, 'nothing'), path.join(out, 'request-bundle.json'));
    symlinkSync(path.join(elsewhere, 'folder'), path.join(out, 'report.html'));
    linkSync(path.join(elsewhere, 'precious'), path.join(out, 'runner-maturity.json'));
    writeOutputSet(out, set('new'));
    expect(contentsOf(out)).to.deep.equal(texts('new'));
    expect(lstatSync(path.join(out, 'report.json')).isFile()).to.equal(true);
    expect(contentsOf(elsewhere)).to.deep.equal({ precious: 'text', 'folder/inside': 'text' });
  });

  it('writes where a link to a folder leads, and says so of one that leads nowhere', () => {
    const folder = folderWith({ 'real/notes.txt': 'mine' });
    symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'));
    writeOutputSet(path.join(folder, 'link'), set('new'));
    expect(contentsOf(path.join(folder, 'real'))).to.deep.equal({ ...texts('new'), 'notes.txt': 'mine' });
    symlinkSync(path.join(folder, 'gone'), path.join(folder, 'dangling'));
    for (const out of ['dangling', 'dangling/below'])
      expect(messageOf(() => writeOutputSet(path.join(folder, out), set('new')))).to.match(
        /^output_unwritable: .*a link that leads nowhere is in the way/,
      );
    expect(existsSync(path.join(folder, 'gone'))).to.equal(false);
  });

  it('clears staging that a killed run left, but neither follows a link nor removes what is not of a run', () => {
    const elsewhere = folderWith({ '0.new': 'mine' });
    const out = folderWith({
      '.growth-staging-aaaaaa/0.new': 'half',
      '.growth-staging-aaaaaa/1.old': 'old',
      '.growth-staging-bbbbbb/0.new': 'half',
      '.growth-staging-bbbbbb/thesis.txt': 'mine',
    });
    symlinkSync(elsewhere, path.join(out, '.growth-staging-cccccc'));
    writeOutputSet(out, set('new'));
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).to.have.members([
      '.growth-staging-bbbbbb',
      '.growth-staging-cccccc',
    ]);
    expect(contentsOf(path.join(out, '.growth-staging-bbbbbb'))).to.deep.equal({ 'thesis.txt': 'mine' });
    expect(contentsOf(elsewhere)).to.deep.equal({ '0.new': 'mine' });
  });

  it('creates no folder when one below it cannot be created', () => {
    const folder = temporaryFolder();
    const out = path.join(folder, 'a', 'b', 'x'.repeat(300));
    expect(messageOf(() => writeOutputSet(out, set('new')))).to.match(
      /^output_unwritable: .*a name in the path is too long/,
    );
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('puts everything back when a document cannot be put in its place', () => {
    const out = folderWith({ ...texts('old'), 'findings.ndjson': 'old' });
    const tooLong = outputSet([...set('new'), [`${'x'.repeat(300)}.json`, 'x']]);
    const before = contentsOf(out);
    expect(messageOf(() => writeOutputSet(out, tooLong))).to.match(/^output_unwritable: .*too long/);
    expect(contentsOf(out)).to.deep.equal(before);
  });
});

describe('writeFiles', () => {
  it('writes all files or none, those below folders, too', () => {
    const out = folderWith({ 'a.json': 'old', 'schemas/b.json': 'old', 'notes.txt': 'mine' });
    const before = contentsOf(out);
    mkdirSync(path.join(out, 'schemas', 'c.json'));
    const files = new Map([
      ['a.json', 'new'],
      ['schemas/b.json', 'new'],
      ['schemas/c.json', 'new'],
    ]);
    expect(messageOf(() => writeFiles(out, files))).to.include('a folder named c.json is in the way');
    expect(contentsOf(out)).to.deep.equal(before);
    files.delete('schemas/c.json');
    writeFiles(out, new Map([...files, ['more/d.json', 'new']]));
    expect(readFileSync(path.join(out, 'more', 'd.json'), 'utf8')).to.equal('new');
    expect(contentsOf(out)).to.deep.equal({ ...before, ...Object.fromEntries(files), 'more/d.json': 'new' });
  });
});
