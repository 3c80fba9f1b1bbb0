import type { PageRule } from './rule.js';
import { visibleMainHeadings } from './visible-headings.js';

export const h1Multiple: PageRule = {
  id: 'h1-multiple',
  scope: 'page',
  pages: 'content',
  severity: 'info',
  title: 'Pages with several main headings',
  meaning: 'These pages have more than one visible <h1>.',
  why: 'HTML allows it and search engines cope. One main heading is still easier to follow for people who jump from heading to heading.',
  fix: 'Keep one <h1> and make the others <h2>, unless the page really has several main parts.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    const headings = visibleMainHeadings(page).filter(({ isInHiddenPart }) => !isInHiddenPart);
    const [, second] = headings;
    if (second === undefined) return;
    yield {
      offset: second.offset,
      message: `${headings.length} <h1> elements; the second is here`,
      value: second.text,
    };
  },
};
