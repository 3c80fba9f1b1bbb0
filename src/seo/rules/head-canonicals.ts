import { isUrl } from '../../inputs/web-address.js';
import type { LinkElement, PageFacts } from '../page/page-facts.js';

export type CanonicalForm = 'empty' | 'invalid' | 'relative' | 'absolute';

/** The canonical links that search engines read: those that the parser puts into the head. */
export function headCanonicals(page: PageFacts): LinkElement[] {
  return page.links.filter(({ rel, isInHead }) => isInHead && rel.includes('canonical'));
}

/** What a canonical's address is. Source: Lighthouse, audit "canonical" */
export function canonicalForm(href: string | undefined): CanonicalForm {
  if (href === undefined || href.trim() === '') return 'empty';
  if (isUrl(href)) return /^https?:$/.test(new URL(href).protocol) ? 'absolute' : 'invalid';
  return isUrl(href, 'https://site.invalid/') ? 'relative' : 'invalid';
}
