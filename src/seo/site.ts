import { LinkResolver } from './link-resolution.js';
import type { PageRecord } from './page-record.js';
import type { SiteFiles } from './page-set.js';

/** Everything that site rules look at. */
export interface Site {
  readonly pages: readonly PageRecord[];
  readonly links: LinkResolver;
  /** Address of the site, given or inferred from canonical links. */
  readonly siteUrl: string | undefined;
  /** Pages that search engines may show: no stub, no noindex, canonical absent or their own. */
  readonly isIndexable: (page: PageRecord) => boolean;
}

export function assembleSite(
  files: SiteFiles,
  pages: readonly PageRecord[],
  givenUrl: string | undefined,
): Site {
  const siteUrl = givenUrl ?? inferSiteUrl(pages);
  const links = new LinkResolver(files, siteUrl);
  const isIndexable = (page: PageRecord) =>
    !page.isRedirectStub && !page.hasNoindex && (page.canonical === undefined || isOwnCanonical(page, links));
  return { pages, links, siteUrl, isIndexable };
}

function isOwnCanonical(page: PageRecord, links: LinkResolver): boolean {
  const target = links.resolve(page.canonical ?? '', page);
  return target.kind === 'page' && target.path === page.path;
}

/** The prefix that more than half of the absolute canonical links agree on, once the page's own path is cut off. */
function inferSiteUrl(pages: readonly PageRecord[]): string | undefined {
  const votes = new Map<string, number>();
  let voters = 0;
  for (const page of pages) {
    if (page.isRedirectStub || page.canonical === undefined || !/^https?:\/\//i.test(page.canonical))
      continue;
    voters += 1;
    const prefix = prefixOf(page.canonical, page.path);
    if (prefix !== undefined) votes.set(prefix, (votes.get(prefix) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return winner !== undefined && winner[1] * 2 > voters ? winner[0] : undefined;
}

/** What stands before the page's own path in its canonical address; escapes are decoded on both sides. */
function prefixOf(canonical: string, path: string): string | undefined {
  if (!URL.canParse(canonical)) return undefined;
  const { origin, pathname } = new URL(canonical);
  const address = decodeEscapes(pathname);
  const folder = path.replace(/(^|\/)index\.html?$/, '$1');
  const bare = path.replace(/\.html?$/, '');
  const form = [path, folder, bare, `${bare}/`, folder.replace(/\/$/, '')].find((own) =>
    address.endsWith(`/${own}`),
  );
  if (form === undefined) return undefined;
  const kept = pathname.split('/').slice(0, -form.split('/').length);
  return `${origin}${kept.join('/')}/`;
}

function decodeEscapes(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
