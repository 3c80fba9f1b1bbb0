import { contentPages, isMadeOf } from './content-pages.js';
import { pagesWithoutTag } from './pages-without-tag.js';
import type { NextRule } from './rule.js';

export const nextMetadataMissingDescription: NextRule = {
  id: 'next-metadata-missing-description',
  severity: 'warning',
  title: 'Routes without a description',
  meaning:
    'Neither the page nor a layout above it sets a description, or the page takes it away with null or an empty text; no component renders one either.',
  why: 'Search engines often show the description under the title; without one they pick a piece of the page.',
  fix: 'Export metadata with a description from the page, or from the layout where one text fits all its pages.',
  source: 'https://nextjs.org/docs/app/api-reference/functions/generate-metadata#description',
  *check(app) {
    for (const page of contentPages(app)) {
      const { description } = page.metadata;
      const isMissing =
        description.kind === 'known' ? description.value.trim() === '' : description.kind === 'absent';
      if (!isMissing || isMadeOf(page, app.headTags.inApp.description)) continue;
      const { file, path } = page.route;
      yield { page: file, message: `${path} has no description`, value: path, severity: 'warning' };
    }
    for (const { file, path } of pagesWithoutTag(app, 'description')) {
      yield { page: file, message: `${path} has no description`, value: path, severity: 'warning' };
    }
  },
};
