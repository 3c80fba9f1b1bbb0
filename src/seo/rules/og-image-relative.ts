import { metaContents } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

export const ogImageRelative: PageRule = {
  id: 'og-image-relative',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Preview images without a full address',
  meaning: 'The og:image of these pages does not begin with https:// or http://.',
  why: 'Many networks and messengers do not complete the address, so the shared link has no image.',
  fix: 'Write the full address of the image, beginning with https://.',
  source: 'https://ogp.me/#data_types',
  *check(page) {
    for (const { offset, content } of metaContents(page, 'og:image', 'og:image:url', 'og:image:secure_url')) {
      if (content === '' || /^https?:\/\//i.test(content)) continue;
      yield { offset, message: 'not a full address', value: content, group: content };
    }
  },
};
