import type { PageRule } from './rule.js';
import { visibleMainHeadings } from './visible-headings.js';

export const loremIpsum: PageRule = {
  id: 'lorem-ipsum',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Placeholder text left on pages',
  meaning:
    'These pages show "Lorem ipsum". Examples in code are not counted, nor are pages whose title or main heading speaks of it.',
  why: 'Visitors see that the page is not finished, and so do search engines.',
  fix: 'Replace the placeholder by the real text, or remove the block.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    const headlines = [page.titles[0]?.value ?? '', ...visibleMainHeadings(page).map(({ text }) => text)];
    if (headlines.some(speaksOfIt)) return;
    const first = page.text.leftovers.find(({ value }) => /^lorem ipsum/i.test(value));
    if (first !== undefined) yield { offset: first.offset, message: 'placeholder text', value: first.value };
  },
};

/** "Lorem ipsum generator", "What is lorem ipsum?"; the beginning of the text itself is a leftover like any other. */
function speaksOfIt(headline: string): boolean {
  return /lorem ipsum/i.test(headline) && !/^lorem ipsum(?:[,.]? dolor\b.*|[.…]*)$/i.test(headline);
}
