import type { Located } from '../page/page-facts.js';
import { type RobotsTxt, robotsDecision } from '../robots-txt.js';
import type { Site } from '../site.js';
import { robotsAtRoot, ruleAgainst } from './robots-access.js';
import type { SiteRule } from './rule.js';

export const robotsBlocksAll: SiteRule = {
  id: 'robots-blocks-all',
  scope: 'site',
  severity: 'critical',
  title: 'A robots.txt that keeps crawlers from the whole site',
  meaning: 'By robots.txt, a crawler may fetch neither the home page nor any other page of the export.',
  why: 'Search engines cannot read a page that they may not fetch; at best its bare address turns up in results. This is often left over from a test site.',
  fix: 'Remove "Disallow: /", or limit it to the folders that are not meant to be found.',
  source: 'https://www.rfc-editor.org/rfc/rfc9309.html#section-2.2.2',
  *check(site) {
    const robots = robotsAtRoot(site);
    if (robots === undefined) return;
    const forGoogle = ruleAgainstAll(robots, 'Googlebot', site);
    if (forGoogle !== undefined) {
      yield { page: 'robots.txt', ...forGoogle, message: 'Googlebot may fetch no page' };
    }
    const forOthers = ruleAgainstAll(robots, '*', site);
    if (forOthers === undefined || forOthers.offset === forGoogle?.offset) return;
    const message = 'crawlers that are not named may fetch no page';
    yield {
      page: 'robots.txt',
      ...forOthers,
      message,
      ...(forGoogle === undefined && { severity: 'warning' }),
    };
  },
};

function ruleAgainstAll(robots: RobotsTxt, agent: string, site: Site): Located | undefined {
  const { allowed, rule } = robotsDecision(robots, agent, '/');
  if (allowed) return undefined;
  return site.pages.every((page) => ruleAgainst(robots, agent, site, page) !== undefined) ? rule : undefined;
}
