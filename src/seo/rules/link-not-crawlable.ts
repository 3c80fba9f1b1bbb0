import { isUrl } from '../../inputs/web-address.js';
import type { Anchor } from '../page/page-facts.js';
import { isRelativePath } from './relative-path.js';
import type { PageRule } from './rule.js';

export const linkNotCrawlable: PageRule = {
  id: 'link-not-crawlable',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Links that crawlers cannot follow',
  meaning:
    'These links have no address, only a click handler; or their address is a script that does nothing (javascript:void(0)), a file on a computer, or not valid.',
  why: 'Search engines follow the address in href and do not click. Pages that can only be reached so are not found.',
  fix: 'Write the address into href. Where something happens on the page and no page is opened, use a <button>.',
  source: 'https://developers.google.com/search/docs/crawling-indexing/links-crawlable',
  *check(page) {
    for (const anchor of page.anchors) {
      const { offset, href } = anchor;
      const message = anchor.isHidden ? undefined : reasonOf(anchor);
      if (message === undefined) continue;
      yield { offset, message, ...(href !== undefined && { value: href, group: href }) };
    }
  },
};

/** Source: Lighthouse, audit "crawlable-anchors" */
function reasonOf({ element, href, role, isTarget, hasClickHandler }: Anchor): string | undefined {
  // A role such as button says that it is no link.
  if (role !== '') return undefined;
  if (href === undefined) {
    return element === 'a' && hasClickHandler && !isTarget ? 'a click handler and no href' : undefined;
  }
  // An address without a scheme or host is always valid.
  if (isRelativePath(href) || !/[:\\]|\/\//.test(href)) return undefined;
  const written = href.replaceAll(/\s/g, '');
  if (/^mailto:/i.test(written)) return undefined;
  if (/^file:/i.test(written)) return 'a file on a computer';
  if (/^javascript:void\(?0\)?/i.test(written)) return 'a script that does nothing';
  return isUrl(href, 'https://site.invalid/') ? undefined : 'not a valid address';
}
