import { posix } from 'node:path';
import { isBuiltin } from 'node:module';
import { parse } from 'jsonc-parser';
import * as z from 'zod';
import type { NextSources } from './sources.js';

/** Where an import leads. */
export type Module =
  | { readonly kind: 'file'; readonly file: string }
  /** A package; `isOwn` if it lies in the same repository, so that it may hold anything of the site. */
  | { readonly kind: 'package'; readonly name: string; readonly isOwn: boolean }
  /** Looks like a file of the project, but which one can't be told. */
  | { readonly kind: 'unknown' };

export type ModuleResolver = (specifier: string, from: string) => Module;

const EXTENSIONS = [
  '',
  '.tsx',
  '.ts',
  '.jsx',
  '.js',
  '.mjs',
  '.cjs',
  '.mdx',
  '/index.tsx',
  '/index.ts',
  '/index.jsx',
  '/index.js',
];

/** Resolves imports as the bundler does: relative ones, `paths` and `baseUrl` of the project, packages. */
export async function readModules(
  sources: NextSources,
): Promise<{ readonly resolve: ModuleResolver; readonly packages: readonly string[] }> {
  const aliases = await readAliases(sources);
  const packages = await readPackages(sources);
  const fileAt = (base: string): string | undefined => {
    const path = posix.normalize(base);
    const found = EXTENSIONS.map((extension) => path + extension).find((file) => sources.files.has(file));
    // In TypeScript `./x.js` may stand for `./x.ts`.
    const source = path.replace(/\.([cm]?)jsx?$/, '.$1ts');
    return found ?? [source, `${source}x`].find((file) => sources.files.has(file));
  };
  const resolve: ModuleResolver = (specifier, from) => {
    if (/^\.\.?(?:\/|$)/.test(specifier))
      return fileOrUnknown(fileAt(posix.join(posix.dirname(from), specifier)));
    for (const target of aliasTargets(specifier, aliases)) {
      const file = fileAt(target);
      if (file !== undefined) return { kind: 'file', file };
    }
    const name = packageName(specifier);
    if (isBuiltin(specifier)) return { kind: 'package', name, isOwn: false };
    const version = packages?.get(name);
    if (version !== undefined)
      return { kind: 'package', name, isOwn: /^(?:workspace|file|link|portal):/.test(version) };
    const isKnownToComeWithNext = /^(?:next|react|react-dom)$/.test(name);
    // Without a list of packages, only what has the form of an alias is taken for a file.
    const isPackage = packages === undefined ? !/^[@~#$]?\//.test(specifier) : isKnownToComeWithNext;
    return isPackage ? { kind: 'package', name, isOwn: false } : { kind: 'unknown' };
  };
  return { resolve, packages: [...(packages?.keys() ?? [])].sort() };
}

function fileOrUnknown(file: string | undefined): Module {
  return file === undefined ? { kind: 'unknown' } : { kind: 'file', file };
}

/** `@scope/name/deep` is the package `@scope/name`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

interface Aliases {
  readonly baseUrl: string | undefined;
  /** Pattern with at most one `*`, and what may stand for it. */
  readonly paths: readonly (readonly [string, readonly string[]])[];
}

function* aliasTargets(specifier: string, { baseUrl, paths }: Aliases): Generator<string> {
  for (const [pattern, targets] of paths) {
    const [start = '', end] = pattern.split('*');
    const isMatch =
      end === undefined
        ? specifier === start
        : specifier.length >= start.length + end.length &&
          specifier.startsWith(start) &&
          specifier.endsWith(end);
    if (!isMatch) continue;
    const middle = end === undefined ? '' : specifier.slice(start.length, specifier.length - end.length);
    for (const target of targets) yield target.replace('*', () => middle);
  }
  if (baseUrl !== undefined) yield posix.join(baseUrl, specifier);
}

const compilerConfig = z.object({
  extends: z.string().optional().catch(undefined),
  compilerOptions: z
    .object({
      baseUrl: z.string().optional().catch(undefined),
      paths: z.record(z.string(), z.array(z.string())).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** `paths` of tsconfig.json or jsconfig.json, or of the file of the project that it extends. */
async function readAliases({ files, read }: NextSources): Promise<Aliases> {
  let file = ['tsconfig.json', 'jsconfig.json'].find((candidate) => files.has(candidate));
  for (let depth = 0; depth < 5 && file !== undefined; depth += 1) {
    const config = compilerConfig.safeParse(parseJson((await read(file)) ?? ''));
    if (!config.success) break;
    const { extends: parent, compilerOptions } = config.data;
    const folder = posix.dirname(file);
    const { paths, baseUrl } = compilerOptions ?? {};
    if (paths !== undefined || baseUrl !== undefined) {
      const base = posix.join(folder, baseUrl ?? '.');
      const entries = Object.entries(paths ?? {}).map(
        ([pattern, targets]) => [pattern, targets.map((target) => posix.join(base, target))] as const,
      );
      return { baseUrl: baseUrl === undefined ? undefined : base, paths: entries };
    }
    const next: string = parent === undefined ? '' : posix.join(folder, parent);
    file = [next, `${next}.json`].find((candidate) => files.has(candidate));
  }
  return { baseUrl: undefined, paths: [] };
}

const versions = z.record(z.string(), z.string()).optional().catch(undefined);
const manifest = z.object({ dependencies: versions, devDependencies: versions, peerDependencies: versions });

/** Packages with the versions that the project asks for; undefined without a package.json. */
async function readPackages({ files, read }: NextSources): Promise<Map<string, string> | undefined> {
  if (!files.has('package.json')) return undefined;
  const found = manifest.safeParse(parseJson((await read('package.json')) ?? ''));
  if (!found.success) return undefined;
  const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = found.data;
  return new Map(Object.entries({ ...peerDependencies, ...devDependencies, ...dependencies }));
}

/** JSON with comments and trailing commas, as these files have them; what is broken gives what could be read. */
function parseJson(text: string): unknown {
  try {
    return parse(text, [], { allowTrailingComma: true });
  } catch {
    // Nested beyond the stack.
    return undefined;
  }
}
