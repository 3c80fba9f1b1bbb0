import { isUrl } from '../../inputs/web-address.js';
import { shownAnnotatedPages, targetOf } from '../hreflang.js';
import { cut } from '../language-tags.js';
import type { Target } from '../site.js';
import type { SiteRule } from './rule.js';

export const hreflangDuplicate: SiteRule = {
  id: 'hreflang-duplicate',
  scope: 'site',
  severity: 'warning',
  title: 'Several addresses for one language',
  meaning: 'A page names different addresses as its version for the same hreflang code.',
  why: 'A search engine can show only one of them, and the choice is not yours.',
  fix: 'Keep one address for each code; tell versions for several countries apart, as in en-GB and en-US.',
  source: 'https://developers.google.com/search/docs/specialty/international/localized-versions',
  *check(site) {
    for (const { page, annotations } of shownAnnotatedPages(site)) {
      const first = new Map<string, string>();
      for (const annotation of annotations) {
        const { file, offset, code, hreflang, href } = annotation;
        const place = placeOf(targetOf(site, annotation, page));
        const earlier = first.get(code);
        if (earlier === undefined) first.set(code, place);
        else if (earlier !== place) {
          yield { page: file, offset, message: `another address for "${cut(hreflang)}"`, value: href };
        }
      }
    }
  },
};

/** The same for all spellings of one address. */
function placeOf(target: Target): string {
  switch (target.kind) {
    case 'page':
      return `page ${target.page.index}`;
    case 'external':
      return isUrl(target.href) ? new URL(target.href).href : target.href;
    default:
      return `file ${target.path}`;
  }
}
