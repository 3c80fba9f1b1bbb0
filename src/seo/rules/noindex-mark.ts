import { hasNoindex } from '../robots-directives.js';
import type { PageRecord, Site } from '../site.js';

/** Where a page says noindex: in a meta, or else in a header of the host, which has no place on the page. */
export function noindexMark(site: Site, page: PageRecord): { page: string; offset?: number; value: string } {
  const meta = page.robots.find(({ value }) => hasNoindex(value));
  if (meta !== undefined) return { page: page.path, offset: meta.offset, value: meta.value };
  return { page: page.path, value: `X-Robots-Tag: ${site.hosts.robotsTag(site.addressOf(page)) ?? ''}` };
}
