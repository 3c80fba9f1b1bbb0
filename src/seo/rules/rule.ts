import type { Site } from '../site.js';
import type { Limits, Mark, PageRule, RuleTexts } from './page-rule.js';

export type { Limits, Mark, PageRule } from './page-rule.js';

/** One place at which a rule applies. */
export interface Occurrence extends Mark {
  /** File relative to the scanned folder: a page, robots.txt, a sitemap. */
  readonly page: string;
}

/** A rule on the records of the whole site. */
export interface SiteRule extends RuleTexts {
  readonly scope: 'site';
  readonly check: (site: Site, limits: Limits) => Iterable<Occurrence>;
}

export type SeoRule = PageRule | SiteRule;
