import { metaContents } from '../page/page-facts.js';
import type { PageRule } from './rule.js';

export const twitterCardMissing: PageRule = {
  id: 'twitter-card-missing',
  scope: 'page',
  pages: 'indexable',
  severity: 'opportunity',
  title: 'Pages without a card type for X (Twitter)',
  meaning: 'These pages have no <meta name="twitter:card">.',
  why: 'It chooses the form of the preview on X. Without it X may build a small card from the Open Graph properties; the large image needs it. Search ranking does not depend on it.',
  fix: 'Add <meta name="twitter:card" content="summary_large_image"> to the head.',
  source: 'https://developer.x.com/en/docs/x-for-websites/cards/overview/markup',
  *check(page) {
    if (metaContents(page, 'twitter:card').some(({ content }) => content !== '')) return;
    yield { message: 'no <meta name="twitter:card">' };
  },
};
