import { parseUrl } from '../../inputs/web-address.js';
import { canonicalProblems } from './canonical.js';
import { isHome } from './orphan-page.js';
import type { PageRecord, Site, Target } from '../site.js';
import type { SiteRule } from './rule.js';

export const canonicalToRoot: SiteRule = {
  id: 'canonical-to-root',
  scope: 'site',
  severity: 'warning',
  title: 'Pages that name the home page as canonical',
  meaning: 'The canonical link of these pages leads to the home page of the site, and their text is another.',
  why: 'The page asks not to be shown at all; it is a common mistake of templates.',
  fix: 'Let each page name its own address.',
  source: 'https://developer.chrome.com/docs/lighthouse/seo/canonical',
  check: (site) =>
    canonicalProblems(site, ({ target }, page) =>
      leadsToOtherRoot(site, target, page) ? 'the home page' : undefined,
    ),
};

/** A copy of the home page names it rightly. For a site below a path, the root of its host is a home page, too. */
function leadsToOtherRoot(site: Site, target: Target, page: PageRecord): boolean {
  if (target.kind === 'page') {
    const isCopy = page.textHash !== undefined && page.textHash === target.page.textHash;
    return isHome(target.page.path) && target.page !== page && !isCopy;
  }
  if (target.kind !== 'external' || site.siteUrl === undefined) return false;
  const [given, own] = [parseUrl(target.href, site.siteUrl), new URL(site.siteUrl)];
  return given !== undefined && given.host === own.host && given.pathname + given.search === '/';
}
