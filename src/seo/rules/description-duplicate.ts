import { repeatedText } from './repeated-text.js';
import type { SiteRule } from './rule.js';

export const descriptionDuplicate: SiteRule = {
  id: 'description-duplicate',
  scope: 'site',
  severity: 'warning',
  title: 'Several pages share a description',
  meaning: 'These indexable pages of one language have the same meta description.',
  why: 'It cannot say what is special about each page, so search engines write their own.',
  fix: 'Describe each page by itself, or leave the description out where there is nothing of its own to say.',
  source: 'https://developers.google.com/search/docs/appearance/snippet',
  check: (site) => repeatedText(site, ({ description }) => description, 'description'),
};
