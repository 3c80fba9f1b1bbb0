/**
 * On a small file system of its own (the argument): leaves less and less room, byte blocks or files, and writes a set
 * there each time. Prints how often, and how often there was too little room.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GrowthError } from '../../dist/errors.js';
import { writeOutputSet } from '../../dist/output/writer.js';
import { documents } from './documents.mjs';

const disk = process.argv[2];
const out = path.join(disk, 'out');
const ballast = path.join(disk, 'ballast');
const sets = ['old', 'new'].map((run) => documents(run));
const counts = { faults: 0, failed: 0 };

for (let left = 0; left <= 16; left += 1) {
  tryWith(() => fillBlocks(left));
  tryWith(() => fillFiles(left));
}
process.stdout.write(JSON.stringify(counts));

function tryWith(fill) {
  for (const [before, after] of [sets, [undefined, sets[1]]]) {
    rmSync(out, { recursive: true, force: true });
    if (before !== undefined) {
      mkdirSync(out);
      for (const [name, text] of before) writeFileSync(path.join(out, name), text);
    }
    mkdirSync(ballast);
    fill();
    counts.faults += 1;
    const error = failure(() => writeOutputSet(out, after));
    if (error !== undefined) {
      counts.failed += 1;
      assert.equal(error.code, 'output_unwritable', error.stack);
      assert.match(error.message, /the disk is full/);
    }
    assert.deepEqual(contents(), error === undefined ? after : (before ?? new Map()));
    rmSync(ballast, { recursive: true });
    writeOutputSet(out, after);
    assert.deepEqual(contents(), after);
  }
}

/** Leaves room for so many blocks. */
function fillBlocks(left) {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(path.join(ballast, 'blocks'), Buffer.alloc(Math.max(0, bavail - left) * bsize));
}

/** Leaves room for so many files and folders. */
function fillFiles(left) {
  const { ffree } = statfsSync(disk);
  for (let file = 0; file < ffree - left; file += 1) writeFileSync(path.join(ballast, `${file}`), '');
}

function failure(write) {
  try {
    write();
    return undefined;
  } catch (error) {
    if (!(error instanceof GrowthError)) throw error;
    return error;
  }
}

/** Everything in the output folder, hidden files too, in the order of the documents. */
function contents() {
  const names = readdirSync(disk).includes('out') ? readdirSync(out) : [];
  const order = [...new Set(sets.flatMap((set) => [...set.keys()]))];
  names.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return new Map(names.map((name) => [name, readFileSync(path.join(out, name), 'utf8')]));
}
