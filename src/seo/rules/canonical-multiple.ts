import type { PageFacts } from '../page/page-facts.js';
import { canonicalForm, headCanonicals } from './head-canonicals.js';
import type { PageRule } from './rule.js';

export const canonicalMultiple: PageRule = {
  id: 'canonical-multiple',
  scope: 'page',
  pages: 'content',
  severity: 'warning',
  title: 'Pages with several canonical links',
  meaning:
    'The head of these pages names more than one canonical address. The same address twice is only information.',
  why: 'Where canonical links contradict each other, Google is likely to ignore them all and to choose an address itself.',
  fix: 'Keep one <link rel="canonical"> per page. Often a theme and a plug-in each add one.',
  source: 'https://developer.chrome.com/docs/lighthouse/seo/canonical',
  *check(page) {
    const canonicals = namedCanonicals(page);
    const [first, second] = canonicals;
    if (first === undefined || second === undefined) return;
    const other = canonicals.find(({ address }) => address !== first.address);
    yield other === undefined
      ? {
          offset: second.offset,
          message: `the same canonical address ${canonicals.length} times`,
          value: second.href,
          severity: 'info',
        }
      : {
          offset: other.offset,
          message: `${canonicals.length} canonical links; the first says ${first.href}`,
          value: other.href,
        };
  },
};

interface NamedCanonical {
  readonly offset: number;
  readonly href: string;
  /** For comparison: relative ones are read against the first absolute one, which names this page as a rule. */
  readonly address: string;
}

function namedCanonicals(page: PageFacts): NamedCanonical[] {
  const links = headCanonicals(page).flatMap(({ offset, href }) => {
    const form = canonicalForm(href);
    return href === undefined || form === 'empty' || form === 'invalid' ? [] : [{ offset, href, form }];
  });
  const base = links.find(({ form }) => form === 'absolute')?.href ?? 'https://site.invalid/';
  return links.map(({ offset, href }) => ({ offset, href, address: new URL(href, base).href }));
}
