import { linkCount } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

const LIMITS = { max: 3000 };

export const pageTooManyLinks: PageRule = {
  id: 'page-too-many-links',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Pages with very many links',
  meaning: 'These pages have more than 3000 links.',
  why: 'No search engine sets a limit today, but a crawler may not follow them all soon, and hardly a visitor finds one among so many.',
  fix: 'Split the list over several pages, for instance by letter or topic.',
  source: 'https://sitebulb.com/hints/links/',
  limits: LIMITS,
  *check(page, { max = LIMITS.max }) {
    const count = linkCount(page);
    if (count > max) yield { message: `${count} links` };
  },
};
