import { FOLLOWED } from '../page/link-kind.js';
import type { Target } from '../site.js';
import type { SiteRule } from './rule.js';

export const internalFragmentBroken: SiteRule = {
  id: 'internal-fragment-broken',
  scope: 'site',
  severity: 'warning',
  title: 'Links to places that their page does not have',
  meaning: 'The part behind # names no id on the page that these links lead to.',
  why: 'The page opens at its top, and visitors have to look for what they were promised.',
  fix: 'Correct the name behind #, or give the place that is meant this id.',
  source: 'https://html.spec.whatwg.org/multipage/browsing-the-web.html#scrolling-to-a-fragment',
  *check(site) {
    const isBroken = (target: Target) => target.kind === 'page' && target.isBrokenFragment;
    for (const { page, offset, href, target } of site.linksTo(FOLLOWED, isBroken)) {
      if (target.kind !== 'page' || page.refresh !== undefined) continue;
      const [fragment = ''] = target.fragment.split(':~:', 1);
      yield {
        page: page.path,
        offset,
        message: `no id "${fragment}" on ${target.page.path}`,
        value: href,
        group: `${target.page.path}#${fragment}`,
      };
    }
  },
};
