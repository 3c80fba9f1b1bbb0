import { isUrl } from '../../inputs/web-address.js';
import type { Sitemap, SitemapChild, SitemapUrl } from '../sitemap.js';
import type { Site, Target } from '../site.js';
import type { Mark, Occurrence } from './rule.js';

/** What a sitemap lists: a page's address, or in an index another sitemap's. */
export interface SitemapEntry {
  readonly sitemap: Sitemap;
  readonly entry: SitemapUrl | SitemapChild;
}

/** A complete address and where it leads. */
export interface ListedAddress extends SitemapEntry {
  readonly isChild: boolean;
  readonly target: Target;
}

export function* sitemapEntries(site: Site): Iterable<SitemapEntry> {
  for (const sitemap of site.sitemaps.sitemaps) {
    for (const entry of sitemap.urls) yield { sitemap, entry };
    for (const entry of sitemap.children) yield { sitemap, entry };
  }
}

/** Eight rules ask, and a site may list a million addresses. */
const known = new WeakMap<Site, readonly ListedAddress[]>();

/** The entries that are complete addresses, resolved. What they are of another site's leads nowhere here. */
export function listedAddresses(site: Site): readonly ListedAddress[] {
  const found = known.get(site) ?? resolveEntries(site);
  known.set(site, found);
  return found;
}

/** Tells of one entry. */
export function atEntry({ sitemap, entry }: SitemapEntry, mark: Omit<Mark, 'offset' | 'value'>): Occurrence {
  return { page: sitemap.file, offset: entry.offset, value: entry.loc, ...mark };
}

/** A sitemap's addresses must be complete: sitemaps.org/protocol.html#locdef. */
export function completeAddress(loc: string): URL | undefined {
  return /^https?:\/\//i.test(loc) && isUrl(loc) ? new URL(loc) : undefined;
}

export function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}

function resolveEntries(site: Site): ListedAddress[] {
  return [...sitemapEntries(site)].flatMap(({ sitemap, entry }): ListedAddress[] => {
    if (completeAddress(entry.loc) === undefined) return [];
    const isChild = sitemap.kind === 'index';
    return [{ sitemap, entry, isChild, target: site.resolveAbsolute(entry.loc) }];
  });
}
