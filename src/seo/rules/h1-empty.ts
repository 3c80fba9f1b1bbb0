import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const h1Empty: SeoRule = {
  id: 'h1-empty',
  title: 'Pages whose main headings are all empty',
  meaning: 'Every <h1> of these pages is without text or image description.',
  why: 'A heading without text says nothing to screen readers and search engines.',
  fix: 'Write the heading, or give the image in it an alt text.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(site) {
    for (const page of contentPages(site)) {
      const [first] = page.headings1;
      if (first === undefined || page.headings1.some(({ value }) => value !== '')) continue;
      yield {
        page: page.path,
        offset: first.offset,
        message: 'an empty <h1>',
        value: '',
        severity: 'warning',
      };
    }
  },
};
