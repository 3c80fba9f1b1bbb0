import type { PageRule } from './rule.js';

export const langMissing: PageRule = {
  id: 'lang-missing',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages that do not declare their language',
  meaning: 'The <html> element of these pages has no lang attribute, or an empty one.',
  why: 'Screen readers choose their voice by it, and browsers offer translations by it. Google finds out the language from the text.',
  fix: 'Write the language on the root element: <html lang="en">.',
  source: 'https://dequeuniversity.com/rules/axe/4.10/html-has-lang',
  *check({ html }) {
    if (html.lang !== undefined && html.lang.trim() !== '') return;
    yield { offset: html.offset, message: 'no lang attribute on <html>' };
  },
};
