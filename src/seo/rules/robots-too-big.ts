import { robotsAtRoot } from './robots-access.js';
import type { SiteRule } from './rule.js';

export const robotsTooBig: SiteRule = {
  id: 'robots-too-big',
  scope: 'site',
  severity: 'warning',
  title: 'A robots.txt that is read in part',
  meaning: 'robots.txt is larger than 500 KiB, of which Google reads no more.',
  why: 'Rules behind that limit do not exist for Google, whatever they allow or forbid.',
  fix: 'Replace lists of single pages by rules for folders, or by wildcards.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/robots/robots_txt',
  *check(site) {
    const robots = robotsAtRoot(site);
    if (robots?.isTooBig === true) {
      yield { page: 'robots.txt', offset: robots.end, message: 'Google stops reading here' };
    }
  },
};
