import { GrowthError } from '../../errors.js';
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
export function sourcesOf(site: Pick<SiteFiles, 'files' | 'read'>): NextSources {
  return { files: site.files, read: (file) => Promise.resolve(textOf(site, file)) };
}

function textOf(site: Pick<SiteFiles, 'read'>, file: string): string | undefined {
  try {
    // A unit of UTF-16 takes three bytes of UTF-8 at most.
    return site.read(file, MAX_SOURCE_LENGTH * 3).toString('utf8');
  } catch (error) {
    if (error instanceof GrowthError && error.code === 'page_unreadable') return undefined;
    throw error;
  }
}
