import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { GrowthError } from '../errors.js';

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
const LOCK_FILE = '.growth.lock';
/** Writing takes seconds. A lock of which nothing else is known counts as left behind after this. */
const STALE_MS = 60_000;
const STAGING_PREFIX = '.growth-staging-';

/** File name to text. */
export type OutputSet = ReadonlyMap<string, string>;

/**
 * Replaces the documents of a folder as one set. Everything is written and synced in a staging folder
 * first; then the old bundle is removed, the others are renamed into place, and the bundle last. All of
 * it happens without yielding, so no signal handler runs in between; after a kill the next run clears up.
 *
 * @throws GrowthError `output_unwritable`, `output_locked`
 */
export function writeOutputSet(out: string, files: OutputSet): void {
  if (!files.has(COMMIT_FILE)) throw new Error(`an output set has a ${COMMIT_FILE}`);
  const created = attempt(out, () => createFolder(path.resolve(out)));
  const lock = path.join(out, LOCK_FILE);
  try {
    attempt(out, () => acquireLock(lock));
    try {
      attempt(out, () => replaceSet(out, files));
    } finally {
      rmSync(lock, { force: true });
    }
  } catch (error) {
    removeCreated(out, created);
    throw error;
  }
}

/**
 * Refuses an output folder that surely cannot be written, before a long analysis is spent on it.
 *
 * @throws GrowthError `output_unwritable`
 */
export function checkOutputFolder(out: string): void {
  for (let folder = path.resolve(out); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      if (!statSync(folder).isDirectory()) throw unwritable(out, 'it is, or lies below, a file');
      return;
    }
    if (folder === path.dirname(folder)) return;
  }
}

/**
 * Creates a folder and its parents, one by one: Node's recursive mkdir never ends below a folder in
 * which nothing can be created, such as /proc.
 *
 * @returns the first folder that had to be created, if any
 */
export function createFolder(folder: string): string | undefined {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory())
      throw Object.assign(new Error('a file is in the way'), { code: 'EEXIST' });
    return undefined;
  }
  const first = createFolder(path.dirname(folder));
  mkdirSync(folder);
  return first ?? folder;
}

function replaceSet(out: string, files: OutputSet): void {
  refuseFolders(out);
  clearStaging(out);
  const staging = path.join(out, `${STAGING_PREFIX}${process.pid}`);
  try {
    mkdirSync(staging);
    for (const [name, text] of files) writeSynced(path.join(staging, name), text);
    syncFolder(staging);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  // From here on the old set is being replaced; the bundle's absence says that it is not whole.
  try {
    rmSync(path.join(out, COMMIT_FILE), { force: true });
    syncFolder(out);
    for (const name of OWN_FILES) {
      if (name === COMMIT_FILE) continue;
      if (files.has(name)) renameSync(path.join(staging, name), path.join(out, name));
      else rmSync(path.join(out, name), { force: true });
    }
    syncFolder(out);
    renameSync(path.join(staging, COMMIT_FILE), path.join(out, COMMIT_FILE));
    syncFolder(out);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** A folder in the place of a file would stop the replacement half-way. */
function refuseFolders(out: string): void {
  for (const name of OWN_FILES) {
    if (lstatSync(path.join(out, name), { throwIfNoEntry: false })?.isDirectory() === true)
      throw unwritable(out, `a folder named ${name} is in the way`);
  }
}

/** Staging that a killed run left; the lock makes sure that it is nobody's. */
function clearStaging(out: string): void {
  for (const name of readdirSync(out)) {
    if (name.startsWith(STAGING_PREFIX)) rmSync(path.join(out, name), { recursive: true, force: true });
  }
}

function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, 'wx');
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes renames durable; where folders cannot be opened (Windows), the file system sees to it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function acquireLock(lock: string): void {
  for (let attempts = 0; attempts < 3; attempts++) {
    if (createWith(lock, lockText(process.pid))) return;
    removeStale(lock);
  }
  throw locked('other runs keep taking the lock of the output folder');
}

/**
 * Removes a lock that a dead process left. Only who holds the second lock removes one that is not its
 * own, and looks again before: else of two runs that see a stale lock, one could remove the other's.
 *
 * @throws GrowthError `output_locked` when it is held
 */
function removeStale(lock: string): void {
  if (isHeld(lock)) throw locked('another run is writing to the output folder');
  const takeover = `${lock}-takeover`;
  if (!createWith(takeover, '')) {
    // Held for a few system calls; older ones are left of a run that was killed in between.
    if (ageMs(takeover) > STALE_MS) rmSync(takeover, { force: true });
    return;
  }
  try {
    if (!isHeld(lock)) rmSync(lock, { force: true });
  } finally {
    rmSync(takeover, { force: true });
  }
}

/** @returns whether the file was not there before */
function createWith(file: string, text: string): boolean {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, text);
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function locked(message: string): GrowthError {
  return new GrowthError('output_locked', message, {
    hint: `Wait for it, or give each run a folder of its own. If surely no run is writing, remove ${LOCK_FILE} there.`,
  });
}

/** Where and by which process; when that started, where the system tells, since ids are used again. */
function lockText(pid: number): string {
  return [hostname(), pid, startTime(pid)].join(' ');
}

/**
 * A lock is held while its process lives. Of another host's, and between its creation and its text,
 * only its age tells.
 */
function isHeld(lock: string): boolean {
  const text = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  const [host, pid] = text.split(' ');
  const owner = Number(pid);
  if (host !== hostname() || !Number.isSafeInteger(owner) || owner <= 0) return ageMs(lock) < STALE_MS;
  // This process writes one set at a time.
  if (owner === process.pid) return false;
  try {
    process.kill(owner, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return text === lockText(owner);
}

/** Since it was last written; a file that is gone is as old as can be. */
function ageMs(file: string): number {
  const entry = statSync(file, { throwIfNoEntry: false });
  return entry === undefined ? Infinity : Date.now() - entry.mtimeMs;
}

/** Field 22 of Linux's `/proc/PID/stat`, clock ticks since boot; elsewhere nothing. */
function startTime(pid: number): string {
  try {
    // The name in parentheses may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[19] ?? '';
  } catch {
    return '';
  }
}

function removeCreated(out: string, created: string | undefined): void {
  if (created === undefined) return;
  // Only the folders that this run made, and only while they are empty.
  for (
    let folder = path.resolve(out);
    folder.startsWith(path.resolve(created));
    folder = path.dirname(folder)
  ) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

function attempt<T>(out: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof GrowthError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw unwritable(out, REASONS[code] ?? `the system says ${code}`, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
  ENAMETOOLONG: 'a name in the path is too long',
  ENOENT: 'the folder disappeared while it was written',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it lies below a file',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};

function unwritable(out: string, reason: string, cause?: unknown): GrowthError {
  return new GrowthError(
    'output_unwritable',
    `the output folder "${path.basename(out)}" cannot be written: ${reason}`,
    {
      cause,
    },
  );
}
