import { type AppFolder, imageKind, readAppFolders } from './app-folders.js';
import {
  type Metadata,
  type MetadataSegment,
  type MetadataStep,
  UNKNOWN_METADATA,
  mergeMetadata,
} from './metadata.js';
import type { NextConfig } from './next-config.js';
import type { Project } from './project.js';
import type { Route, Routes } from './route.js';
import { isNothing, type ObjectValue } from './values.js';

/** A page of the app router with what is known of its metadata. */
export interface AppPage {
  readonly route: Route;
  /** The merge from the root layout down; empty where a slot has its say. */
  readonly steps: readonly MetadataStep[];
  readonly metadata: Metadata;
  /** From the root down. */
  readonly layouts: readonly string[];
  /** Files that Next.js loads for the page: itself, layouts and their like, slots. */
  readonly roots: readonly string[];
  /** Shows nothing of its own and leads elsewhere. */
  readonly isRedirect: boolean;
}

/** The pages of the app router; those that only a slot has are left out. */
export function readAppPages(
  files: ReadonlySet<string>,
  { all, appFolder }: Routes,
  project: Project,
  config: NextConfig,
  extensions: readonly string[],
): AppPage[] {
  if (appFolder === undefined) return [];
  const folders = readAppFolders(files, appFolder, extensions);
  return all
    .filter(({ router, kind, isInSlot }) => router === 'app' && kind === 'page' && !isInSlot)
    .map((route) => readAppPage(route, folders, project, config));
}

function readAppPage(
  route: Route,
  folders: ReadonlyMap<string, AppFolder>,
  project: Project,
  config: NextConfig,
): AppPage {
  const chain = route.folders.map((path): AppFolder => folders.get(path) ?? { around: [], inSlots: [] });
  const inSlots = chain.flatMap((folder) => folder.inSlots);
  const isDecidedBySlot =
    inSlots.some((file) => imageKind(file) !== undefined || metadataOf(file, project) !== 'none') ||
    // A slot moves the line between the segments that have the template and those that are beside it.
    (inSlots.length > 0 && hasTitleObject(chain.at(-1)?.layout, project));
  const address = { pathname: `${config.basePath ?? ''}${route.path}`, trailingSlash: config.trailingSlash };
  const steps = isDecidedBySlot ? [] : mergeMetadata(segmentsOf(route, chain, project), address);
  const layouts = chain.flatMap(({ layout }) => layout ?? []);
  return {
    route,
    steps,
    metadata: steps.at(-1)?.after ?? UNKNOWN_METADATA,
    layouts,
    roots: [route.file, ...layouts, ...chain.flatMap(({ around }) => around), ...inSlots],
    isRedirect: project.sources.get(route.file)?.isRedirect ?? false,
  };
}

/** One for each folder, and one for the page, which has the images of its folder, too. */
function segmentsOf(route: Route, chain: readonly AppFolder[], project: Project): MetadataSegment[] {
  const last = chain.at(-1);
  return [...chain, { ...last, layout: route.file }].map(({ layout, openGraphImage, twitterImage }) => ({
    file: layout,
    metadata: layout === undefined ? 'none' : metadataOf(layout, project),
    openGraphImage,
    twitterImage,
  }));
}

function hasTitleObject(layout: string | undefined, project: Project): boolean {
  const metadata = layout === undefined ? 'none' : metadataOf(layout, project);
  return typeof metadata !== 'string' && metadata.entries.get('title')?.kind === 'object';
}

/** What a layout or page exports as its metadata. */
function metadataOf(file: string, project: Project): ObjectValue | 'none' | 'unknown' {
  const source = project.sources.get(file);
  if (source === undefined || source.isOpen || source.exports.has('generateMetadata')) return 'unknown';
  const value = source.exports.get('metadata')?.value;
  if (isNothing(value)) return 'none';
  return value?.kind === 'object' && !source.isClient ? value : 'unknown';
}
