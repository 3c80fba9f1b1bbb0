import { contentPages, isMadeOf } from './content-pages.js';
import type { NextRule } from './rule.js';

export const nextOpengraphImageMissing: NextRule = {
  id: 'next-opengraph-image-missing',
  severity: 'opportunity',
  title: 'Routes without a preview image',
  meaning: 'The merged openGraph has no image, and no opengraph-image file applies to the page.',
  why: 'Links that are shared with a picture are noticed and opened more often than those without.',
  fix: 'Put an opengraph-image.png beside the root layout, or set openGraph.images; a child with an openGraph of its own needs them again.',
  source: 'https://nextjs.org/docs/app/api-reference/file-conventions/metadata/opengraph-image',
  *check(app) {
    for (const page of contentPages(app)) {
      const { openGraph, robots } = page.metadata;
      const images = openGraph.kind === 'known' ? openGraph.value.images : openGraph;
      if (images.kind !== 'absent' || isMadeOf(page, app.headTags.inApp.openGraphImage)) continue;
      // A page that is kept out of search is seldom one to share.
      if (robots.kind === 'known' && robots.value.noindex) continue;
      const { file, path } = page.route;
      yield { page: file, message: `${path} has no preview image`, value: path, severity: 'opportunity' };
    }
  },
};
