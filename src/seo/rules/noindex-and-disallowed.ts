import { noindexMark } from './noindex-mark.js';
import { robotsAtRoot, ruleAgainst } from './robots-access.js';
import type { SiteRule } from './rule.js';

export const noindexAndDisallowed: SiteRule = {
  id: 'noindex-and-disallowed',
  scope: 'site',
  severity: 'warning',
  title: 'Pages with noindex that crawlers may not read',
  meaning: 'These pages say noindex, and robots.txt keeps Googlebot from fetching them.',
  why: 'Google never sees noindex on a page that it may not fetch, so links to the page can still bring its address into results.',
  fix: 'To keep the page out of results, allow it in robots.txt and leave noindex in place.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/block-indexing',
  *check(site) {
    const robots = robotsAtRoot(site);
    if (robots === undefined) return;
    for (const page of site.pages) {
      if (page.refresh !== undefined || !site.isNoindex(page)) continue;
      const rule = ruleAgainst(robots, 'Googlebot', site, page);
      if (rule === undefined) continue;
      yield { ...noindexMark(site, page), message: `blocked by "${rule.value}"`, group: rule.value };
    }
  },
};
