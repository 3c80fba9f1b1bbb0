import { parseUrl } from '../../inputs/web-address.js';
import { percentDecoded } from '../percent-decoding.js';
import type { SiteRule } from './rule.js';

export const ogUrlConflict: SiteRule = {
  id: 'og-url-conflict',
  scope: 'site',
  severity: 'warning',
  title: 'og:url differs from the canonical link',
  meaning: 'On these pages og:url and the canonical link name different addresses.',
  why: 'Shares are counted for the one address and search for the other.',
  fix: 'Write the canonical address in both.',
  source: 'https://ogp.me/#metadata',
  *check(site) {
    for (const page of site.pages) {
      const canonical = site.canonicalOf(page);
      if (page.refresh !== undefined || canonical === undefined || page.ogUrl === undefined) continue;
      const base = new URL(site.siteUrl ?? 'http://site.invalid/');
      const path = new URL(page.path.split('/').map(encodeURIComponent).join('/'), base);
      const own = parseUrl(page.baseHref ?? '', path) ?? path;
      const [named, shared] = [canonical.link.value, page.ogUrl.value].map((href) => parsed(href, own));
      if (named === undefined || shared === undefined) continue;
      // One full address and one path: without the address of the site they can't be compared.
      const isUnknown =
        site.siteUrl === undefined && (named.host === base.host) !== (shared.host === base.host);
      if (isUnknown || normalized(named) === normalized(shared)) continue;
      yield {
        page: page.path,
        offset: page.ogUrl.offset,
        message: `the canonical link is ${canonical.link.value}`,
        value: page.ogUrl.value,
      };
    }
  },
};

function parsed(href: string, base: URL): URL | undefined {
  return href.trim() === '' ? undefined : parseUrl(href, base);
}

/** Without fragment; neither a slash at the end counts nor how escapes are written. */
function normalized(url: URL): string {
  return percentDecoded(url.origin + url.pathname.replace(/\/$/, '') + url.search);
}
