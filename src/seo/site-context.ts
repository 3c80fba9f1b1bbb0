import { isUrl } from '../inputs/web-address.js';
import { readFile } from 'node:fs/promises';
import { HOST_FILES, hostConfig } from './host-config.js';
import { LinkResolver } from './link-resolution.js';
import type { PageRecord, SiteContext } from './site.js';
import type { SiteFiles } from './page-set.js';
import { type RobotsTxt, parseRobotsTxt } from './robots-txt.js';
import { type SitemapSet, readSitemaps, sitemapCandidates } from './sitemap.js';
import { inferFromCname, inferFromSitemap, inferSiteUrl } from './site-url.js';

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
  const read = async (file: string): Promise<Buffer | undefined> => {
    if (!files.files.has(file)) return undefined;
    return readFile(files.locate(file)).catch(() => undefined);
  };
  const robotsBytes = await read('robots.txt');
  const robots = robotsBytes === undefined ? undefined : parseRobotsTxt(robotsBytes);
  const named =
    given.siteUrl ?? inferSiteUrl(pages) ?? inferFromCname((await read('CNAME'))?.toString() ?? '');
  const sitemaps = await sitemapsOf(files, robots, named, read);
  const siteUrl = withSlash(named ?? addressFromSitemaps(sitemaps, files));
  const hosts = hostConfig(await existing(HOST_FILES, read));
  const { now, isComplete } = given;
  return { files, siteUrl, now, robots, sitemaps, hosts, isComplete };
}

async function sitemapsOf(
  files: SiteFiles,
  robots: RobotsTxt | undefined,
  siteUrl: string | undefined,
  read: (file: string) => Promise<Buffer | undefined>,
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
  return readSitemaps(read, sitemapCandidates(files.files, fromRobots), fileOf);
}

function addressFromSitemaps({ sitemaps }: SitemapSet, files: SiteFiles): string | undefined {
  const locations = sitemaps.flatMap(({ urls }) => urls.map(({ loc }) => loc));
  return inferFromSitemap(locations, files.files);
}

async function existing(
  names: readonly string[],
  read: (file: string) => Promise<Buffer | undefined>,
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const name of names) {
    const bytes = await read(name);
    if (bytes !== undefined) found.set(name, bytes);
  }
  return found;
}

function withSlash(siteUrl: string | undefined): string | undefined {
  if (siteUrl === undefined) return undefined;
  const url = new URL(siteUrl);
  return url.pathname.endsWith('/') ? `${url.origin}${url.pathname}` : `${url.origin}${url.pathname}/`;
}
