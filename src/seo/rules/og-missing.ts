import { metaContents } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

export const ogMissing: PageRule = {
  id: 'og-missing',
  scope: 'page',
  pages: 'indexable',
  severity: 'opportunity',
  title: 'Pages without a full link preview',
  meaning:
    'These pages lack one or more of the four basic Open Graph properties: og:title, og:image, og:url, og:type.',
  why: 'Social networks and messengers build the preview of a shared link from them, and fall back to the title and any image. Search ranking does not depend on them.',
  fix: 'Add the missing properties to the head: <meta property="og:title" content="…">.',
  source: 'https://ogp.me/',
  *check(page) {
    const missing = BASIC.filter((names) =>
      metaContents(page, ...names).every(({ content }) => content === ''),
    );
    if (missing.length === 0) return;
    const value = missing.map(([name]) => name).join(', ');
    yield { message: `missing: ${value}`, value, group: value };
  },
};

/** What ogp.me requires of every page; og:image:url and og:image:secure_url say the same as og:image. */
const BASIC = [
  ['og:title'],
  ['og:image', 'og:image:url', 'og:image:secure_url'],
  ['og:url'],
  ['og:type'],
] as const;
