import { shownDescription } from './descriptions.js';
import type { PageRule } from './rule.js';
import { characterCount } from './text-length.js';

const LIMITS = { max: 160 };

export const descriptionTooLong: PageRule = {
  id: 'description-too-long',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Meta descriptions too long to be shown whole',
  meaning:
    'These descriptions have more than 160 characters. Entities such as &amp; count as the one character they stand for.',
  why: 'Search results show about 155 to 160 characters and cut the rest. Google sets no limit, so nothing but the end of the text is lost.',
  fix: 'Say the most important thing in the first 155 characters.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  limits: LIMITS,
  *check(page, { max = LIMITS.max }) {
    const description = shownDescription(page);
    const length = description === undefined ? 0 : characterCount(description.value);
    if (description === undefined || length <= max) return;
    yield { offset: description.offset, message: `${length} characters`, value: description.value };
  },
};
