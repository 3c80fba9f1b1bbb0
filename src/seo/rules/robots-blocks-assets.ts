import { LinkKind } from '../page/link-kind.js';
import { robotsDecision } from '../robots-txt.js';
import { requestPath, robotsAtRoot, ruleAgainst } from './robots-access.js';
import { RuleTally } from './rule-tally.js';
import type { SiteRule } from './rule.js';

export const robotsBlocksAssets: SiteRule = {
  id: 'robots-blocks-assets',
  scope: 'site',
  severity: 'warning',
  title: 'Rules of robots.txt that block style sheets or scripts',
  meaning: 'These rules keep Googlebot from style sheets or scripts of pages that it may fetch.',
  why: 'Google renders pages before it judges them. Without these files it sees them broken, and misses what scripts add.',
  fix: 'Narrow the rule, or add a longer one that allows the files, such as "Allow: /*.css$".',
  source: 'https://developers.google.com/search/docs/crawling-indexing/javascript/javascript-seo-basics',
  *check(site) {
    const robots = robotsAtRoot(site);
    if (robots === undefined) return;
    const tally = new RuleTally();
    const fetched = site.pages.map((page) => ruleAgainst(robots, 'Googlebot', site, page) === undefined);
    for (const link of site.linksTo(LinkKind.stylesheet | LinkKind.script, ({ kind }) => kind === 'file')) {
      if (link.target.kind !== 'file' || fetched[link.page.index] !== true) continue;
      const address = requestPath(`/${link.target.path}`) + queryOf(link.href);
      const { allowed, rule } = robotsDecision(robots, 'Googlebot', address);
      if (!allowed && rule !== undefined) tally.add(rule, address);
    }
    for (const { rule, count, sample } of tally.entries()) {
      const what = count === 1 ? 'a file' : `${count} files`;
      yield { page: 'robots.txt', ...rule, message: `blocks ${what} that pages load, such as ${sample}` };
    }
  },
};

function queryOf(href: string): string {
  return /\?[^#]*/.exec(href.split('#', 1)[0] ?? '')?.[0] ?? '';
}
