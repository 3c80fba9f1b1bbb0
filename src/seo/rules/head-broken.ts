import type { PageRule } from './rule.js';

export const headBroken: PageRule = {
  id: 'head-broken',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Heads that end too early',
  meaning:
    'An element that is not allowed in the head, such as <div>, <img> or <iframe>, stands there. It ends the head, and the elements after it count as part of the body.',
  why: 'Google ignores canonical and hreflang links and other metadata that it does not find in the head.',
  fix: 'Move the element into the body, or to the end of the head.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/valid-page-metadata',
  *check({ headBreak }) {
    if (headBreak === undefined || headBreak.late.length === 0) return;
    const { offset, element, late } = headBreak;
    const cause = element === 'text' ? 'text' : `<${element}>`;
    const samples = late.slice(0, 3).map(({ value }) => value);
    yield { offset, message: `${cause} ends the head before ${samples.join(', ')}`, value: cause };
  },
};
