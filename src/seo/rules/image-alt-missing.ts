import { isInvisible } from './image-visibility.js';
import type { PageRule } from './rule.js';

export const imageAltMissing: PageRule = {
  id: 'image-alt-missing',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Images without alternative text',
  meaning:
    'These images have no alt attribute and no aria-label, and are not marked as decoration; a title, which browsers show as a tooltip, is no alternative text. An empty alt="" is a valid mark of decoration. Image buttons and the areas of image maps are checked, too.',
  why: 'Screen readers read out the file name instead, and image search has little to go by.',
  fix: 'Describe in alt what the image shows; write alt="" where it is only decoration.',
  source: 'https://dequeuniversity.com/rules/axe/4.10/image-alt',
  *check(page) {
    for (const image of page.images) {
      const { offset, element, src = '', alt, isLabelled, isDecoration } = image;
      if (alt !== undefined || isLabelled || isDecoration || isInvisible(image)) continue;
      const name = element === 'input' ? '<input type="image">' : `<${element}>`;
      yield {
        offset,
        message: `${name} without an alt attribute`,
        ...(src !== '' && { value: src, group: src }),
      };
    }
  },
};
