import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { GrowthError } from '../../src/errors.js';
import { acquireLock } from '../../src/output/lock.js';
import { ownerName } from '../../src/output/lock-owner.js';
import { writeOutputSet } from '../../src/output/writer.js';
import { arm } from '../faults/failpoint.mjs';
import { folderWith, temporaryFolder } from '../support/growth.js';
import { outputSet } from '../support/output-set.js';

const SET = outputSet([['request-bundle.json', 'new']]);

/** Clock ticks since boot at which a process started, as Linux tells. */
const startOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]!;

/** The owner's name for a lock, as another process of this machine, or one elsewhere, would have it. */
function ownerOf(pid: number, started: string, { isElsewhere = false } = {}): string {
  const [, , place = '', number = ''] = ownerName().split('-');
  return [pid, started, isElsewhere ? '0123456789ab' : place, number].join('-');
}

function lockedBy(owner: string): string {
  return folderWith({ [`.growth.lock/${owner}`]: '', 'request-bundle.json': 'old' });
}

function errorOf(out: string): GrowthError | undefined {
  try {
    writeOutputSet(out, SET);
    return undefined;
  } catch (error) {
    if (!(error instanceof GrowthError)) throw error;
    return error;
  }
}

function expectTaken(out: string): void {
  expect(errorOf(out)).to.equal(undefined);
  expect(readdirSync(out)).to.deep.equal(['request-bundle.json']);
}

function expectRefused(out: string): void {
  const before = readdirSync(out, { recursive: true });
  const error = errorOf(out);
  expect(error).to.have.property('code', 'output_locked');
  expect(error).to.have.property('hint').that.includes('remove .growth.lock');
  expect(readdirSync(out, { recursive: true })).to.deep.equal(before);
  expect(readFileSync(path.join(out, 'request-bundle.json'), 'utf8')).to.equal('old');
}

describe('the lock of an output folder', () => {
  it('is refused while its owner runs', () => {
    expectRefused(lockedBy(ownerOf(process.ppid, startOf(process.ppid))));
  });

  it('is taken over from a process that has ended, or whose id belongs to another now', () => {
    expectTaken(lockedBy(ownerOf(spawnSync(process.execPath, ['-e', '']).pid, '5')));
    expectTaken(lockedBy(ownerOf(process.ppid, '5')));
    expectTaken(lockedBy(ownerOf(process.pid, startOf(process.pid))));
  });

  it('is taken over from a process that has ended and of which its parent has not heard', async () => {
    // The shell becomes a program that does not wait for the child that it started.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(String(line));
    try {
      for (let waited = 0; !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')); waited += 10) {
        if (waited > 5000) throw new Error('the child does not end');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expectTaken(lockedBy(ownerOf(pid, startOf(pid))));
    } finally {
      await end(parent);
    }
  });

  it('of another machine or container is refused for a minute, whatever this machine takes the time to be', () => {
    const out = lockedBy(ownerOf(1, '5', { isElsewhere: true }));
    expectRefused(out);
    const secondsAgo = (seconds: number) => Date.now() / 1000 - seconds;
    utimesSync(path.join(out, '.growth.lock'), secondsAgo(50), secondsAgo(50));
    expectRefused(out);
    utimesSync(path.join(out, '.growth.lock'), secondsAgo(70), secondsAgo(70));
    expectTaken(out);
  });

  it('that nobody holds is taken', () => {
    const out = folderWith({});
    mkdirSync(path.join(out, '.growth.lock'));
    expectTaken(out);
  });

  it('is not taken where a file or other things have its name, and nothing is touched', () => {
    for (const [file, says] of [
      ['.growth.lock', 'a file named .growth.lock is in the way'],
      ['.growth.lock/thesis.txt', "holds what is not growth's"],
    ] as const) {
      const out = folderWith({ [file]: 'mine', 'request-bundle.json': 'old' });
      const error = errorOf(out);
      expect(error).to.have.property('code', 'output_unwritable');
      expect(error?.message).to.include(says);
      expect(readFileSync(path.join(out, file), 'utf8')).to.equal('mine');
      expect(readdirSync(out)).to.have.members(['.growth.lock', 'request-bundle.json']);
    }
  });

  it('is noticed as lost when another run takes it over, and that run keeps it', () => {
    const folder = temporaryFolder();
    const lock = acquireLock(folder);
    const other = acquireLock(folder);
    expect([lock.isHeld(), other.isHeld()]).to.deep.equal([false, true]);
    lock.release();
    expect(other.isHeld()).to.equal(true);
    other.release();
    expect(existsSync(path.join(folder, '.growth.lock'))).to.equal(false);
  });

  it('is taken, refused and taken over as well where folders cannot be renamed', () => {
    const errorWithoutRename = (out: string) => {
      // After the folder, its real path, and the lock that is prepared: mkdir, open, close.
      const { calls, disarm } = arm({ folder: out, call: 6, fault: 'EXDEV' });
      try {
        return errorOf(out)?.code;
      } finally {
        disarm();
        expect(calls[5]).to.match(/^renameSync \S+ \.growth\.lock$/);
      }
    };
    for (const out of [folderWith({}), lockedBy(ownerOf(process.ppid, '5'))]) {
      expect(errorWithoutRename(out)).to.equal(undefined);
      expect(readdirSync(out)).to.deep.equal(['request-bundle.json']);
    }
    const running = ownerOf(process.ppid, startOf(process.ppid));
    const out = lockedBy(running);
    expect(errorWithoutRename(out)).to.equal('output_locked');
    expect(readdirSync(out)).to.have.members(['.growth.lock', 'request-bundle.json']);
    expect(readdirSync(path.join(out, '.growth.lock'))).to.deep.equal([running]);
  });

  it('leaves the attempt of another run alone while that runs, and clears it afterwards', () => {
    const out = folderWith({});
    const running = `.growth.lock-${ownerOf(process.ppid, startOf(process.ppid))}`;
    const ended = `.growth.lock-${ownerOf(process.ppid, '5')}`;
    for (const name of [running, ended]) mkdirSync(path.join(out, name));
    writeFileSync(path.join(out, '.growth.lock-notes'), 'mine');
    writeOutputSet(out, SET);
    expect(readdirSync(out)).to.have.members([running, '.growth.lock-notes', 'request-bundle.json']);
  });
});

async function end(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'close');
}
