import { readFileSync } from 'node:fs';
import { type ActivePageRule, type PageBatch, PageBatchBuilder } from './page-batch.js';
import { readPage } from './read-page.js';

export interface PageFile {
  /** Relative to the scanned folder. */
  readonly path: string;
  /** Where it lies, in bytes: names need not be UTF-8. */
  readonly location: Uint8Array;
}

/** Reads some files one after the other; a page is held no longer than it is read. */
export function readBatch(
  files: readonly PageFile[],
  rules: readonly ActivePageRule[],
): { readonly batch: PageBatch } | { readonly unreadable: string } {
  const builder = new PageBatchBuilder(rules);
  for (const { path, location } of files) {
    const bytes = contents(location);
    if (bytes === undefined) return { unreadable: path };
    const page = readPage(path, bytes);
    if (page !== undefined) builder.add(page);
  }
  return { batch: builder.build() };
}

function contents(location: Uint8Array): Buffer | undefined {
  try {
    return readFileSync(Buffer.from(location));
  } catch {
    return undefined;
  }
}
