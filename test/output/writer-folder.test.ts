import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { GrowthError } from '../../src/errors.js';
import { checkOutputFolder } from '../../src/output/folder.js';
import { writeOutputSet } from '../../src/output/writer.js';
import { type Fault, arm } from '../faults/failpoint.mjs';
import { contentsOf, folderWith, temporaryFolder } from '../support/growth.js';
import { outputSet } from '../support/output-set.js';

const SET = outputSet([['request-bundle.json', 'new']]);

function reasonOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    if (!(error instanceof GrowthError)) throw error;
    expect(error.code).to.equal('output_unwritable');
    return error.message.replace(/^.* cannot be written: /, '');
  }
  return 'none';
}

function callsWith(out: string, call?: number, fault?: Fault): { calls: readonly string[]; reason: string } {
  const { calls, disarm } = arm({
    folder: out,
    ...(call !== undefined && { call }),
    ...(fault !== undefined && { fault }),
  });
  try {
    return { calls, reason: reasonOf(() => writeOutputSet(out, SET)) };
  } finally {
    disarm();
  }
}

describe('checkOutputFolder', () => {
  it('accepts a folder, and a path below one that does not exist yet', () => {
    const folder = temporaryFolder();
    for (const out of [folder, path.join(folder, 'a', 'b')])
      expect(reasonOf(() => checkOutputFolder(out))).to.equal('none');
  });

  it('refuses what lies below a file, a link that leads nowhere, and a name that is too long', () => {
    const folder = folderWith({ file: '' });
    symlinkSync(path.join(folder, 'gone'), path.join(folder, 'link'));
    for (const [out, reason] of [
      ['file', 'it is, or lies below, a file'],
      ['file/a/b', 'it is, or lies below, a file'],
      ['link', 'it is, or lies below, a link that leads nowhere'],
      ['x'.repeat(300), 'a name in the path is too long'],
    ] as const)
      expect(reasonOf(() => checkOutputFolder(path.join(folder, out)))).to.equal(reason);
  });

  it('refuses a folder in which nothing can be created', () => {
    for (const [fault, reason] of [
      ['EACCES', 'permission denied'],
      ['EROFS', 'the file system is read-only'],
    ] as const) {
      const folder = temporaryFolder();
      // The second call: after what lies there, whether it may be written.
      const { calls, disarm } = arm({ folder, call: 2, fault });
      try {
        expect(reasonOf(() => checkOutputFolder(folder))).to.equal(reason);
        expect(calls[1]).to.match(/^accessSync /);
      } finally {
        disarm();
      }
    }
  });
});

describe('a failure of the file system', () => {
  it('is named in words', () => {
    for (const [fault, reason] of [
      ['ENOSPC', 'the disk is full'],
      ['EDQUOT', 'the quota is used up'],
      ['EFBIG', 'a document is larger than a file may be here'],
      ['ESTALE', 'the network folder is gone'],
      ['EIO', 'the disk reports an error'],
      ['EMFILE', 'the system says EMFILE'],
    ] as const) {
      const out = folderWith({ 'request-bundle.json': 'old' });
      expect(callsWith(out, 1, fault).reason).to.equal(reason);
      expect(contentsOf(out)).to.deep.equal({ 'request-bundle.json': 'old' });
    }
  });

  it('to sync a folder is none where folders cannot be synced; to sync a document is one', () => {
    const { calls } = callsWith(temporaryFolder());
    const syncs = calls.flatMap((name, index) => (name.startsWith('fsyncSync') ? [index] : []));
    for (const index of syncs) {
      const isFolder = calls[index - 1]?.endsWith(' r') === true;
      const { reason } = callsWith(temporaryFolder(), index + 1, 'EINVAL');
      expect(reason).to.equal(isFolder ? 'none' : 'the system says EINVAL');
    }
    expect(syncs).to.have.lengthOf(5);
  });
});
