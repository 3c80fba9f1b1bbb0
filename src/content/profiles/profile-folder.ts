import path from 'node:path';
import { GrowthError } from '../../errors.js';
import { listInside } from '../../files/contained-folder.js';
import { FileRefused } from '../../files/refusal.js';
import { type ContainedPath, containedPath, refused } from '../../inputs/containment.js';
import { nearestFirst } from '../../inputs/problems.js';
import { BASE_PROFILE } from './profile.js';

/** Names that an error lists; a folder may hold thousands. */
const MAX_LISTED = 10;

export interface ProfileFolder {
  /** Root of the inputs: absolute, links resolved. */
  readonly root: string;
  /** Folder of the profiles, relative to the root. */
  readonly folder: string;
}

/** Where a profile is asked for. */
export interface ProfileWish {
  readonly name: string;
  /** A JSON pointer, or file and line. */
  readonly from: string;
  /** Files that were read on the way here, the first one first; none for the profile that the inputs name. */
  readonly chain: readonly string[];
}

/**
 * Finds the file of a profile by its name; the inputs may also give a path to a YAML file inside the root.
 *
 * @returns undefined for the built-in `base`
 * @throws GrowthError `profile_missing` with the names that exist, nearest first; `profile_invalid` where two files
 *   have a name; `path_outside_root`, `path_not_found` or `path_wrong_kind`
 */
export async function locateProfile(
  wish: ProfileWish,
  { root, folder }: ProfileFolder,
): Promise<ContainedPath | undefined> {
  const { name, from, chain } = wish;
  if (chain.length === 0 && IS_YAML.test(name)) return containedPath(root, name, 'file', from);
  const profiles = await profilesIn(root, folder);
  const [file, other] = profiles.get(name) ?? [];
  if (name === BASE_PROFILE.name) {
    if (file === undefined) return undefined;
    throw ambiguous(`${folder}/${file}: "${name}" is the built-in profile; give the file another name`);
  }
  if (file === undefined) throw missing(wish, folder, [...profiles.keys(), BASE_PROFILE.name]);
  if (other !== undefined) {
    throw ambiguous(`${from}: both ${folder}/${file} and ${folder}/${other} are "${name}"; keep one of them`);
  }
  return containedPath(root, path.posix.join(folder, file), 'file', from);
}

const IS_YAML = /\.ya?ml$/i;

/** Files of the folder by the names of the profiles; an absent folder holds none. */
async function profilesIn(root: string, folder: string): Promise<Map<string, string[]>> {
  let files: string[];
  try {
    files = await filesIn(await containedPath(root, folder, 'folder', '/profiles_path'));
  } catch (error) {
    if (error instanceof GrowthError && error.code === 'path_not_found') return new Map();
    throw error;
  }
  const profiles = new Map<string, string[]>();
  for (const file of files.filter((name) => IS_YAML.test(name)).sort()) {
    const name = file.replace(IS_YAML, '');
    profiles.set(name, [...(profiles.get(name) ?? []), file]);
  }
  return profiles;
}

async function filesIn({ root, relative, absolute, pointer }: ContainedPath): Promise<string[]> {
  try {
    return (await listInside(root, absolute)).map(({ name }) => name.toString());
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw refused(error.reason, relative, pointer, 'folder') ?? unlistable(relative, pointer, error);
  }
}

function unlistable(relative: string, pointer: string, cause: unknown): GrowthError {
  const message = `the folder "${relative}" cannot be listed`;
  return new GrowthError('profile_missing', `${pointer}: ${message}`, {
    hint: 'Check the permissions of the folder.',
    details: [{ path: pointer, message }],
    cause,
  });
}

function missing({ name, from, chain }: ProfileWish, folder: string, names: readonly string[]): GrowthError {
  const nearest = nearestFirst(name, names);
  const more = nearest.length - MAX_LISTED;
  const known = [...nearest.slice(0, MAX_LISTED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const isPath = /[/\\]/.test(name);
  const message = [
    `no profile "${name}" in ${folder}/`,
    ...(isPath && chain.length > 0 ? ['extends takes a name in that folder, not a path'] : []),
    ...(isPath && chain.length === 0 ? ['a path to a profile ends in .yaml or .yml'] : []),
    `there are ${known}`,
    ...(chain.length > 0 ? [`the chain is ${[...chain, name].join(' → ')}`] : []),
  ].join('; ');
  return new GrowthError('profile_missing', `${from}: ${message}`, { details: [{ path: from, message }] });
}

function ambiguous(message: string): GrowthError {
  return new GrowthError('profile_invalid', message);
}
