import { open } from 'node:fs/promises';
import type { SiteFiles } from '../page-set.js';
import { MAX_SOURCE_LENGTH } from './parse-source.js';

/** The files of a Next.js project, behind whatever reads them. */
export interface NextSources {
  /** Relative to the project's folder, with slashes. */
  readonly files: ReadonlySet<string>;
  /** Text of a file; undefined if it is too long to be a source, or gone. */
  readonly read: (file: string) => Promise<string | undefined>;
}

/** Reads from the files that a scan has listed: inside the root, links resolved. */
export function sourcesOf(site: Pick<SiteFiles, 'files' | 'locate'>): NextSources {
  return { files: site.files, read: (file) => readText(site.locate(file)) };
}

async function readText(location: Buffer): Promise<string | undefined> {
  const handle = await open(location).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    // A unit of UTF-16 takes three bytes of UTF-8 at most.
    return size > MAX_SOURCE_LENGTH * 3 ? undefined : await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
