import { brokenReason } from './broken-links.js';
import type { SiteRule } from './rule.js';

export const ogImageBroken: SiteRule = {
  id: 'og-image-broken',
  scope: 'site',
  severity: 'warning',
  title: 'Images for social networks that do not exist',
  meaning:
    'The tag og:image, or og:image:url or og:image:secure_url, names an address of this site for which the export holds no file.',
  why: 'Shared links are shown without a picture.',
  fix: 'Add the image, or correct the address.',
  source: 'https://ogp.me/#metadata',
  *check(site) {
    for (const page of site.pages) {
      if (page.refresh !== undefined) continue;
      for (const { offset, value } of page.ogImages) {
        const target = value.trim() === '' ? undefined : site.resolve(value, page);
        if (target?.kind === 'broken') {
          yield { page: page.path, offset, message: brokenReason(target), value, group: target.path };
        }
      }
    }
  },
};
