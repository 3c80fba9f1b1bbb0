import { repeatedText } from './repeated-text.js';
import type { SiteRule } from './rule.js';

export const titleDuplicate: SiteRule = {
  id: 'title-duplicate',
  scope: 'site',
  severity: 'warning',
  title: 'Several pages share a title',
  meaning: 'These indexable pages of one language have the same title.',
  why: 'In search results they cannot be told apart, and they compete for the same queries.',
  fix: 'Give each page a title of its own, or point duplicates to one page with a canonical link.',
  source: 'https://developers.google.com/search/docs/appearance/title-link',
  check: (site) => repeatedText(site, ({ title }) => title, 'title'),
};
