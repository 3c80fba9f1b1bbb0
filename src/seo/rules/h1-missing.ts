import { loadsItsContent } from './absent-from-html.js';
import type { PageRule } from './rule.js';
import { visibleMainHeadings } from './visible-headings.js';

export const h1Missing: PageRule = {
  id: 'h1-missing',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages without a main heading',
  meaning: 'These pages have no visible <h1> element. Pages that a script renders are not judged.',
  why: 'The main heading tells readers and screen readers what the page is about, and search engines may show it as the title of a result.',
  fix: "Mark the page's main heading as <h1>.",
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    if (loadsItsContent(page) || visibleMainHeadings(page).length > 0) return;
    yield { message: 'no visible <h1> element' };
  },
};
