import { shownDescription } from './descriptions.js';
import type { PageRule } from './rule.js';
import { characterCount, spokenLength } from './text-length.js';

const LIMITS = { min: 50 };

export const descriptionTooShort: PageRule = {
  id: 'description-too-short',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Meta descriptions too short to say much',
  meaning:
    'These descriptions have fewer than 50 characters. A Chinese, Japanese or Korean character counts as three.',
  why: 'Search results have room for about 155 characters. Where the description says little, search engines tend to pick sentences from the page instead.',
  fix: 'Add what a visitor finds on the page and why it is worth the click.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  limits: LIMITS,
  *check(page, { min = LIMITS.min }) {
    const description = shownDescription(page);
    if (description === undefined || spokenLength(description.value) >= min) return;
    yield {
      offset: description.offset,
      message: `${characterCount(description.value)} characters`,
      value: description.value,
    };
  },
};
