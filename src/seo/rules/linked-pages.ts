import { FOLLOWED } from '../page/link-kind.js';
import type { PageRecord, Site, Target } from '../site.js';
import type { Occurrence } from './rule.js';

/**
 * Links whose target page has a property, each with a few words on it (none for a link that is right all the same);
 * links of stubs and to oneself are left out.
 */
export function* linksToPages(
  site: Site,
  has: (page: PageRecord) => boolean,
  message: (to: PageRecord, from: PageRecord) => string | undefined,
): Iterable<Occurrence> {
  const isWanted = (target: Target) => target.kind === 'page' && has(target.page);
  for (const { page, offset, href, target } of site.linksTo(FOLLOWED, isWanted)) {
    if (target.kind !== 'page' || target.page === page || page.refresh !== undefined) continue;
    const words = message(target.page, page);
    if (words === undefined) continue;
    yield { page: page.path, offset, message: words, value: href, group: target.page.path };
  }
}
