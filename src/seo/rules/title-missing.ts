import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const titleMissing: SeoRule = {
  id: 'title-missing',
  title: 'Pages without a title',
  meaning: 'These pages have no <title> element.',
  why: 'The title is the headline of a search result and the name of the tab; without one, search engines make one up.',
  fix: 'Give each page one <title> in its head that says what the page is about.',
  source: 'https://developer.chrome.com/docs/lighthouse/accessibility/document-title',
  *check(site) {
    for (const page of contentPages(site)) {
      if (page.titles.length > 0) continue;
      yield { page: page.path, message: 'no <title> element', severity: 'critical' };
    }
  },
};
