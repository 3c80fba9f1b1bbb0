import { contentPages } from './content-pages.js';
import type { SeoRule } from './rule.js';

export const imageAltMissing: SeoRule = {
  id: 'image-alt-missing',
  title: 'Images without alternative text',
  meaning: 'These <img> elements have no alt attribute and are not marked as decoration.',
  why: 'Screen readers read the file name instead, and image search has nothing to go by.',
  fix: 'Describe what the image shows in alt; write alt="" where it is only decoration.',
  source: 'https://dequeuniversity.com/rules/axe/4.10/image-alt',
  *check(site) {
    for (const page of contentPages(site)) {
      for (const { offset, value } of page.imagesWithoutAlt) {
        yield { page: page.path, offset, message: 'no alt attribute', value, severity: 'warning' };
      }
    }
  },
};
