import { isUrl } from '../inputs/web-address.js';
import { percentDecoded } from './percent-decoding.js';

interface Voter {
  readonly path: string;
  readonly refresh: unknown;
  readonly canonicals: readonly { readonly value: string; readonly isInHead: boolean }[];
}

/**
 * The address of a site by its own pages: the prefix that more than half of the absolute canonical links agree on,
 * once the page's own path is cut off. Links in the body have no say: search engines ignore them.
 */
export function inferSiteUrl(pages: readonly Voter[]): string | undefined {
  const votes = new Map<string, number>();
  let voters = 0;
  for (const page of pages) {
    const canonical = page.canonicals.find(({ isInHead }) => isInHead)?.value;
    if (page.refresh !== undefined || canonical === undefined || !/^https?:\/\//i.test(canonical)) continue;
    voters += 1;
    const prefix = prefixOf(canonical, page.path);
    if (prefix !== undefined) votes.set(prefix, (votes.get(prefix) ?? 0) + 1);
  }
  return majority(votes, voters);
}

/** The same by the addresses that sitemaps list: the prefix under which most of them are files of the site. */
export function inferFromSitemap(
  locations: readonly string[],
  pagePaths: ReadonlySet<string>,
): string | undefined {
  const votes = new Map<string, number>();
  for (const location of locations) {
    if (!isUrl(location)) continue;
    const { origin, pathname } = new URL(location);
    const path = percentDecoded(pathname).slice(1);
    const isServed = [path, `${path}index.html`, `${path}/index.html`, `${path}.html`].some((form) =>
      pagePaths.has(form),
    );
    if (isServed) votes.set(`${origin}/`, (votes.get(`${origin}/`) ?? 0) + 1);
  }
  return majority(votes, locations.length);
}

/** A CNAME file, as GitHub Pages reads it: one host name. */
export function inferFromCname(text: string): string | undefined {
  const host = text.trim();
  return /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i.test(host)
    ? `https://${host.toLowerCase()}/`
    : undefined;
}

function majority(votes: ReadonlyMap<string, number>, voters: number): string | undefined {
  const [winner] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return winner !== undefined && winner[1] * 2 > voters ? winner[0] : undefined;
}

/** What stands before the page's own path in its canonical address; escapes are decoded on both sides. */
function prefixOf(canonical: string, path: string): string | undefined {
  if (!isUrl(canonical)) return undefined;
  const { origin, pathname } = new URL(canonical);
  const address = percentDecoded(pathname);
  const folder = path.replace(/(^|\/)index\.html?$/, '$1');
  const bare = path.replace(/\.html?$/, '');
  const form = [path, folder, bare, `${bare}/`, folder.replace(/\/$/, '')].find((own) =>
    address.endsWith(`/${own}`),
  );
  if (form === undefined) return undefined;
  const kept = pathname.split('/').slice(0, -form.split('/').length);
  return `${origin}${kept.join('/')}/`;
}
