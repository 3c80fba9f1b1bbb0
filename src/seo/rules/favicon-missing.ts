import { isHome } from './orphan-page.js';
import type { SiteRule } from './rule.js';

export const faviconMissing: SiteRule = {
  id: 'favicon-missing',
  scope: 'site',
  severity: 'opportunity',
  title: 'No icon for search results',
  meaning:
    'The home page names no icon (<link rel="icon"> or apple-touch-icon), and there is no favicon.ico beside it.',
  why: 'Search results and browser tabs show a plain sign instead of the brand.',
  fix: 'Add a square icon of at least 48 pixels and <link rel="icon" href="…"> on the home page.',
  source: 'https://developers.google.com/search/docs/appearance/favicon-in-search',
  *check(site) {
    // Search engines look for one icon a host: at its root, which is not part of a site below a path.
    if (site.siteUrl !== undefined && new URL(site.siteUrl).pathname !== '/') return;
    const home = site.pages.find(({ path }) => isHome(path));
    if (home === undefined || home.refresh !== undefined || home.hasIcon || site.files.has('favicon.ico'))
      return;
    yield { page: home.path, offset: home.html.offset, message: 'no icon' };
  },
};
