import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { GrowthError } from '../errors.js';

/** A path from the inputs that was found to lie inside the root. */
export interface ContainedPath {
  /** Relative to the root, normalized, with slashes: what documents may show. */
  readonly relative: string;
  /** Absolute, links resolved: what is opened. */
  readonly absolute: string;
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
  const entry = await stat(absolute);
  if (kind === 'folder' ? !entry.isDirectory() : !entry.isFile()) {
    throw new GrowthError(
      'path_wrong_kind',
      `${pointer}: "${relative}" is not a ${kind === 'file' ? 'regular file' : 'folder'}`,
      {
        details: [{ path: pointer, message: `is not a ${kind === 'file' ? 'regular file' : 'folder'}` }],
      },
    );
  }
  return { relative, absolute };
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

export function isInside(root: string, absolute: string): boolean {
  const relative = path.relative(root, absolute);
  return (
    relative === '' ||
    (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative))
  );
}

async function resolveLinks(absolute: string, relative: string, pointer: string): Promise<string> {
  try {
    return await realpath(absolute);
  } catch (error) {
    throw new GrowthError('path_not_found', `${pointer}: "${relative}" does not exist below the root`, {
      details: [{ path: pointer, message: `"${relative}" does not exist below the root` }],
      cause: error,
    });
  }
}

function outside(pointer: string, message: string): GrowthError {
  return new GrowthError('path_outside_root', `${pointer}: ${message}`, {
    details: [{ path: pointer, message }],
  });
}
