import { pageName } from './page-files.js';
import { type Module, type ModuleResolver, readModules } from './project-modules.js';
import type { Routes } from './route.js';
import { readSource, type SourceFile } from './source-file.js';
import type { NextSources } from './sources.js';

/** The sources that pages are made of: what Next.js loads by name, and whatever those import. */
export interface Project {
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Sources that could not be read: no JavaScript or TypeScript, or too long. */
  readonly unparsed: readonly string[];
  /** Names of the packages in package.json. */
  readonly packages: readonly string[];
  readonly modulesOf: (file: string) => readonly Module[];
  /** The files, and all that import them, directly or not. */
  readonly importersOf: (files: Iterable<string>) => ReadonlySet<string>;
}

/** Files that Next.js loads for a page of the app router, beside the page. */
const APP_FILES: ReadonlySet<string> = new Set([
  'page',
  'layout',
  'template',
  'default',
  'loading',
  'error',
  'global-error',
  'not-found',
  'global-not-found',
]);
const SOURCE = /\.[cm]?[jt]sx?$/;

export async function readProject(
  { files, read }: NextSources,
  routes: Routes,
  extensions: readonly string[],
): Promise<Project> {
  const { resolve, packages } = await readModules({ files, read });
  const sources = new Map<string, SourceFile>();
  const modules = new Map<string, readonly Module[]>();
  const unparsed: string[] = [];
  const pending = entryFiles(files, routes, extensions);
  const seen = new Set(pending);
  for (const file of pending) {
    if (!SOURCE.test(file)) continue;
    const text = await read(file);
    const source = text === undefined ? undefined : readSource(file, text);
    if (source === undefined) {
      unparsed.push(file);
      continue;
    }
    const imported = importsOf(source, resolve);
    sources.set(file, source);
    modules.set(file, imported);
    for (const module of imported) {
      if (module.kind !== 'file' || seen.has(module.file)) continue;
      seen.add(module.file);
      pending.push(module.file);
    }
  }
  const importers = importersByFile(modules);
  return {
    sources,
    unparsed: unparsed.sort(),
    packages,
    modulesOf: (file) => modules.get(file) ?? [],
    importersOf: (from) => closure(from, importers),
  };
}

function importsOf({ imports, path }: SourceFile, resolve: ModuleResolver): Module[] {
  return imports.map(({ specifier }) => resolve(specifier, path));
}

function entryFiles(
  files: ReadonlySet<string>,
  { appFolder, pagesFolder }: Routes,
  extensions: readonly string[],
): string[] {
  return [...files].sort().filter((file) => {
    const name = pageName(file, extensions)?.name;
    if (name === undefined) return false;
    if (appFolder !== undefined && file.startsWith(`${appFolder}/`)) {
      return APP_FILES.has(name) && !file.slice(appFolder.length).includes('/_');
    }
    return (
      pagesFolder !== undefined &&
      file.startsWith(`${pagesFolder}/`) &&
      !file.startsWith(`${pagesFolder}/api/`)
    );
  });
}

function importersByFile(modules: ReadonlyMap<string, readonly Module[]>): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const [importer, imported] of modules) {
    for (const module of imported) {
      if (module.kind !== 'file') continue;
      const known = importers.get(module.file);
      if (known === undefined) importers.set(module.file, [importer]);
      else known.push(importer);
    }
  }
  return importers;
}

function closure(from: Iterable<string>, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set(from);
  // A set goes on over what is added while it is read.
  for (const file of reached) for (const other of next.get(file) ?? []) reached.add(other);
  return reached;
}
