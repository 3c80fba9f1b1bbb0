import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { GrowthError } from '../errors.js';
import { readInside, sizeInside, startInside } from '../files/contained-file.js';
import { listInside } from '../files/contained-folder.js';
import { isInside } from '../files/location.js';
import { FileRefused, type Refusal } from '../files/refusal.js';
import { refused } from '../inputs/containment.js';

/** Folders that are never part of a deployed site. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git']);
const SLASH = Buffer.from('/');
/** Files and folders of a site; links between folders can make many out of few. */
export const MAX_SITE_ENTRIES = 1_000_000;
const POINTER = '/seo_scan/source_path';

/** What a scanned folder holds; paths are relative to it, with slashes. */
export interface SiteFiles {
  /** Every file, for link resolution. */
  readonly files: ReadonlySet<string>;
  /** Every folder, without a trailing slash; the scanned one is ''. */
  readonly folders: ReadonlySet<string>;
  /** HTML files that may be pages, by UTF-16 code unit. */
  readonly candidates: readonly string[];
  /** What is no part of the site: links that lead out of the root, pipes, sockets, devices. */
  readonly leftOut: readonly string[];
  /** Root that no file may leave: absolute, links resolved. */
  readonly root: string;
  /** Where a file lies: its bytes, since names need not be UTF-8 (they are shown with U+FFFD then). */
  readonly locate: (file: string) => Buffer;
  /**
   * Bytes of a file that was listed.
   *
   * @throws GrowthError `page_unreadable`, also for more than `maxBytes`; `path_…` for one that was swapped for
   *   something else meanwhile
   */
  readonly read: (file: string, maxBytes: number) => Buffer;
  /** The first bytes of a file, `maxBytes` of them at most; throws as `read` does. */
  readonly start: (file: string, maxBytes: number) => Buffer;
  /** Bytes of a file; 0 for one that is gone or may not be opened. */
  readonly sizeOf: (file: string) => number;
  /** The error for a file that was refused. */
  readonly refuse: (file: string, reason: Refusal) => GrowthError;
}

/**
 * Lists a site's files. Links are followed while they stay inside the root and lead to no folder
 * that is being listed already; others are left out, as a deployment would leave them, and so is
 * what is neither a file nor a folder (pipes, sockets, devices).
 *
 * @param folder absolute, links resolved
 * @param root absolute, links resolved
 * @throws GrowthError `limit_exceeded` beyond a million files and folders; `path_…` for a folder that was swapped
 *   for something else, or that may not be listed
 */
export async function listSiteFiles(
  folder: string,
  root: string,
  maxEntries = MAX_SITE_ENTRIES,
): Promise<SiteFiles> {
  const files = new Map<string, Buffer>();
  const folders = new Set<string>(['']);
  const leftOut: string[] = [];
  let seen = 0;
  await walk(Buffer.from(folder), '', [folder]);
  const candidates = [...files.keys()].filter(isPageCandidate).sort();
  const locate = (file: string) => files.get(file) ?? Buffer.from(path.join(folder, file));
  return {
    files: new Set(files.keys()),
    folders,
    candidates,
    leftOut: leftOut.sort(),
    root,
    locate,
    read: (file, maxBytes) => allowed(file, () => readInside(root, locate(file), maxBytes)),
    start: (file, maxBytes) => allowed(file, () => startInside(root, locate(file), maxBytes)),
    sizeOf: (file) =>
      allowed(file, () => {
        try {
          return sizeInside(root, locate(file));
        } catch (error) {
          if (error instanceof FileRefused && /missing|unreadable/.test(error.reason)) return 0;
          throw error;
        }
      }),
    refuse,
  };

  async function walk(absolute: Buffer, relative: string, ancestors: readonly string[]): Promise<void> {
    for (const entry of await entriesOf(absolute, relative)) {
      const name = entry.name.toString();
      seen += 1;
      if (seen > maxEntries) throw tooMany();
      if (SKIPPED_FOLDERS.has(name)) continue;
      const child = relative === '' ? name : `${relative}/${name}`;
      const location = Buffer.concat([absolute, SLASH, entry.name]);
      const target = entry.isSymbolicLink() ? await followLink(location, child) : location;
      if (target === undefined) continue;
      const kind = entry.isSymbolicLink() ? await statOf(target) : entry;
      if (kind?.isFile() === true) files.set(child, target);
      else if (kind?.isDirectory() === false) leftOut.push(child);
      if (kind?.isDirectory() !== true || ancestors.includes(target.toString())) continue;
      folders.add(child);
      await walk(target, child, [...ancestors, target.toString()]);
    }
  }

  async function entriesOf(absolute: Buffer, relative: string) {
    try {
      return await listInside(root, absolute);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      throw (
        refused(error.reason, shown(relative), POINTER, 'folder') ??
        unreadable(`the folder ${shown(relative)}`, error)
      );
    }
  }

  async function followLink(link: Buffer, child: string): Promise<Buffer | undefined> {
    try {
      const target = await realpath(link, { encoding: 'buffer' });
      if (isInside(root, target)) return target;
      leftOut.push(child);
    } catch {
      // A link to nothing is no file, as on the server.
    }
    return undefined;
  }

  function allowed<Result>(file: string, use: () => Result): Result {
    try {
      return use();
    } catch (error) {
      throw error instanceof FileRefused ? refuse(file, error.reason, error) : error;
    }
  }

  function refuse(file: string, reason: Refusal, cause?: unknown): GrowthError {
    // What was there a moment ago and is gone is an export that is being rewritten.
    const known = reason === 'missing' ? undefined : refused(reason, shown(file), POINTER, 'file');
    return known ?? unreadable(`the page ${shown(file)}`, cause);
  }

  /** A path relative to the root. */
  function shown(relative: string): string {
    return path.posix.join(path.relative(root, folder).split(path.sep).join('/'), relative);
  }

  function tooMany(): GrowthError {
    const message = `"${shown('')}" holds more than ${maxEntries} files and folders`;
    return new GrowthError('limit_exceeded', `${POINTER}: ${message}`, {
      hint: 'Name a smaller folder, and look for links between folders, which are listed once for each way to them.',
      details: [{ path: POINTER, message }],
    });
  }
}

/** What lies behind a link, links resolved; undefined where it is gone by now. */
function statOf(target: Buffer) {
  return stat(target).catch(() => undefined);
}

function unreadable(what: string, cause: unknown): GrowthError {
  return new GrowthError('page_unreadable', `${what} cannot be read`, {
    details: [{ path: POINTER, message: `${what} cannot be read` }],
    cause,
  });
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
