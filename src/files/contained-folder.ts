import { type Dirent, closeSync, constants, lstatSync, openSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import {
  HAS_DESCRIPTOR_NAMES,
  type Location,
  descriptorName,
  isDescriptorInside,
  isSameInside,
} from './location.js';
import { FileRefused, refusal } from './refusal.js';

/**
 * Lists a folder that was found inside the root: by its descriptor where the system can, so that no link takes its
 * place meanwhile.
 *
 * @param root absolute, links resolved
 * @param folder absolute, links resolved
 * @throws FileRefused
 */
export async function listInside(root: string, folder: Location): Promise<Dirent<Buffer>[]> {
  try {
    return await (HAS_DESCRIPTOR_NAMES ? listByDescriptor(root, folder) : listByName(root, folder));
  } catch (error) {
    throw refusal(error);
  }
}

const FLAGS = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const LISTING = { withFileTypes: true, encoding: 'buffer' } as const;

async function listByDescriptor(root: string, folder: Location): Promise<Dirent<Buffer>[]> {
  const descriptor = openSync(folder, FLAGS);
  try {
    if (!isDescriptorInside(root, descriptor)) throw new FileRefused('outside');
    return await readdir(descriptorName(descriptor), LISTING);
  } finally {
    closeSync(descriptor);
  }
}

export async function listByName(root: string, folder: Location): Promise<Dirent<Buffer>[]> {
  const listed = lstatSync(folder, { bigint: true });
  const entries = isSameInside(root, folder, listed) ? await readdir(folder, LISTING) : undefined;
  if (entries === undefined || !isSameInside(root, folder, listed)) throw new FileRefused('outside');
  return entries;
}
