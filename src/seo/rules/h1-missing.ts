import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const h1Missing: SeoRule = {
  id: 'h1-missing',
  title: 'Pages without a main heading',
  meaning: 'These pages have no visible <h1> element.',
  why: 'The main heading tells readers, screen readers and search engines what the page is about.',
  fix: "Mark the page's main heading as <h1>.",
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const page of contentPages(site)) {
      if (page.headings1.length > 0) continue;
      yield { page: page.path, message: 'no visible <h1> element', severity: 'warning' };
    }
  },
};
