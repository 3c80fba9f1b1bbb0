import type { PageRule } from './rule.js';
import { isBlank } from './text-length.js';

export const linkTextEmpty: PageRule = {
  id: 'link-text-empty',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Links without a text',
  meaning:
    'These links hold neither text nor an image with alternative text, and have no label or title. Links that are hidden from everyone or from screen readers are not counted. Links to a place on the same page, such as the marks that manuals put beside headings, are only information.',
  why: 'A screen reader can only read out the address, and search engines learn nothing about the linked page.',
  fix: 'Write a text, give the image in the link an alt text, or add an aria-label to a link that is only an icon.',
  source: 'https://dequeuniversity.com/rules/axe/4.10/link-name',
  *check(page) {
    for (const { offset, element, href, name, isHidden } of page.anchors) {
      // An <area> is named by its alternative text, of which the rule on images speaks.
      if (element !== 'a' || href === undefined || isHidden || !isBlank(name)) continue;
      yield /^#./.test(href)
        ? { offset, message: 'a mark without a text', value: href, severity: 'info', group: '#' }
        : { offset, message: 'a link without a text', value: href, group: href };
    }
  },
};
