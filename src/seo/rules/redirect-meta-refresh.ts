import type { SiteRule } from './rule.js';

export const redirectMetaRefresh: SiteRule = {
  id: 'redirect-meta-refresh',
  scope: 'site',
  severity: 'info',
  title: 'Pages that forward by meta refresh',
  meaning:
    'These pages hold a <meta http-equiv="refresh"> to another address. They are exempt from the rules on content.',
  why: 'Google follows it as a redirect, but a redirect by the server is quicker, works in every browser and is the clearer sign.',
  fix: 'Where the host allows it, set up a permanent redirect (301) instead. On a host without redirects this is the right way.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/301-redirects',
  *check(site) {
    for (const { path, refresh } of site.pages) {
      if (refresh === undefined) continue;
      yield { page: path, offset: refresh.offset, message: 'forwards visitors', value: refresh.value };
    }
  },
};
