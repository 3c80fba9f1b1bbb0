import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { contentsOf, folderWith, temporaryFolder } from '../support/growth.js';
import { documents } from './documents.mjs';

const WRITE_SET = path.join(import.meta.dirname, 'write-set.mjs');
const FILL_DISK = path.join(import.meta.dirname, 'fill-disk.mjs');

/** A shell that may mount: what it mounts, nobody else sees, and it goes with it. */
function inOwnMounts(script: string, args: readonly string[]) {
  return spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-euc', script, 'sh', ...args], {
    encoding: 'utf8',
  });
}

const mayMount = inOwnMounts('mount -t tmpfs tmpfs "$1"', [temporaryFolder()]).status === 0;

describe('a real file system that does not take the documents', function () {
  this.timeout(120_000);

  it('(a disk that fills up at every point) keeps the old set, and takes the next one when there is room', function () {
    if (!mayMount) this.skip();
    const script = 'mount -t tmpfs -o size=256k,nr_inodes=64 tmpfs "$1"; exec "$2" "$3" "$1"';
    const { status, stdout, stderr } = inOwnMounts(script, [temporaryFolder(), process.execPath, FILL_DISK]);
    expect([status, stderr]).to.deep.equal([0, '']);
    const { faults, failed } = JSON.parse(stdout) as { faults: number; failed: number };
    expect(failed).to.be.greaterThan(20);
    process.stdout.write(`      ${faults} faults: full disks, ${failed} of them too full\n`);
  });

  it('(mounted read-only) says so, and touches nothing', function () {
    if (!mayMount) this.skip();
    const folder = folderWith(Object.fromEntries(documents('old')));
    const script = 'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; exec "$2" "$3" "$1" new 5000';
    const { status, stderr } = inOwnMounts(script, [folder, process.execPath, WRITE_SET]);
    expect(stderr).to.match(/^output_unwritable: .*the file system is read-only/);
    expect(status).to.equal(4);
    expect(contentsOf(folder)).to.deep.equal(Object.fromEntries(documents('old')));
  });

  it('(a document that is mounted) puts back what it had replaced', function () {
    if (!mayMount) this.skip();
    const folder = folderWith(Object.fromEntries(documents('old')));
    // Others are replaced before it.
    const script =
      'mount --bind "$1/runner-maturity.json" "$1/runner-maturity.json"; exec "$2" "$3" "$1" new 5000';
    const { status, stderr } = inOwnMounts(script, [folder, process.execPath, WRITE_SET]);
    expect(stderr).to.match(/^output_unwritable: .*something in it is in use/);
    expect(status).to.equal(4);
    expect(contentsOf(folder)).to.deep.equal(Object.fromEntries(documents('old')));
  });

  it('(a limit on the size of files, at every size) keeps the old set, and creates no folder', () => {
    const old = Object.fromEntries(documents('old'));
    for (const blocks of [1, 2, 5, 9]) {
      for (const folder of [folderWith(old), path.join(temporaryFolder(), 'a', 'b')]) {
        const { status, stderr } = spawnSync(
          'sh',
          ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, WRITE_SET, folder, 'new', '5000'],
          { encoding: 'utf8' },
        );
        expect(stderr).to.match(/^output_unwritable: .*larger than a file may be/);
        expect(status).to.equal(4);
        if (existsSync(folder)) expect(contentsOf(folder)).to.deep.equal(old);
        else expect(existsSync(path.dirname(folder))).to.equal(false);
      }
    }
    process.stdout.write('      8 faults: limits on the size of files\n');
  });
});
