import type { PageRule } from './rule.js';
import { characterCount, isBlank, spokenLength } from './text-length.js';

const LIMITS = { min: 10 };

export const titleTooShort: PageRule = {
  id: 'title-too-short',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Titles too short to say much',
  meaning:
    'These titles have fewer than 10 characters. A Chinese, Japanese or Korean character counts as three.',
  why: 'A title of one word, such as "Home", gives searchers little reason to choose the result. A short title is no fault in itself: a well-known name may be enough.',
  fix: 'Say in the title what the page offers, and add the name of the site.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  limits: LIMITS,
  *check(page, { min = LIMITS.min }) {
    const [title] = page.titles;
    if (title === undefined || isBlank(title.value) || spokenLength(title.value) >= min) return;
    yield { offset: title.offset, message: `${characterCount(title.value)} characters`, value: title.value };
  },
};
