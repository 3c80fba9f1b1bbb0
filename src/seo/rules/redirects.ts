import type { PageRecord, Site } from '../site.js';

/**
 * The pages that a stub leads through, itself first; `isLoop` where it comes back to one of them. A page that leads
 * to itself is reloaded, which may be meant.
 */
export function redirectPath(
  site: Site,
  stub: PageRecord,
): { readonly hops: readonly PageRecord[]; readonly isLoop: boolean } {
  const hops = [stub];
  const seen = new Set(hops);
  for (let page = site.redirectOf(stub); page !== undefined; page = site.redirectOf(page)) {
    if (page === hops.at(-1)) break;
    if (seen.has(page)) return { hops: [...hops, page], isLoop: true };
    hops.push(page);
    seen.add(page);
    // A chain of a hundred is told from a longer one by nobody.
    if (hops.length > 100) break;
  }
  return { hops, isLoop: false };
}
