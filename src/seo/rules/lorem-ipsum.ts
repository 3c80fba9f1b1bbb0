import type { PageRule } from './rule.js';

export const loremIpsum: PageRule = {
  id: 'lorem-ipsum',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Placeholder text left on pages',
  meaning:
    'These pages show "Lorem ipsum". Examples in code are not counted, nor are pages whose title speaks of it.',
  why: 'Visitors see that the page is not finished, and so do search engines.',
  fix: 'Replace the placeholder by the real text, or remove the block.',
  source: 'https://www.screamingfrog.co.uk/seo-spider/issues/',
  *check(page) {
    // A page about the text bears it in its title: "Lorem ipsum generator".
    const title = page.titles[0]?.value ?? '';
    if (/lorem ipsum/i.test(title) && !/^lorem ipsum(?: dolor\b.*)?$/i.test(title)) return;
    const first = page.text.leftovers.find(({ value }) => /^lorem ipsum/i.test(value));
    if (first !== undefined) yield { offset: first.offset, message: 'placeholder text', value: first.value };
  },
};
