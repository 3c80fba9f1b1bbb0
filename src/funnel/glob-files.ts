import { type Dirent, type PathLike, readdir } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { GrowthError } from '../errors.js';
import { listInside } from '../files/contained-folder.js';
import { FileRefused } from '../files/refusal.js';
import { replaced } from '../inputs/containment.js';
import { globMatcher } from '../inputs/glob.js';

/** Files that one pattern may match. */
export const MAX_GLOB_MATCHES = 10_000;
/** Files and folders that are gone through for one pattern. */
export const MAX_GLOB_ENTRIES = 1_000_000;

export interface GlobLimits {
  readonly maxMatches: number;
  readonly maxEntries: number;
}

/**
 * Files below the root that a pattern matches, links to files and special files among them, for which the caller has
 * its own errors. Links to folders are not followed.
 *
 * @param root absolute, links resolved
 * @param pointer JSON pointer of the field that holds the pattern
 * @throws GrowthError `limit_exceeded`; `path_outside_root` for a folder that a link takes the place of meanwhile
 */
export async function filesMatching(
  root: string,
  pattern: string,
  pointer: string,
  { maxMatches, maxEntries }: GlobLimits = { maxMatches: MAX_GLOB_MATCHES, maxEntries: MAX_GLOB_ENTRIES },
): Promise<string[]> {
  const abort = new AbortController();
  let failure: GrowthError | undefined;
  let entries = 0;
  const list = async (folder: string) => {
    try {
      const found = await listInside(root, path.resolve(root, folder));
      entries += found.length;
      if (entries > maxEntries) fail(`"${pattern}" goes through more than ${maxEntries} files and folders`);
      return await Promise.all(found.map((entry) => entryOf(entry, folder)));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      // A folder that may not be listed holds nothing for this user.
      if (error.reason === 'outside') {
        failure ??= replaced(path.relative(root, folder), pointer);
      }
      return [];
    }
  };
  // All files of the folder that the pattern begins with are listed, and compared in linear time: names are strangers'.
  const base = fixedFolder(pattern);
  const files = await glob('**', {
    cwd: path.join(root, base),
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ...(!pattern.includes('**') && { deep: pattern.slice(base.length).split('/').length }),
    signal: abort.signal,
    fs: { readdir: asReaddir(list) },
  });
  const found = files.map((file) => path.posix.join(base, file)).filter(globMatcher(pattern));
  if (failure === undefined && found.length > maxMatches) {
    fail(`"${pattern}" matches ${found.length} files; at most ${maxMatches} are read`);
  }
  if (failure !== undefined) throw failure;
  return found;

  function fail(message: string): void {
    failure ??= new GrowthError('limit_exceeded', `${pointer}: ${message}`, {
      hint: 'Write a narrower pattern, or put the events of several small files into one.',
      details: [{ path: pointer, message }],
    });
    abort.abort();
  }
}

/** The folders that stand in a pattern before its first wildcard. */
function fixedFolder(pattern: string): string {
  const fixed = pattern.slice(0, Math.max(0, pattern.search(/[*?[{\\]/)));
  return fixed.slice(0, Math.max(0, fixed.lastIndexOf('/')));
}

/** An entry as the library asks for it: what is neither a folder nor a link to one may match as a file. */
async function entryOf(entry: Dirent<Buffer>, folder: string) {
  const name = entry.name.toString();
  const isLinkedFolder = entry.isSymbolicLink() && (await isFolder(path.join(folder, name)));
  const isFile = !entry.isDirectory() && !isLinkedFolder;
  return {
    name,
    isDirectory: () => entry.isDirectory(),
    isSymbolicLink: () => isLinkedFolder,
    isFile: () => isFile,
  };
}

function isFolder(link: string): Promise<boolean> {
  return stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  );
}

/** A listing in the form in which the glob library asks the file system. */
function asReaddir(list: (folder: string) => Promise<readonly unknown[]>) {
  const ask = (folder: PathLike, ...more: unknown[]): void => {
    const callback = more.at(-1);
    if (!isListener(callback)) throw new TypeError('readdir is called with a callback');
    list(folder.toString()).then(
      (entries) => callback(null, entries),
      (error: unknown) => callback(error),
    );
  };
  return Object.assign(ask, { __promisify__: readdir.__promisify__ });
}

function isListener(value: unknown): value is (error: unknown, entries?: readonly unknown[]) => void {
  return typeof value === 'function';
}
