import { repeatedText } from './repeated-text.js';
import type { SeoRule } from './rule.js';

export const descriptionDuplicate: SeoRule = {
  id: 'description-duplicate',
  title: 'Several pages share a meta description',
  meaning: 'These indexable pages of one language have the same description.',
  why: 'A description that fits several pages describes none of them; searchers cannot choose.',
  fix: 'Describe what is particular to each page.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  check: (site) =>
    repeatedText(site, (page) => page.descriptions.find(({ value }) => value !== ''), 'description'),
};
