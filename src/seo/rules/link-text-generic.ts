import { parseUrl } from '../../inputs/web-address.js';
import type { PageFacts } from '../page/page-facts.js';
import { genericLinkTexts } from './generic-link-texts.js';
import type { PageRule } from './rule.js';

export const linkTextGeneric: PageRule = {
  id: 'link-text-generic',
  scope: 'page',
  pages: 'content',
  severity: 'info',
  title: 'Links whose text says nothing about their target',
  meaning:
    'These links to other pages say no more than "click here" or "read more". The list of such texts is that of Lighthouse, for nine languages; a label for screen readers counts as the text.',
  why: 'Search engines read the text of a link as a hint at what the linked page is about, and people who go from link to link by keyboard hear it alone.',
  fix: 'Name what the link leads to: "Compare the plans" rather than "Click here".',
  source: 'https://developer.chrome.com/docs/lighthouse/seo/link-text',
  *check(page) {
    const lists = listsFor(page.html.lang?.trim().toLowerCase().split('-', 1)[0] ?? '');
    let address: PageAddress | undefined;
    for (const { offset, element, href, rel, name, isHidden } of page.anchors) {
      if (name.length > MAX_LENGTH || element !== 'a' || href === undefined || isHidden) continue;
      const text = name.toLowerCase();
      if (!lists.some((list) => list.has(text)) || rel.includes('nofollow')) continue;
      address ??= addressOf(page);
      if (!leadsToAnotherPage(href, text, address)) continue;
      yield { offset, message: `leads to ${href}`, value: name, group: `${text} ${href}` };
    }
  },
};

const MAX_LENGTH = Math.max(
  ...[...genericLinkTexts.values()].flatMap((list) => [...list].map(({ length }) => length)),
);

/** Of the page's language; of all where the page declares none, as Lighthouse does. */
function listsFor(language: string): ReadonlySet<string>[] {
  if (language === '') return [...genericLinkTexts.values()];
  const list = genericLinkTexts.get(language);
  return list === undefined ? [] : [list];
}

/** Where a page lies, and where its links start from. */
interface PageAddress {
  readonly origin: string;
  readonly path: string;
  readonly base: URL;
}

function addressOf(page: PageFacts): PageAddress {
  const own = new URL(page.path.split('/').map(encodeURIComponent).join('/'), 'https://site.invalid/');
  const base = page.bases.find((element) => element.href !== undefined)?.href ?? '';
  return { origin: own.origin, path: cleanPath(own), base: parseUrl(base, own) ?? own };
}

/** Not mail or script, not a place on the page itself, not a page that bears the text as its name ("Go" at /go/). */
function leadsToAnotherPage(href: string, text: string, page: PageAddress): boolean {
  const target = parseUrl(href, page.base);
  if (target === undefined || !/^https?:$/.test(target.protocol)) return false;
  const path = cleanPath(target);
  const isSamePage = target.origin === page.origin && path === page.path && target.search === '';
  return !isSamePage && path.slice(path.lastIndexOf('/') + 1).toLowerCase() !== text;
}

/** As hosts serve it: `about`, `about.html`, `about/` and `about/index.html` are one. */
function cleanPath({ pathname }: URL): string {
  return pathname.replace(/(?:\/index)?\.html?$/, '').replace(/\/$/, '');
}
