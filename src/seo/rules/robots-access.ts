import type { Located } from '../page/page-facts.js';
import { type RobotsTxt, robotsDecision } from '../robots-txt.js';
import type { PageRecord, Site } from '../site.js';

/** robots.txt where crawlers look for it: at the root of the origin, nowhere else (RFC 9309, section 2.3). */
export function robotsAtRoot(site: Site): RobotsTxt | undefined {
  const isAtRoot = site.siteUrl === undefined || new URL(site.siteUrl).pathname === '/';
  return isAtRoot ? site.robots : undefined;
}

/**
 * The rule that keeps a crawler from a page. Hosts serve `about.html` as `/about`, too: a page that may be fetched by
 * one of the two is not blocked.
 */
export function ruleAgainst(
  robots: RobotsTxt,
  agent: string,
  site: Site,
  page: PageRecord,
): Located | undefined {
  const address = site.addressOf(page);
  const forms = [address, ...(/\.html?$/.test(address) ? [address.replace(/\.html?$/, '')] : [])];
  const decisions = forms.map((form) => robotsDecision(robots, agent, requestPath(form)));
  return decisions.some(({ allowed }) => allowed) ? undefined : decisions[0]?.rule;
}

/** A decoded path as browsers and crawlers ask for it. */
export function requestPath(path: string): string {
  const escaped = path.replaceAll(/[%?#\\\0-\x20]/g, encodeURIComponent);
  return new URL(`https://site.invalid${escaped}`).pathname;
}
