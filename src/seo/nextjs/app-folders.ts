import { pageName } from './page-files.js';

/** What a folder under `app` holds beside its pages. */
export interface AppFolder {
  layout?: string;
  openGraphImage?: string;
  twitterImage?: string;
  /** template, loading and error files, which are rendered around the page or in its place. */
  readonly around: string[];
  /** Pages, layouts, defaults and images of the folder's slots, at any depth. */
  readonly inSlots: string[];
}

/** Reads the folders under `app` by the names of their files. */
export function readAppFolders(
  files: ReadonlySet<string>,
  appFolder: string,
  extensions: readonly string[],
): ReadonlyMap<string, AppFolder> {
  const folders = new Map<string, AppFolder>();
  const folderAt = (path: string): AppFolder => {
    const folder = folders.get(path) ?? { around: [], inSlots: [] };
    folders.set(path, folder);
    return folder;
  };
  for (const file of [...files].sort()) {
    if (!file.startsWith(`${appFolder}/`)) continue;
    const image = imageKind(file);
    const name = pageName(file, extensions)?.name;
    if (image === undefined && (name === undefined || !NAMES.has(name))) continue;
    for (const owner of slotOwners(file)) folderAt(owner).inSlots.push(file);
    const folder = folderAt(file.slice(0, file.lastIndexOf('/')));
    if (image !== undefined) folder[image] = file;
    else if (name === 'layout') folder.layout = file;
    else if (name !== 'page' && name !== 'default') folder.around.push(file);
  }
  return folders;
}

const NAMES: ReadonlySet<string> = new Set(['page', 'layout', 'default', 'template', 'loading', 'error']);

/** An image for link previews, drawn or made by code. */
export function imageKind(file: string): 'openGraphImage' | 'twitterImage' | undefined {
  const [, name] = /\/(opengraph|twitter)-image\d?\.(?:jpe?g|png|gif|[jt]sx?)$/.exec(file) ?? [];
  if (name === undefined) return undefined;
  return name === 'twitter' ? 'twitterImage' : 'openGraphImage';
}

/** The folders whose `@slot` the file lies in. */
function* slotOwners(file: string): Generator<string> {
  for (let at = file.indexOf('/@'); at !== -1; at = file.indexOf('/@', at + 1)) yield file.slice(0, at);
}
