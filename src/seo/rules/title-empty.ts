import { absentFromHtml } from './absent-from-html.js';
import type { PageRule } from './rule.js';
import { isBlank } from './text-length.js';

export const titleEmpty: PageRule = {
  id: 'title-empty',
  scope: 'page',
  pages: 'content',
  severity: 'critical',
  title: 'Pages with an empty title',
  meaning:
    'The <title> of these pages holds nothing that can be seen: white space or zero-width characters at most.',
  why: 'An empty title is as good as none: search engines make one up, and the browser tab shows the address.',
  fix: 'Write a title that says what the page is about.',
  source: 'https://developers.google.com/search/docs/appearance/title-link',
  *check(page) {
    const [title] = page.titles;
    if (title === undefined || !isBlank(title.value)) return;
    yield { ...absentFromHtml(page, 'no text in the <title>'), offset: title.offset };
  },
};
