import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '../inputs/containment.js';

/** Folders that are never part of a deployed site. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** What a scanned folder holds; paths are relative to it, with slashes. */
export interface SiteFiles {
  /** Every file, for link resolution. */
  readonly files: ReadonlySet<string>;
  /** Every folder, without a trailing slash; the scanned one is ''. */
  readonly folders: ReadonlySet<string>;
  /** HTML files that may be pages, by UTF-16 code unit. */
  readonly candidates: readonly string[];
}

/**
 * Lists a site's files. Links are followed while they stay inside the root and lead to no folder
 * that is being listed already; others are left out, as a deployment would leave them.
 *
 * @param folder absolute, links resolved
 * @param root absolute, links resolved
 */
export async function listSiteFiles(folder: string, root: string): Promise<SiteFiles> {
  const files = new Set<string>();
  const folders = new Set<string>(['']);
  await walk(folder, '', [folder]);
  const candidates = [...files].filter(isPageCandidate).sort();
  return { files, folders, candidates };

  async function walk(absolute: string, relative: string, ancestors: readonly string[]): Promise<void> {
    for (const entry of await readdir(absolute, { withFileTypes: true })) {
      if (SKIPPED_FOLDERS.has(entry.name)) continue;
      const child = relative === '' ? entry.name : `${relative}/${entry.name}`;
      const target = await resolveEntry(path.join(absolute, entry.name), entry.isSymbolicLink());
      if (target === undefined) continue;
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && (await stat(target)).isDirectory());
      if (!isFolder) {
        files.add(child);
      } else if (!ancestors.includes(target)) {
        folders.add(child);
        await walk(target, child, [...ancestors, target]);
      }
    }
  }

  async function resolveEntry(absolute: string, isLink: boolean): Promise<string | undefined> {
    if (!isLink) return absolute;
    try {
      const target = await realpath(absolute);
      return isInside(root, target) ? target : undefined;
    } catch {
      // A link to nothing is no file, as on the server.
      return undefined;
    }
  }
}

/** `404.html` and its like are served for other addresses; `_next/` holds build output, not pages. */
function isPageCandidate(file: string): boolean {
  if (!/\.html?$/i.test(file)) return false;
  return (
    !/(?:^|\/)_next\//.test(file) &&
    !/^(?:404|500|_not-found|_global-error)(?:\.html|\/index\.html)$/.test(file)
  );
}
