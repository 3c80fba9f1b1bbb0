import { createHash } from 'node:crypto';
import {
  type Sitemap,
  type SitemapChild,
  type SitemapContent,
  type SitemapProblem,
  unreadable,
} from './sitemaps/document.js';
import { readTextSitemap } from './sitemaps/lines.js';
import { sitemapText } from './sitemaps/text.js';
import { readXmlSitemap } from './sitemaps/xml.js';

export type { Sitemap, SitemapChild, SitemapUrl } from './sitemaps/document.js';

export interface SitemapSet {
  /** By file, UTF-16 code units. */
  readonly sitemaps: readonly Sitemap[];
}

/** Addresses and alternates that are kept of all sitemaps together: about 400 MB of memory. */
export const MAX_KEPT = 2_000_000;

/**
 * Reads sitemaps and those that their indexes name. A file and its gzip copy are one sitemap.
 *
 * @param read the bytes of a file of the export; undefined if it can't be read
 * @param fileOf the file of the export that an address leads to; undefined if there is none
 */
export async function readSitemaps(
  read: (file: string) => Promise<Buffer | undefined>,
  candidates: readonly string[],
  fileOf: (loc: string) => string | undefined = () => undefined,
): Promise<SitemapSet> {
  const sitemaps = new Map<string, Sitemap>();
  const digests = new Map<string, string>();
  let kept = 0;
  // A set hands out what is added while it is gone through, and each member once, so loops end.
  const queue = new Set(candidates);
  for (const file of queue) {
    const bytes = await read(file);
    if (bytes === undefined) {
      const content = unreadable({ message: 'the file cannot be opened', severity: 'info' });
      sitemaps.set(file, { ...content, file, bytes: 0 });
      continue;
    }
    const { text, bytes: size, failure } = sitemapText(bytes);
    digests.set(file, createHash('sha256').update(text).digest('base64'));
    if (failure === undefined && isCopy(file, digests)) continue;
    const content = failure === undefined ? readContent(file, text, kept) : unreadable(failure);
    kept += content.urls.reduce(
      (sum, { alternates }) => sum + 1 + alternates.length,
      content.children.length,
    );
    const children = content.children.map((child) => withFile(child, fileOf(child.loc)));
    sitemaps.set(file, { ...content, children, file, bytes: size });
    for (const child of children) if (child.file !== undefined) queue.add(child.file);
  }
  const found = [...sitemaps.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return { sitemaps: found.map((sitemap) => withNestedIndexes(sitemap, sitemaps)) };
}

/**
 * Files that may be sitemaps, by UTF-16 code unit: those with a usual name (`sitemap.xml`, `sitemap-2.xml.gz`,
 * `wp-sitemap.xml`) and those that robots.txt names.
 *
 * @param fromRobots files that `Sitemap:` lines of robots.txt lead to
 */
export function sitemapCandidates(files: ReadonlySet<string>, fromRobots: readonly string[]): string[] {
  const usual = [...files].filter((file) => /^(?:.*[-_.])?sitemap.*\.xml(?:\.gz)?$/i.test(baseName(file)));
  const named = fromRobots.filter((file) => files.has(file));
  return [...new Set([...usual, ...named])].sort();
}

/**
 * Whether every address is known that the sitemaps list: all could be read to their ends, and all that indexes name
 * are in the export. Only then can a page be said to be listed nowhere.
 */
export function isListComplete({ sitemaps }: SitemapSet): boolean {
  return sitemaps.every(
    ({ kind, isTruncated, children }) =>
      kind !== 'invalid' && !isTruncated && children.every(({ file }) => file !== undefined),
  );
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Generators write `sitemap.xml.gz` beside `sitemap.xml`; its findings would all be said twice. */
function isCopy(file: string, digests: ReadonlyMap<string, string>): boolean {
  return file.endsWith('.gz') && digests.get(file.slice(0, -'.gz'.length)) === digests.get(file);
}

function readContent(file: string, text: string, kept: number): SitemapContent {
  if (kept >= MAX_KEPT) {
    const message = `not read: the sitemaps before it hold ${MAX_KEPT} addresses or more`;
    return unreadable({ message, severity: 'info' });
  }
  // Search engines go by the content; a text sitemap has no `<` and is named .txt.
  const isText = /\.txt(?:\.gz)?$/i.test(file) && !text.trimStart().startsWith('<');
  return isText ? readTextSitemap(text) : readXmlSitemap(text);
}

function withFile(child: SitemapChild, file: string | undefined): SitemapChild {
  return file === undefined ? child : { ...child, file };
}

/** An index may list no index, itself neither (sitemaps.org/protocol.html#index). */
function withNestedIndexes(sitemap: Sitemap, sitemaps: ReadonlyMap<string, Sitemap>): Sitemap {
  const nested = sitemap.children.flatMap(({ file, offset }): SitemapProblem[] => {
    if (file === undefined || sitemaps.get(file)?.kind !== 'index') return [];
    const which = file === sitemap.file ? 'itself' : `another index, ${file}`;
    return [{ offset, message: `the index lists ${which}` }];
  });
  return nested.length === 0 ? sitemap : { ...sitemap, problems: [...sitemap.problems, ...nested] };
}
