import { loadsItsContent } from './absent-from-html.js';
import type { PageRule } from './rule.js';
import { isBlank } from './text-length.js';
import { visibleMainHeadings } from './visible-headings.js';

export const h1Empty: PageRule = {
  id: 'h1-empty',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages whose main headings are all empty',
  meaning:
    'Every <h1> of these pages is without text; the alternative text of an image in it counts as text.',
  why: 'A heading without text says nothing to screen readers and search engines.',
  fix: 'Write the heading, or give the image in it an alt text.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    const headings = visibleMainHeadings(page);
    const [first] = headings;
    if (first === undefined || loadsItsContent(page)) return;
    if (headings.every(({ text }) => isBlank(text))) {
      yield { offset: first.offset, message: 'an empty <h1>' };
    }
  },
};
