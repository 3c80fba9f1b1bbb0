import { readInside } from '../../files/contained-file.js';
import { FileRefused, type Refusal } from '../../files/refusal.js';
import { type ActivePageRule, type PageBatch, PageBatchBuilder } from './page-batch.js';
import type { PageFacts } from './page-facts.js';
import { readPage } from './read-page.js';

/** Largest page that is read: eight times what Google reads. */
export const MAX_PAGE_BYTES = 16 * 1024 * 1024;
/** Links and loaded files of a page; more are not written by anybody. */
export const MAX_PAGE_LINKS = 100_000;

export interface PageFile {
  /** Relative to the scanned folder. */
  readonly path: string;
  /** Where it lies, in bytes: names need not be UTF-8. */
  readonly location: Uint8Array;
}

/** What is read at once: files of one root. */
export interface PageFiles {
  /** Root that no file may leave: absolute, links resolved. */
  readonly root: string;
  readonly files: readonly PageFile[];
}

export type BatchResult =
  | {
      readonly batch: PageBatch;
      /** Files beyond a limit: nothing is said of them. */
      readonly oversized: readonly string[];
    }
  | { readonly refused: string; readonly reason: Refusal };

export interface PageLimits {
  readonly maxBytes: number;
  readonly maxLinks: number;
}

/** Reads some files one after the other; a page is held no longer than it is read. */
export function readBatch(
  { root, files }: PageFiles,
  rules: readonly ActivePageRule[],
  { maxBytes, maxLinks }: PageLimits = { maxBytes: MAX_PAGE_BYTES, maxLinks: MAX_PAGE_LINKS },
): BatchResult {
  const builder = new PageBatchBuilder(rules);
  const oversized: string[] = [];
  for (const { path, location } of files) {
    try {
      const page = readPage(path, readInside(root, Buffer.from(location), maxBytes));
      if (page === undefined) continue;
      if (linksOf(page) > maxLinks) oversized.push(path);
      else builder.add(page);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      if (error.reason !== 'too large') return { refused: path, reason: error.reason };
      oversized.push(path);
    }
  }
  return { batch: builder.build(), oversized };
}

function linksOf({ anchors, resources }: PageFacts): number {
  return anchors.length + resources.length;
}
