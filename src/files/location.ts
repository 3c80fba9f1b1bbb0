import { type BigIntStats, existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** A path; in bytes where names need not be UTF-8. */
export type Location = string | Buffer;

/** Which file or folder it is, whatever its names. */
export type Identity = Pick<BigIntStats, 'dev' | 'ino'>;

const DESCRIPTORS = '/proc/self/fd';

/** Whether the kernel tells where a descriptor leads, and opens the same again by that name. */
export const HAS_DESCRIPTOR_NAMES = process.platform === 'linux' && existsSync(DESCRIPTORS);

export function descriptorName(descriptor: number): string {
  return `${DESCRIPTORS}/${descriptor}`;
}

/** Whether a path lies inside the root, or is the root; both absolute, links resolved. */
export function isInside(root: string, absolute: Location): boolean {
  const folder = Buffer.from(root.endsWith(path.sep) ? root : root + path.sep);
  const bytes = Buffer.from(absolute);
  return bytes.equals(Buffer.from(root)) || bytes.subarray(0, folder.length).equals(folder);
}

/** Whether what is open lies inside the root now, by the kernel's own account. */
export function isDescriptorInside(root: string, descriptor: number): boolean {
  return isInside(root, readlinkSync(descriptorName(descriptor), 'buffer'));
}

/**
 * Whether a path leads to this file or folder, inside of the root, for systems without names of descriptors. Whoever
 * swaps links back and forth in step with these calls is not noticed.
 */
export function isSameInside(root: string, location: Location, { dev, ino }: Identity): boolean {
  try {
    const real = realpathSync.native(location, 'buffer');
    const found = lstatSync(real, { bigint: true });
    return isInside(root, real) && found.dev === dev && found.ino === ino;
  } catch {
    return false;
  }
}
