import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const titleEmpty: SeoRule = {
  id: 'title-empty',
  title: 'Pages with an empty title',
  meaning: 'The <title> of these pages holds nothing but white space.',
  why: 'An empty title is as good as none: search engines make one up.',
  fix: 'Write a title that says what the page is about.',
  source: 'https://developer.chrome.com/docs/lighthouse/accessibility/document-title',
  *check(site) {
    for (const page of contentPages(site)) {
      const [title] = page.titles;
      if (title?.value !== '') continue;
      yield {
        page: page.path,
        offset: title.offset,
        message: 'an empty <title>',
        value: '',
        severity: 'critical',
      };
    }
  },
};
