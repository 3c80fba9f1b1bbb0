import { statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '../inputs/containment.js';

/** Folders that are never part of a deployed site. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git']);
const SLASH = Buffer.from('/');

/** What a scanned folder holds; paths are relative to it, with slashes. */
export interface SiteFiles {
  /** Every file, for link resolution. */
  readonly files: ReadonlySet<string>;
  /** Every folder, without a trailing slash; the scanned one is ''. */
  readonly folders: ReadonlySet<string>;
  /** HTML files that may be pages, by UTF-16 code unit. */
  readonly candidates: readonly string[];
  /** Where a file lies: its bytes, since names need not be UTF-8 (they are shown with U+FFFD then). */
  readonly locate: (file: string) => Buffer;
  /** Bytes of a file; 0 for one that is gone. */
  readonly sizeOf: (file: string) => number;
}

/**
 * Lists a site's files. Links are followed while they stay inside the root and lead to no folder
 * that is being listed already; others are left out, as a deployment would leave them, and so is
 * what is neither a file nor a folder (pipes, sockets, devices).
 *
 * @param folder absolute, links resolved
 * @param root absolute, links resolved
 */
export async function listSiteFiles(folder: string, root: string): Promise<SiteFiles> {
  const files = new Map<string, Buffer>();
  const folders = new Set<string>(['']);
  await walk(Buffer.from(folder), '', [folder]);
  const candidates = [...files.keys()].filter(isPageCandidate).sort();
  const locate = (file: string) => files.get(file) ?? Buffer.from(path.join(folder, file));
  const sizeOf = (file: string) => statSync(locate(file), { throwIfNoEntry: false })?.size ?? 0;
  return { files: new Set(files.keys()), folders, candidates, locate, sizeOf };

  async function walk(absolute: Buffer, relative: string, ancestors: readonly string[]): Promise<void> {
    for (const entry of await readdir(absolute, { withFileTypes: true, encoding: 'buffer' })) {
      const name = entry.name.toString();
      if (SKIPPED_FOLDERS.has(name)) continue;
      const child = relative === '' ? name : `${relative}/${name}`;
      const location = Buffer.concat([absolute, SLASH, entry.name]);
      const target = entry.isSymbolicLink() ? await followLink(location) : location;
      if (target === undefined) continue;
      const kind = entry.isSymbolicLink() ? await stat(target) : entry;
      if (kind.isFile()) files.set(child, target);
      if (!kind.isDirectory() || ancestors.includes(target.toString())) continue;
      folders.add(child);
      await walk(target, child, [...ancestors, target.toString()]);
    }
  }

  async function followLink(link: Buffer): Promise<Buffer | undefined> {
    try {
      const target = await realpath(link, { encoding: 'buffer' });
      return isInside(root, target.toString()) ? target : undefined;
    } catch {
      // A link to nothing is no file, as on the server.
      return undefined;
    }
  }
}

/**
 * `404.html` and its like are served for other addresses, in any folder (each language may have its own:
 * developers.cloudflare.com/pages/configuration/serving-pages); `_next/` holds build output; and files that prove to a
 * search engine whose site it is are for that alone.
 */
function isPageCandidate(file: string): boolean {
  if (!/\.html?$/i.test(file)) return false;
  return (
    !/(?:^|\/)_next\//.test(file) &&
    !/(?:^|\/)404\.html$/.test(file) &&
    !/^(?:404|500|_not-found|_global-error)(?:\.html|\/index\.html)$/.test(file) &&
    !/^yandex_[\da-f]+\.html$/.test(file)
  );
}
