import type { Canonical, PageRecord, Site } from '../site.js';
import type { Occurrence } from './rule.js';

/** An occurrence on each page (stubs apart) whose canonical link a message is found for. */
export function* canonicalProblems(
  site: Site,
  problem: (canonical: Canonical, page: PageRecord) => string | undefined,
): Iterable<Occurrence> {
  for (const page of site.pages) {
    if (page.refresh !== undefined) continue;
    const canonical = site.canonicalOf(page);
    const message = canonical === undefined ? undefined : problem(canonical, page);
    if (canonical === undefined || message === undefined) continue;
    yield {
      page: page.path,
      offset: canonical.link.offset,
      message,
      value: canonical.link.value,
      group: canonical.link.value,
    };
  }
}
