import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { ifPossible, isSystemError, unwritable, writing } from './failure.js';

/**
 * Refuses an output folder that surely cannot be written, before a long analysis is spent on it.
 *
 * @throws GrowthError `output_unwritable`
 */
export function checkOutputFolder(out: string): void {
  for (let folder = path.resolve(out); ; folder = path.dirname(folder)) {
    const entry = writing(out, () => entryAt(folder));
    if (entry === 'a folder') {
      writing(out, () => {
        accessSync(folder, constants.W_OK);
      });
      return;
    }
    if (entry !== undefined) throw unwritable(out, `it is, or lies below, ${entry}`);
    if (folder === path.dirname(folder)) return;
  }
}

/**
 * Creates a folder and its parents, one by one: Node's recursive mkdir never ends below a folder in
 * which nothing can be created, such as /proc.
 *
 * @returns the folders that had to be created, outermost first; none is left where that fails
 */
export function createFolder(folder: string): string[] {
  const entry = entryAt(folder);
  if (entry === 'a folder') return [];
  if (entry !== undefined) throw unwritable(folder, `${entry} is in the way`);
  const created = createFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
    return [...created, folder];
  } catch (error) {
    // Another run, which creates the same folder.
    if (isSystemError(error, 'EEXIST') && entryAt(folder) === 'a folder') return created;
    removeFolders(created);
    throw error;
  }
}

/** Removes folders that this run created, as far as they are empty. */
export function removeFolders(created: readonly string[]): void {
  for (const folder of [...created].reverse()) ifPossible(() => rmdirSync(folder));
}

/** Makes what was created, renamed and removed in a folder durable. */
export function syncFolder(folder: string): void {
  // Windows opens no folders; its file systems see to it.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some network file systems do not sync folders and say so like this (PostgreSQL's fsync_fname knows them, too).
    if (!isSystemError(error, 'EINVAL', 'EBADF')) throw error;
  } finally {
    closeSync(descriptor);
  }
}

type Entry = 'a folder' | 'a file' | 'a link that leads nowhere';

/** What lies at a path, links followed; nothing where a folder could be created. */
function entryAt(folder: string): Entry | undefined {
  try {
    const target = statSync(folder, { throwIfNoEntry: false });
    if (target !== undefined) return target.isDirectory() ? 'a folder' : 'a file';
    return lstatSync(folder, { throwIfNoEntry: false }) && 'a link that leads nowhere';
  } catch (error) {
    // Below a file there is nothing.
    if (isSystemError(error, 'ENOTDIR')) return undefined;
    throw error;
  }
}
