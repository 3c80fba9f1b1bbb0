import { robotsDecision } from '../robots-txt.js';
import { isListComplete } from '../sitemap.js';
import type { PageRecord, Site } from '../site.js';
import type { SiteRule } from './rule.js';
import { listedAddresses } from './sitemap-entries.js';

export const sitemapPageUnlisted: SiteRule = {
  id: 'sitemap-page-unlisted',
  scope: 'site',
  severity: 'opportunity',
  title: 'Pages that no sitemap lists',
  meaning:
    'Search engines may show these pages and their canonical address is their own, yet no sitemap lists them.',
  why: 'They are still found by links, only later; a page that is neither linked nor listed may not be found at all.',
  fix: 'Add the page to the sitemap, or mark it noindex if it is not meant to be found.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap',
  *check(site) {
    if (!isListComplete(site.sitemaps) || !areNamedInExport(site)) return;
    const { listed, covers } = coverage(site);
    for (const page of site.pages) {
      if (listed.has(page) || !site.isIndexable(page) || !covers(page) || isBlocked(site, page)) continue;
      yield { page: page.path, message: 'listed in no sitemap' };
    }
  },
};

/** A sitemap that robots.txt names elsewhere may list any page. */
function areNamedInExport({ robots, resolveAbsolute }: Site): boolean {
  return (robots?.sitemaps ?? []).every(({ value }) => resolveAbsolute(value).kind === 'file');
}

/** Which pages are listed, and of which it can be expected. */
function coverage(site: Site): { listed: ReadonlySet<PageRecord>; covers: (page: PageRecord) => boolean } {
  const listed = new Set<PageRecord>();
  const folders = new Set<string>();
  for (const { sitemap, target } of listedAddresses(site)) {
    if (target.kind !== 'page') continue;
    listed.add(target.page);
    // A feed lists what is new, not everything.
    if (sitemap.kind === 'feed') continue;
    // By its place a sitemap speaks for its folder (sitemaps.org/protocol.html#location), unless it says more itself.
    const folder = sitemap.file.slice(0, sitemap.file.lastIndexOf('/') + 1);
    folders.add(target.page.path.startsWith(folder) ? folder : '');
  }
  return { listed, covers: (page) => foldersAbove(page.path).some((folder) => folders.has(folder)) };
}

/** `''`, `a/` and `a/b/` for `a/b/c.html`. */
function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => `${names.slice(0, index + 1).join('/')}/`)];
}

function isBlocked({ robots, addressOf }: Site, page: PageRecord): boolean {
  return robots !== undefined && !robotsDecision(robots, 'Googlebot', addressOf(page)).allowed;
}
