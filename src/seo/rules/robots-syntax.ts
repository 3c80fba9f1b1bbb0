import { robotsAtRoot } from './robots-access.js';
import type { SiteRule } from './rule.js';

export const robotsSyntax: SiteRule = {
  id: 'robots-syntax',
  scope: 'site',
  severity: 'warning',
  title: 'Lines of robots.txt that crawlers misread',
  meaning: 'These lines of robots.txt are not written as crawlers read them.',
  why: 'A crawler skips what it does not understand, without a word: a rule with a typo blocks or allows nothing. Unknown fields do no harm in themselves.',
  fix: 'Write one field and one value a line, such as "Disallow: /private/", below a "User-agent:" line.',
  source: 'https://developer.chrome.com/docs/lighthouse/seo/invalid-robots-txt',
  *check(site) {
    for (const { offset, value, message, isExtension } of robotsAtRoot(site)?.problems ?? []) {
      yield { page: 'robots.txt', offset, message, value, ...(isExtension && { severity: 'info' }) };
    }
  },
};
