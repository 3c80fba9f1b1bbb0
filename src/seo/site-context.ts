import { isUrl } from '../inputs/web-address.js';
import { GrowthError } from '../errors.js';
import { HOST_FILES, MAX_HOST_BYTES, hostConfig } from './host-config.js';
import { LinkResolver } from './link-resolution.js';
import type { PageRecord, SiteContext } from './site.js';
import type { SiteFiles } from './page-set.js';
import { MAX_ROBOTS_BYTES, type RobotsTxt, parseRobotsTxt } from './robots-txt.js';
import { type SitemapSet, readSitemaps, sitemapCandidates } from './sitemap.js';
import { MAX_BYTES } from './sitemaps/document.js';
import { inferFromCname, inferFromSitemap, inferSiteUrl } from './site-url.js';

/** A host name has 253 characters at most (RFC 1035), and a line end. */
const MAX_HOST_NAME = 255;

/** Reads what lies beside the pages: robots.txt, sitemaps, configuration of hosts; and settles the site's address. */
export async function readContext(
  files: SiteFiles,
  pages: readonly PageRecord[],
  given: {
    readonly siteUrl: string | undefined;
    readonly now: Date | undefined;
    readonly isComplete: boolean;
  },
): Promise<SiteContext> {
  // One byte more than is read of a kind of file shows that there is more.
  const read = (file: string, maxBytes: number) => startOf(files, file, maxBytes + 1);
  const robotsBytes = read('robots.txt', MAX_ROBOTS_BYTES);
  const robots = robotsBytes === undefined ? undefined : parseRobotsTxt(robotsBytes);
  const named =
    given.siteUrl ?? inferSiteUrl(pages) ?? inferFromCname(read('CNAME', MAX_HOST_NAME)?.toString() ?? '');
  const sitemaps = await sitemapsOf(files, robots, named, (file) => read(file, MAX_BYTES));
  const siteUrl = withSlash(named ?? addressFromSitemaps(sitemaps, files));
  const hosts = hostConfig(existing(HOST_FILES, (file) => read(file, MAX_HOST_BYTES)));
  const { now, isComplete } = given;
  return { files, siteUrl, now, robots, sitemaps, hosts, isComplete };
}

async function sitemapsOf(
  files: SiteFiles,
  robots: RobotsTxt | undefined,
  siteUrl: string | undefined,
  read: (file: string) => Buffer | undefined,
): Promise<SitemapSet> {
  const resolver = new LinkResolver(files, siteUrl);
  const home = resolver.baseOf('index.html', undefined);
  const fileOf = (address: string): string | undefined => {
    // Without an address of the site, the path alone tells which file is meant.
    const local = siteUrl === undefined && isUrl(address) ? new URL(address).pathname : address;
    const path = resolver.address(local, home)?.path;
    return path !== undefined && files.files.has(path) ? path : undefined;
  };
  const fromRobots = (robots?.sitemaps ?? []).flatMap(({ value }) => fileOf(value) ?? []);
  return readSitemaps(
    (file) => Promise.resolve(read(file)),
    sitemapCandidates(files.files, fromRobots),
    fileOf,
  );
}

function addressFromSitemaps({ sitemaps }: SitemapSet, files: SiteFiles): string | undefined {
  const locations = sitemaps.flatMap(({ urls }) => urls.map(({ loc }) => loc));
  return inferFromSitemap(locations, files.files);
}

/** undefined for a file that is not there or cannot be read; throws for one that was swapped for something else. */
function startOf(files: SiteFiles, file: string, maxBytes: number): Buffer | undefined {
  if (!files.files.has(file)) return undefined;
  try {
    return files.start(file, maxBytes);
  } catch (error) {
    if (error instanceof GrowthError && error.code === 'page_unreadable') return undefined;
    throw error;
  }
}

function existing(names: readonly string[], read: (file: string) => Buffer | undefined): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const name of names) {
    const bytes = read(name);
    if (bytes !== undefined) found.set(name, bytes);
  }
  return found;
}

function withSlash(siteUrl: string | undefined): string | undefined {
  if (siteUrl === undefined) return undefined;
  const url = new URL(siteUrl);
  return url.pathname.endsWith('/') ? `${url.origin}${url.pathname}` : `${url.origin}${url.pathname}/`;
}
