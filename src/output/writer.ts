import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Redacted } from '../safety/redaction.js';
import { writing } from './failure.js';
import { createFolder, removeFolders } from './folder.js';
import { acquireLock, clearAbandonedLocks, locked } from './lock.js';
import { replaceFiles } from './replacement.js';
import { Staging, clearStaging } from './staging.js';

/** The commit record: where it lies, the files beside it are of the same run. */
export const COMMIT_FILE = 'request-bundle.json';

/** Every file that growth may write to an output folder; those that a run did not make are removed. */
const OWN_FILES: readonly string[] = [
  COMMIT_FILE,
  'report.json',
  'report.md',
  'runner-maturity.json',
  'findings.ndjson',
  'report.html',
  'findings.sarif',
  'platform-bundle.json',
];

/** Name of a document to its text; only what has passed redaction can be one. */
export type OutputSet = ReadonlyMap<string, Redacted<string>>;

/**
 * Replaces the documents of a folder as one set, or leaves it as it was. All of it happens without yielding, so no
 * signal handler runs in between; after a kill the next run clears up.
 *
 * @param out folder, created if absent
 * @throws GrowthError `output_unwritable`, `output_locked`
 */
export function writeOutputSet(out: string, files: OutputSet): void {
  if (!files.has(COMMIT_FILE)) throw new Error(`an output set has a ${COMMIT_FILE}`);
  writeFiles(out, files, OWN_FILES);
}

/**
 * Writes files of a folder, all of them or none, and each complete or not at all. Everything is written and synced in a
 * staging folder first; then the old files are moved there, and the new ones to their place.
 *
 * Not for documents: of those only what passed redaction may be written.
 *
 * @param out      folder, created if absent
 * @param files    name of a file, or its path below the folder, to its text
 * @param replaced names of files that are removed where there is no new one
 * @throws GrowthError `output_unwritable`, `output_locked`
 */
export function writeFiles(
  out: string,
  files: ReadonlyMap<string, string>,
  replaced: readonly string[] = [],
): void {
  writing(out, () => {
    const created: string[] = [];
    try {
      const folders = [...files.keys()].map((name) => path.dirname(path.resolve(out, name)));
      for (const folder of new Set(folders)) created.push(...createFolder(folder));
      // When a link on the way to the folder is changed meanwhile, all of it still happens in one place.
      writeLocked(realpathSync(out), files, replaced);
    } catch (error) {
      removeFolders(created);
      throw error;
    }
  });
}

function writeLocked(folder: string, files: ReadonlyMap<string, string>, replaced: readonly string[]): void {
  const lock = acquireLock(folder);
  try {
    clearAbandonedLocks(folder);
    clearStaging(folder);
    const staging = new Staging(folder);
    try {
      const names = [...new Set([...files.keys(), ...replaced])];
      const changes = names.map((name) => staging.stage(path.join(folder, name), files.get(name)));
      staging.sync();
      if (!lock.isHeld()) throw locked('another run took the lock of the output folder over');
      const recordPlace = path.join(folder, COMMIT_FILE);
      replaceFiles(folder, {
        record: changes.find(({ place }) => place === recordPlace),
        others: changes.filter(({ place }) => place !== recordPlace),
      });
      staging.remove();
    } catch (error) {
      staging.removeNew();
      throw error;
    }
  } finally {
    lock.release();
  }
}
