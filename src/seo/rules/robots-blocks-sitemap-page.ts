import { isUrl } from '../../inputs/web-address.js';
import { robotsDecision } from '../robots-txt.js';
import { robotsAtRoot } from './robots-access.js';
import { RuleTally } from './rule-tally.js';
import type { SiteRule } from './rule.js';

export const robotsBlocksSitemapPage: SiteRule = {
  id: 'robots-blocks-sitemap-page',
  scope: 'site',
  severity: 'warning',
  title: 'Rules of robots.txt that block addresses of the sitemap',
  meaning: 'These rules keep Googlebot from addresses that a sitemap of the site asks it to index.',
  why: 'Google cannot read what it may not fetch, so these pages are not found by what they say.',
  fix: 'Narrow the rule, add a longer "Allow:" rule, or take the addresses out of the sitemap.',
  source: 'https://www.rfc-editor.org/rfc/rfc9309.html#section-2.2.2',
  *check(site) {
    const robots = robotsAtRoot(site);
    if (robots === undefined) return;
    const tally = new RuleTally();
    for (const { loc } of site.sitemaps.sitemaps.flatMap(({ urls }) => urls)) {
      if (!isUrl(loc) || site.resolveAbsolute(loc).kind === 'external') continue;
      const { pathname, search } = new URL(loc);
      const { allowed, rule } = robotsDecision(robots, 'Googlebot', pathname + search);
      if (!allowed && rule !== undefined) tally.add(rule, pathname + search);
    }
    for (const { rule, count, sample } of tally.entries()) {
      const what = count === 1 ? 'an address' : `${count} addresses`;
      yield { page: 'robots.txt', ...rule, message: `blocks ${what} of the sitemap, such as ${sample}` };
    }
  },
};
