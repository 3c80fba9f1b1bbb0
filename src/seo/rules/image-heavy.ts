import { LinkKind } from '../page/link-kind.js';
import type { SiteRule } from './rule.js';

export const imageHeavy: SiteRule = {
  id: 'image-heavy',
  scope: 'site',
  severity: 'info',
  title: 'Large image files',
  meaning: 'These pages show images whose files are larger than 500 kB.',
  why: 'Pages take long to load, on phones above all.',
  fix: 'Compress the image, use WebP or AVIF, and offer smaller versions by srcset.',
  source: 'https://developer.chrome.com/docs/lighthouse/performance/uses-optimized-images',
  limits: { maxBytes: 500_000 },
  *check(site, { maxBytes = 500_000 }) {
    const sizes = new Map<string, number>();
    let last = '';
    for (const { page, offset, href, target } of site.linksTo(
      LinkKind.image,
      ({ kind }) => kind === 'file',
    )) {
      if (target.kind !== 'file' || page.refresh !== undefined) continue;
      let size = sizes.get(target.path);
      if (size === undefined) sizes.set(target.path, (size = site.sizeOf(target.path)));
      // The src of an image is often a candidate of its srcset, too.
      const place = `${page.index} ${offset} ${target.path}`;
      if (size <= maxBytes || place === last) continue;
      last = place;
      yield {
        page: page.path,
        offset,
        message: `${Math.round(size / 1000)} kB`,
        value: href,
        group: target.path,
      };
    }
  },
};
