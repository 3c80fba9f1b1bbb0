import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const langMissing: SeoRule = {
  id: 'lang-missing',
  title: 'Pages that do not declare their language',
  meaning: 'The <html> element of these pages has no lang attribute.',
  why: 'Screen readers choose their voice by it, and browsers offer translations by it.',
  fix: 'Write the language on the root element: <html lang="en">.',
  source: 'https://developer.chrome.com/docs/lighthouse/accessibility/html-has-lang',
  *check(site) {
    for (const page of contentPages(site)) {
      if (page.html.lang !== undefined && page.html.lang.trim() !== '') continue;
      yield {
        page: page.path,
        offset: page.html.offset,
        message: 'no lang attribute on <html>',
        severity: 'warning',
      };
    }
  },
};
