import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { GrowthError } from '../errors.js';
import { type OpenFile, openInside } from '../files/contained-file.js';
import { isInside } from '../files/location.js';
import { FileRefused, type Refusal } from '../files/refusal.js';
import { inMebibytes } from './sizes.js';

/** A path from the inputs that was found to lie inside the root; `openContained` makes sure when it is opened. */
export interface ContainedPath {
  /** Root that it may not leave: absolute, links resolved. */
  readonly root: string;
  /** Relative to the root, normalized, with slashes: what documents may show. */
  readonly relative: string;
  /** Absolute, links resolved: what is opened. */
  readonly absolute: string;
  /** JSON pointer, or file and line, that names it. */
  readonly pointer: string;
}

/**
 * Resolves a path from the inputs and refuses it unless it stays inside the root, also after links.
 *
 * @param root absolute, links resolved
 * @param pointer JSON pointer of the field, for messages
 * @throws GrowthError `path_outside_root`, `path_not_found` or `path_wrong_kind`
 */
export async function containedPath(
  root: string,
  given: string,
  kind: 'file' | 'folder',
  pointer: string,
): Promise<ContainedPath> {
  const relative = normalizeRelative(given, pointer);
  const absolute = await resolveLinks(path.join(root, relative), relative, pointer);
  if (!isInside(root, absolute)) {
    throw outside(pointer, `"${relative}" is a link that leads out of the root`);
  }
  const entry = await statOf(absolute, relative, pointer);
  if (kind === 'folder' ? !entry.isDirectory() : !entry.isFile()) throw wrongKind(pointer, relative, kind);
  return { root, relative, absolute, pointer };
}

/**
 * Opens a file of the inputs, which still has to lie inside the root and be a regular one.
 *
 * @param unreadable makes the error where it cannot be read for another reason, as "cannot be read"
 * @throws GrowthError `path_outside_root`, `path_not_found`, `path_wrong_kind`
 */
export function openContained(
  { root, relative, absolute, pointer }: ContainedPath,
  unreadable: (problem: string, cause: unknown) => GrowthError,
): OpenFile {
  try {
    return openInside(root, absolute);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw refused(error.reason, relative, pointer, 'file') ?? unreadable('cannot be read', error);
  }
}

/**
 * Reads a file of the inputs whole; see `openContained`.
 *
 * @param unreadable also where it is larger than `maxBytes`
 */
export function readContained(
  file: ContainedPath,
  maxBytes: number,
  unreadable: (problem: string, cause?: unknown) => GrowthError,
): Buffer {
  const opened = openContained(file, unreadable);
  try {
    return opened.read(maxBytes);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw error.reason === 'too large'
      ? unreadable(`is larger than ${inMebibytes(maxBytes)}`)
      : unreadable('cannot be read', error);
  } finally {
    opened.close();
  }
}

/** The error for a path that lay inside the root, and does no more. */
export function replaced(relative: string, pointer: string): GrowthError {
  return outside(pointer, `"${relative}" was replaced by a link while the analysis ran`);
}

/** The error for a path that was refused when it was opened; undefined where it is there, but cannot be read. */
export function refused(
  reason: Refusal,
  relative: string,
  pointer: string,
  kind: 'file' | 'folder',
): GrowthError | undefined {
  if (reason === 'outside') return replaced(relative, pointer);
  if (reason === 'missing') return notFound(pointer, relative);
  return reason === 'special' ? wrongKind(pointer, relative, kind) : undefined;
}

/** `./a/../a` is `a`; what climbs above its start or does not start from it is refused. */
export function normalizeRelative(given: string, pointer: string): string {
  if (given.includes('\u0000')) throw outside(pointer, 'the path holds a NUL byte');
  if (path.isAbsolute(given) || path.win32.isAbsolute(given)) {
    throw outside(pointer, 'the path is absolute; write it relative to the root');
  }
  const relative = path.posix.normalize(given.split(path.sep).join('/')).replace(/\/+$/, '');
  if (relative === '..' || relative.startsWith('../')) {
    throw outside(pointer, `"${given}" climbs out of the root`);
  }
  return relative === '' ? '.' : relative;
}

async function resolveLinks(absolute: string, relative: string, pointer: string): Promise<string> {
  try {
    return await realpath(absolute);
  } catch (error) {
    throw notFound(pointer, relative, error);
  }
}

async function statOf(absolute: string, relative: string, pointer: string): Promise<Stats> {
  try {
    return await stat(absolute);
  } catch (error) {
    throw notFound(pointer, relative, error);
  }
}

function notFound(pointer: string, relative: string, cause?: unknown): GrowthError {
  const message = `"${relative}" ${NOT_FOUND.get(errorCode(cause)) ?? 'does not exist below the root'}`;
  return new GrowthError('path_not_found', `${pointer}: ${message}`, {
    details: [{ path: pointer, message }],
    cause,
  });
}

/** Why a path leads nowhere, other than that nothing is there. */
const NOT_FOUND: ReadonlyMap<unknown, string> = new Map([
  ['ELOOP', 'is a link that leads back to itself'],
  ['ENAMETOOLONG', 'is longer than a path may be'],
  ['EACCES', 'lies in a folder that may not be entered'],
]);

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function wrongKind(pointer: string, relative: string, kind: 'file' | 'folder'): GrowthError {
  const message = `is not a ${kind === 'file' ? 'regular file' : 'folder'}`;
  return new GrowthError('path_wrong_kind', `${pointer}: "${relative}" ${message}`, {
    details: [{ path: pointer, message }],
  });
}

function outside(pointer: string, message: string): GrowthError {
  return new GrowthError('path_outside_root', `${pointer}: ${message}`, {
    details: [{ path: pointer, message }],
  });
}
