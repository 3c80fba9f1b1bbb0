import { FOLLOWED } from '../page/link-kind.js';
import type { Target } from '../site.js';
import type { SiteRule } from './rule.js';

export const internalLinkSlashMismatch: SiteRule = {
  id: 'internal-link-slash-mismatch',
  scope: 'site',
  severity: 'info',
  title: 'Links with a slash at the end to pages that are files',
  meaning: 'These links read about/ where the export holds about.html and no about/index.html.',
  why: 'Whether that works depends on the host; some answer with an error page.',
  fix: 'Link without the slash, or build the site so that each page is a folder.',
  source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/trailingSlash',
  *check(site) {
    const isMismatch = (target: Target) => target.kind === 'page' && target.isSlashMismatch;
    for (const { page, offset, href, target } of site.linksTo(FOLLOWED, isMismatch)) {
      if (target.kind !== 'page' || page.refresh !== undefined) continue;
      yield {
        page: page.path,
        offset,
        message: `the file is ${target.page.path}`,
        value: href,
        group: target.page.path,
      };
    }
  },
};
