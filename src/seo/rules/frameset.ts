import type { PageRule } from './rule.js';

export const frameset: PageRule = {
  id: 'frameset',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages made of frames',
  meaning:
    'These pages have a <frameset> instead of a body. (An <iframe> inside a page is something else and not counted.)',
  why: 'Frames were dropped from HTML. The page has no content of its own, and search engines lead visitors to a frame without its surroundings.',
  fix: 'Build one page with the menu and the content in it.',
  source: 'https://html.spec.whatwg.org/multipage/obsolete.html#non-conforming-features',
  *check(page) {
    const first = page.embeds.find(({ element }) => element === 'frameset');
    if (first !== undefined) yield { offset: first.offset, message: 'a <frameset>' };
  },
};
