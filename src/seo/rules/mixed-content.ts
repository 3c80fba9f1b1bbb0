import { parseUrl } from '../../inputs/web-address.js';
import { LinkKind } from '../page/link-kind.js';
import type { SiteRule } from './rule.js';

/** Browsers block these; pictures and media they load, with a warning or by https. */
const ACTIVE =
  LinkKind.script |
  LinkKind.stylesheet |
  LinkKind.frame |
  LinkKind.object |
  LinkKind.manifest |
  LinkKind.form;
const LOADED_OR_SENT = ACTIVE | LinkKind.image | LinkKind.media | LinkKind.icon;

export const mixedContent: SiteRule = {
  id: 'mixed-content',
  scope: 'site',
  severity: 'warning',
  title: 'Unencrypted content on an encrypted site',
  meaning: 'The site is served by https, and these pages load files, or send forms, by http.',
  why: 'Browsers block scripts, styles and frames, and warn about forms; what is loaded can be read and changed on the way.',
  fix: 'Use https addresses.',
  source: 'https://www.w3.org/TR/mixed-content/',
  *check(site) {
    if (site.siteUrl?.startsWith('https:') !== true) return;
    for (const { page, offset, href, kind } of site.linksTo(LOADED_OR_SENT, () => true)) {
      if (!/^[\s\u0000-\u001f]*http:/i.test(href) || page.refresh !== undefined) continue;
      if (isTrustworthy(href)) continue;
      const isActive = (kind & ACTIVE) !== 0;
      yield {
        page: page.path,
        offset,
        message: isActive ? 'blocked or warned about' : 'loaded with a warning, or by https',
        value: href,
        severity: isActive ? 'critical' : 'warning',
        group: href,
      };
    }
  },
};

/**
 * Browsers take the visitor's own computer for safe, so that nothing from there is blocked; `link-localhost` speaks of
 * it. Source: www.w3.org/TR/secure-contexts, "Is origin potentially trustworthy?"
 */
function isTrustworthy(href: string): boolean {
  const host = parseUrl(href)?.hostname ?? '';
  return /^(?:(?:.*\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}
