import { FOLLOWED } from '../page/link-kind.js';
import type { PageRecord, Site, Target } from '../site.js';
import { namesOwnPage } from '../site-links.js';
import type { SiteRule } from './rule.js';

export const urlDuplicateForms: SiteRule = {
  id: 'url-duplicate-forms',
  scope: 'site',
  severity: 'info',
  title: 'Pages that are linked under several addresses',
  meaning:
    'Links within the site spell the address of these pages in different ways, such as /a, /a/ and /a/index.html.',
  why: 'Search engines may see several pages where there is one, until redirects or canonical links settle it.',
  fix: 'Choose one form and use it everywhere.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls',
  *check(site) {
    const forms = new Map<PageRecord, Set<string>>();
    const isSpelledTwice = pagesOfTwoForms(site);
    for (const { page, href, target } of site.linksTo(FOLLOWED, isSpelledTwice)) {
      // A bare query or fragment keeps whatever form the page was opened by.
      if (target.kind !== 'page' || (target.page === page && namesOwnPage(href))) continue;
      const known = forms.get(target.page);
      if (known === undefined) forms.set(target.page, new Set([target.path]));
      else known.add(target.path);
    }
    for (const [page, spelled] of forms) {
      if (spelled.size < 2 || page.refresh !== undefined) continue;
      const list = [...spelled].sort().map((path) => `/${path}`);
      yield {
        page: page.path,
        offset: page.html.offset,
        message: `linked as ${list.join(', ')}`,
        value: list.join(' '),
      };
    }
  },
};

/** Whether a target is a page to which some addresses of the site lead in different forms. */
function pagesOfTwoForms(site: Site): (target: Target) => boolean {
  const first = new Map<PageRecord, string>();
  const several = new Set<PageRecord>();
  for (const target of site.targets) {
    if (target.kind !== 'page') continue;
    const known = first.get(target.page);
    if (known === undefined) first.set(target.page, target.path);
    else if (known !== target.path) several.add(target.page);
  }
  return (target) => target.kind === 'page' && several.has(target.page);
}
