import { GrowthError } from '../../errors.js';
import type { ContainedPath } from '../../inputs/containment.js';
import { schemaProblems } from '../../inputs/problems.js';
import { BASE_PROFILE, type Profile, type ProfileDocument, ProfileSchema, mergeProfiles } from './profile.js';
import { type ProfileFolder, type ProfileWish, locateProfile } from './profile-folder.js';
import { readTextFile } from '../files/text-file.js';
import { TEXT_LIMITS, readYaml } from '../../inputs/yaml-source.js';

export const MAX_LEVELS = 8;

/** A profile of the chain before it is merged. */
interface Level {
  /** A file relative to the root, or a built-in. */
  readonly source: string;
  readonly document: ProfileDocument;
  /** Where it says what it extends. */
  readonly extendsAt: string;
}

/**
 * Loads a profile with everything that it extends.
 *
 * @param wanted a name in the profiles folder, or a path to a YAML file inside the root
 * @param pointer JSON pointer of the field that names it
 * @throws GrowthError `profile_missing`, `profile_invalid` with file and line; `path_outside_root`, `path_not_found`,
 *   `path_wrong_kind`
 */
export async function loadProfile(wanted: string, pointer: string, folder: ProfileFolder): Promise<Profile> {
  const chain: Level[] = [];
  let wish: ProfileWish | undefined = { name: wanted, from: pointer, chain: [] };
  while (wish !== undefined) {
    const level = await loadLevel(wish, folder);
    chain.push(level);
    const sources = chain.map(({ source }) => source);
    wish = nextWish(level, sources);
  }
  return mergeProfiles(chain);
}

function nextWish({ document, extendsAt }: Level, chain: readonly string[]): ProfileWish | undefined {
  return document.extends === undefined ? undefined : { name: document.extends, from: extendsAt, chain };
}

async function loadLevel(wish: ProfileWish, folder: ProfileFolder): Promise<Level> {
  const { name, from, chain } = wish;
  const file = await locateProfile(wish, folder);
  if (file === undefined) return { source: name, document: BASE_PROFILE, extendsAt: name };
  const names = [...chain, file.relative].join(' → ');
  if (chain.includes(file.relative)) {
    throw new GrowthError('profile_invalid', `${from}: the profile extends itself: ${names}`);
  }
  if (chain.length === MAX_LEVELS) {
    throw new GrowthError('profile_invalid', `${from}: more than ${MAX_LEVELS} levels of extends: ${names}`);
  }
  return readProfile(file);
}

function readProfile(file: ContainedPath): Level {
  const { relative } = file;
  const text = readTextFile(
    file,
    (problem, cause) => new GrowthError('profile_invalid', `${relative} ${problem}`, { cause }),
  );
  const { value, lineOf } = readYaml(text, {
    file: relative,
    firstLine: 1,
    code: 'profile_invalid',
    limits: TEXT_LIMITS,
  });
  if (value === null) {
    throw new GrowthError(
      'profile_invalid',
      `${relative}:1: the profile is empty; it needs at least a name, as in "name: Acme"`,
    );
  }
  const problems = schemaProblems(ProfileSchema, value);
  if (problems.length > 0) {
    const details = problems.map(({ path: pointer, message }) => ({
      path: `${relative}:${lineOf(pointer)}`,
      message: `${pointer === '' ? '/' : pointer}: ${message}`,
    }));
    throw new GrowthError('profile_invalid', `${relative} is not a profile`, { details });
  }
  return {
    source: relative,
    document: ProfileSchema.parse(value),
    extendsAt: `${relative}:${lineOf('/extends')}: extends`,
  };
}
