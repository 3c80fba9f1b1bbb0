import type { PageRule } from './rule.js';
import { characterCount } from './text-length.js';

/** Characters that search results show, and the length at which the end is surely lost. */
const LIMITS = { max: 60, warn: 70 };

export const titleTooLong: PageRule = {
  id: 'title-too-long',
  scope: 'page',
  pages: 'indexable',
  severity: 'info',
  title: 'Titles too long to be shown whole',
  meaning:
    'These titles have more than 60 characters; those of more than 70 are warnings. Entities such as &amp; count as the one character they stand for.',
  why: 'Search results show about 60 characters of a title and cut the rest. Google sets no limit and reads the whole title, so only the visible end of the line is lost.',
  fix: 'Put what matters first, and shorten the title to 60 characters where it loses nothing.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  limits: LIMITS,
  *check(page, { max = LIMITS.max, warn = LIMITS.warn }) {
    const [title] = page.titles;
    const length = title === undefined ? 0 : characterCount(title.value);
    if (title === undefined || length <= max) return;
    yield {
      offset: title.offset,
      message: `${length} characters`,
      value: title.value,
      severity: length > warn ? 'warning' : 'info',
    };
  },
};
