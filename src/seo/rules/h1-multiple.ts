import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const h1Multiple: SeoRule = {
  id: 'h1-multiple',
  title: 'Pages with several main headings',
  meaning: 'These pages have more than one visible <h1>.',
  why: 'HTML allows it, and search engines cope; one main heading is still easier to follow for readers of an outline.',
  fix: 'Keep one <h1> and make the others <h2>, unless the page really has several main parts.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const page of contentPages(site)) {
      const [, second] = page.headings1;
      if (second === undefined) continue;
      yield {
        page: page.path,
        offset: second.offset,
        message: `${page.headings1.length} <h1> elements; the second is here`,
        value: second.value,
        severity: 'info',
      };
    }
  },
};
