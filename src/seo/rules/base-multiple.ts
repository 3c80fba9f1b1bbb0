import type { PageRule } from './rule.js';

export const baseMultiple: PageRule = {
  id: 'base-multiple',
  scope: 'page',
  pages: 'all',
  severity: 'info',
  title: 'Pages with several base addresses',
  meaning: 'These pages have more than one <base> element with an href.',
  why: 'Browsers use the first and ignore the others, so links may lead elsewhere than was meant.',
  fix: 'Keep one <base>, before all links; best none.',
  source: 'https://html.spec.whatwg.org/multipage/semantics.html#the-base-element',
  *check(page) {
    const [first, second] = page.bases.flatMap(({ offset, href }) =>
      href === undefined ? [] : [{ offset, href }],
    );
    if (first === undefined || second === undefined) return;
    yield { offset: second.offset, message: `ignored; the first says ${first.href}`, value: second.href };
  },
};
