import { LinkKind } from '../page/link-kind.js';
import type { SiteRule } from './rule.js';

export const linkNofollowInternal: SiteRule = {
  id: 'link-nofollow-internal',
  scope: 'site',
  severity: 'info',
  title: 'Links within the site marked nofollow',
  meaning: 'These links to pages of this site carry rel="nofollow".',
  why: 'Crawlers are told not to count them, which seldom is what a site wants of its own pages.',
  fix: 'Remove nofollow; to keep a page out of search, use noindex on that page.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links',
  *check(site) {
    for (const { page, offset, href, target } of site.linksTo(
      LinkKind.nofollow,
      (to) => to.kind === 'page',
    )) {
      if (target.kind !== 'page' || page.refresh !== undefined || target.page === page) continue;
      yield {
        page: page.path,
        offset,
        message: `nofollow to ${target.page.path}`,
        value: href,
        group: target.page.path,
      };
    }
  },
};
