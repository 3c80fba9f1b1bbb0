import { constants } from 'node:os';
import path from 'node:path';
import { GrowthError } from '../errors.js';

/** Runs steps that write to a folder; what the system says against one becomes an error for its user. */
export function writing<T>(folder: string, steps: () => T): T {
  try {
    return steps();
  } catch (error) {
    throw isSystemError(error) ? unwritable(folder, reasonOf(error), error) : error;
  }
}

export function unwritable(folder: string, reason: string, cause?: unknown): GrowthError {
  // Of the path only the name: errors end up in logs, and the rest of it names people and machines.
  const name = path.basename(path.resolve(folder));
  return new GrowthError('output_unwritable', `the output folder "${name}" cannot be written: ${reason}`, {
    cause,
  });
}

/** Whether an error is what the system answered to a call, with one of these codes if any are named. */
export function isSystemError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return false;
  return codes.length === 0 || codes.includes(String(error.code));
}

/** Runs a step whose failure is of no consequence: the next run sees to what is left. */
export function ifPossible(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** What a user can make of a failure of the system. */
export function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return String(error);
  const { code = '', errno } = error;
  if (errno === -constants.errno.EDQUOT) return 'the quota is used up';
  // Node knows no name for it.
  if (errno === -constants.errno.ESTALE) return 'the network folder is gone';
  return REASONS[code] ?? `the system says ${code}`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'something in it is in use',
  EEXIST: 'a file is in the way',
  EFBIG: 'a document is larger than a file may be here',
  EIO: 'the disk reports an error',
  EISDIR: 'a folder is in the way',
  ELOOP: 'links in its path lead in a circle',
  ENAMETOOLONG: 'a name in the path is too long',
  ENOENT: 'the folder disappeared while it was written',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it lies below a file',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};
