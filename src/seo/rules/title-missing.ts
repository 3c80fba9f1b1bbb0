import { absentFromHtml } from './absent-from-html.js';
import type { PageRule } from './rule.js';

export const titleMissing: PageRule = {
  id: 'title-missing',
  scope: 'page',
  pages: 'content',
  severity: 'critical',
  title: 'Pages without a title',
  meaning: 'These pages have no <title> element. A <title> inside an <svg> names the drawing, not the page.',
  why: 'The title is the headline of a search result and the name of the browser tab. Without one, search engines make one up from other text.',
  fix: 'Give each page one <title> in its head that says what the page is about.',
  source: 'https://developers.google.com/search/docs/appearance/title-link',
  *check(page) {
    if (page.titles.length === 0) yield absentFromHtml(page, 'no <title> element');
  },
};
