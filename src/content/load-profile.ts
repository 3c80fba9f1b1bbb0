import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Document, LineCounter, isNode, parseDocument } from 'yaml';
import { GrowthError } from '../errors.js';
import { containedPath } from '../inputs/containment.js';
import { normalized } from '../inputs/parse.js';
import { nearestFirst, schemaProblems } from '../inputs/problems.js';
import { BASE_PROFILE, type Profile, type ProfileDocument, ProfileSchema, mergeProfiles } from './profile.js';

const MAX_LEVELS = 8;
const MAX_PROFILE_BYTES = 1024 * 1024;
const MAX_ALIASES = 100;

export interface ProfileFolder {
  /** Root of the inputs: absolute, links resolved. */
  readonly root: string;
  /** Folder of the profiles, relative to the root. */
  readonly folder: string;
}

/** A file of the chain: where it lies, relative to the root, and where its parents are looked up. */
interface ProfileFile {
  readonly relative: string;
  readonly absolute: string;
}

/**
 * Loads a profile with everything that it extends.
 *
 * @param wanted a name in the profiles folder, or a path to a YAML file inside the root
 * @param pointer JSON pointer of the field that names it
 * @throws GrowthError `profile_missing`, `profile_invalid` with file and line
 */
export async function loadProfile(wanted: string, pointer: string, folder: ProfileFolder): Promise<Profile> {
  const chain: { source: string; document: ProfileDocument }[] = [];
  let next: string | undefined = wanted;
  let from = pointer;
  while (next !== undefined) {
    if (next === BASE_PROFILE.name) {
      chain.push({ source: next, document: BASE_PROFILE });
      break;
    }
    const file: ProfileFile = await locate(next, from, folder, chain.length === 0);
    const names = [...chain.map(({ source }) => source), file.relative];
    if (chain.some(({ source }) => source === file.relative)) {
      throw new GrowthError(
        'profile_invalid',
        `${file.relative}: the profile extends itself: ${names.join(' → ')}`,
      );
    }
    if (chain.length === MAX_LEVELS) {
      throw new GrowthError(
        'profile_invalid',
        `${from}: more than ${MAX_LEVELS} levels of extends: ${names.join(' → ')}`,
      );
    }
    const document = await readProfile(file);
    chain.push({ source: file.relative, document });
    from = `${file.relative}: extends`;
    next = document.extends;
  }
  return mergeProfiles(chain);
}

async function locate(
  wanted: string,
  from: string,
  { root, folder }: ProfileFolder,
  mayBePath: boolean,
): Promise<ProfileFile> {
  if (mayBePath && /\.ya?ml$/i.test(wanted)) return containedPath(root, wanted, 'file', from);
  const existing = await profileNames(root, folder);
  const file = existing.get(wanted);
  if (file === undefined) throw missing(wanted, from, folder, [...existing.keys(), BASE_PROFILE.name]);
  return containedPath(root, path.posix.join(folder, file), 'file', from);
}

/** Names of the profiles in a folder with their files; an absent folder holds none. */
async function profileNames(root: string, folder: string): Promise<Map<string, string>> {
  let files: string[];
  try {
    files = await readdir((await containedPath(root, folder, 'folder', '/profiles_path')).absolute);
  } catch (error) {
    if (error instanceof GrowthError && error.code === 'path_not_found') return new Map();
    throw error;
  }
  const profiles = files.filter((file) => /\.ya?ml$/i.test(file)).sort();
  return new Map(profiles.map((file) => [file.replace(/\.ya?ml$/i, ''), file]));
}

function missing(wanted: string, from: string, folder: string, names: readonly string[]): GrowthError {
  const known = nearestFirst(wanted, names).join(', ');
  const message = `no profile "${wanted}" in ${folder}/; there are ${known}`;
  return new GrowthError('profile_missing', `${from}: ${message}`, { details: [{ path: from, message }] });
}

async function readProfile(file: ProfileFile): Promise<ProfileDocument> {
  if ((await stat(file.absolute)).size > MAX_PROFILE_BYTES) {
    throw new GrowthError('profile_invalid', `${file.relative}: larger than 1 MiB`);
  }
  const lines = new LineCounter();
  const yaml = parseYaml(await readText(file), lines, file);
  const [problem] = yaml.errors;
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw new GrowthError(
      'profile_invalid',
      `${file.relative}:${line}:${col}: ${problem.message.split('\n', 1)[0] ?? ''}`,
    );
  }
  const value = toValue(yaml, file);
  const problems = schemaProblems(ProfileSchema, value);
  if (problems.length > 0) {
    const details = problems.map(({ path: pointer, message }) => ({
      path: `${file.relative}:${lineOf(yaml, pointer, lines)}`,
      message: `${pointer === '' ? '/' : pointer}: ${message}`,
    }));
    throw new GrowthError('profile_invalid', `${file.relative} is not a profile`, { details });
  }
  return ProfileSchema.parse(value);
}

async function readText(file: ProfileFile): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file.absolute));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new GrowthError('profile_invalid', `${file.relative}: is not UTF-8 text`, { cause: error });
  }
}

function parseYaml(text: string, lineCounter: LineCounter, file: ProfileFile): Document {
  try {
    return parseDocument(text, { lineCounter, version: '1.2', schema: 'core', uniqueKeys: true });
  } catch (error) {
    // Deep nesting exhausts the parser's stack.
    throw new GrowthError('profile_invalid', `${file.relative}: ${String(error)}`, { cause: error });
  }
}

function toValue(yaml: Document, file: ProfileFile): unknown {
  try {
    return normalized(yaml.toJS({ maxAliasCount: MAX_ALIASES }), file.relative);
  } catch (error) {
    throw new GrowthError(
      'profile_invalid',
      `${file.relative}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Line of the deepest node on the way to a pointer that the file has. */
function lineOf(yaml: Document, pointer: string, lines: LineCounter): number {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let length = keys.length; length > 0; length--) {
    const node = yaml.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
