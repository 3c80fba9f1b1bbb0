import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { GrowthError } from '../errors.js';
import { ifPossible, isSystemError, unwritable } from './failure.js';
import { isAlive, ownerName, parseOwner } from './lock-owner.js';

const LOCK = '.growth.lock';
/** Each one that fails has seen another run take or release the lock in between. */
const ATTEMPTS = 5;

export interface Lock {
  /** False when another run took it over, as after a pause in which this one seemed dead. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

/**
 * Keeps other runs out of a folder. The lock is a folder in it, with one empty file named after its owner. Each step is
 * one atomic call of the system, so that there is no instant at which a kill, or another run, leaves two owners or a
 * lock of nobody:
 * - taken: the folder is made under another name and renamed, which fails while there is one that is not empty;
 * - taken over from a dead owner: the file with its name is removed, which only one run can do, and not by mistake to
 *   the lock of a third that came between; then it is taken.
 *
 * @throws GrowthError `output_locked`, `output_unwritable`; what the system answers
 */
export function acquireLock(folder: string): Lock {
  const owner = ownerName();
  const lock = path.join(folder, LOCK);
  const prepared = `${lock}-${owner}`;
  try {
    mkdirSync(prepared);
    closeSync(openSync(path.join(prepared, owner), 'wx'));
    for (let attempts = 0; !takes(prepared, lock, owner); attempts += 1) {
      if (attempts === ATTEMPTS) throw locked('other runs keep taking the lock of the output folder');
      removeDead(lock, prepared);
    }
  } catch (error) {
    removeOwned(prepared, owner);
    throw error;
  }
  return {
    isHeld: () => existsSync(path.join(lock, owner)),
    release: () => {
      removeOwned(lock, owner);
    },
  };
}

/** Removes what runs that were killed on their way to the lock left in a folder. Only for who holds it. */
export function clearAbandonedLocks(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(`${LOCK}-`) ? parseOwner(name.slice(LOCK.length + 1)) : undefined;
    if (owner === undefined) continue;
    const abandoned = path.join(folder, name);
    ifPossible(() => {
      if (!isAlive(owner, abandoned, path.join(folder, LOCK))) removeOwned(abandoned, owner.name);
    });
  }
}

/** Not while another run has it, or was just about to. */
export function locked(message: string): GrowthError {
  return new GrowthError('output_locked', message, {
    hint: `Wait for it, or give each run a folder of its own. If surely no run is writing, remove ${LOCK} there.`,
  });
}

function takes(prepared: string, lock: string, owner: string): boolean {
  try {
    renameSync(prepared, lock);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOTEMPTY', 'EEXIST')) return false;
    if (isSystemError(error, 'EXDEV')) return movesIn(prepared, lock, owner);
    const entry = lstatSync(lock, { throwIfNoEntry: false });
    if (entry !== undefined && !entry.isDirectory())
      throw unwritable(path.dirname(lock), `a file named ${LOCK} is in the way`, error);
    // So Windows says that it is there, empty or not.
    if (entry !== undefined && process.platform === 'win32' && isSystemError(error, 'EPERM', 'EACCES'))
      return false;
    throw error;
  }
}

/**
 * Takes the lock where folders cannot be renamed, as on some file systems of containers: who finds itself alone in it has
 * it, since of two that come at once, the later one at least sees both.
 */
function movesIn(prepared: string, lock: string, owner: string): boolean {
  // Fails where it is there already, or where the next step fails, too.
  ifPossible(() => mkdirSync(lock));
  if (entriesOf(lock).length > 0) return false;
  try {
    renameSync(path.join(prepared, owner), path.join(lock, owner));
  } catch (error) {
    // Another run has removed the empty folder.
    if (isSystemError(error, 'ENOENT') && !existsSync(lock)) return false;
    throw error;
  }
  if (entriesOf(lock).length > 1) {
    renameSync(path.join(lock, owner), path.join(prepared, owner));
    return false;
  }
  ifPossible(() => rmdirSync(prepared));
  return true;
}

/** @throws GrowthError `output_locked` when the owner lives */
function removeDead(lock: string, prepared: string): void {
  const names = entriesOf(lock);
  const owner = names.map(parseOwner).find((parsed) => parsed !== undefined);
  if (owner === undefined && names.length > 0)
    throw unwritable(path.dirname(lock), `the folder ${LOCK} there holds what is not growth's`);
  if (owner !== undefined && isAlive(owner, lock, prepared))
    throw locked('another run is writing to the output folder');
  if (owner !== undefined) unlinkIfThere(path.join(lock, owner.name));
  // Where no folder can be renamed to an empty one (Windows).
  ifPossible(() => rmdirSync(lock));
}

/** The file first: what then takes the place of the empty folder is another's and is not removed. */
function removeOwned(folder: string, owner: string): void {
  ifPossible(() => unlinkSync(path.join(folder, owner)));
  ifPossible(() => rmdirSync(folder));
}

/** Another run may remove the file of a dead owner, too. */
function unlinkIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // Released meanwhile.
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}
