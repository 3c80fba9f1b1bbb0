import { repeatedText } from './repeated-text.js';
import type { SeoRule } from './rule.js';

export const titleDuplicate: SeoRule = {
  id: 'title-duplicate',
  title: 'Several pages share a title',
  meaning: 'These indexable pages of one language have the same title.',
  why: 'In search results they cannot be told apart, and they compete for the same queries.',
  fix: 'Give each page a title of its own, or point duplicates to one page with a canonical link.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  check: (site) => repeatedText(site, (page) => page.titles[0], 'title'),
};
