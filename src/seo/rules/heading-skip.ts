import type { PageRule } from './rule.js';
import { isBlank } from './text-length.js';

export const headingSkip: PageRule = {
  id: 'heading-skip',
  scope: 'page',
  pages: 'content',
  severity: 'info',
  title: 'Headings that skip a level',
  meaning:
    'These headings are more than one level below the heading before them, such as an <h4> right after an <h2>. The first heading of a page may have any level.',
  why: 'People who use a screen reader move by heading level and take a gap for a missing section. It has no known effect on ranking.',
  fix: 'Choose the level by the outline and the size by style: after an <h2> comes an <h3>.',
  source: 'https://dequeuniversity.com/rules/axe/4.10/heading-order',
  *check(page) {
    let previous: number | undefined;
    for (const { offset, level, text, isHidden, isInHiddenPart } of page.headings) {
      if (isHidden || isInHiddenPart) continue;
      // An empty heading is not announced, so it is no skip; what comes after it is judged kindly.
      if (previous !== undefined && level > previous + 1 && !isBlank(text)) {
        yield { offset, message: `<h${level}> after <h${previous}>`, value: text, group: text };
      }
      previous = level;
    }
  },
};
