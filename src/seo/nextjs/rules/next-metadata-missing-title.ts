import type { AppPage } from '../app-pages.js';
import { contentPages, isMadeOf } from './content-pages.js';
import { pagesWithoutTag } from './pages-without-tag.js';
import type { NextRule } from './rule.js';

export const nextMetadataMissingTitle: NextRule = {
  id: 'next-metadata-missing-title',
  severity: 'critical',
  title: 'Routes without a title',
  meaning:
    'Neither the page nor a layout above it sets a title, or the page takes it away with null; no component renders one either.',
  why: 'The title is the headline of a search result and the name of the tab; without one, search engines make one up.',
  fix: 'Export metadata with a title from the page, or give the root layout a title with a default. In the pages router, put a <title> into next/head.',
  source: 'https://nextjs.org/docs/app/api-reference/functions/generate-metadata#title',
  *check(app) {
    for (const page of contentPages(app)) {
      if (!hasNoTitle(page) || isMadeOf(page, app.headTags.inApp.title)) continue;
      const { file, path } = page.route;
      yield { page: file, message: `${path} has no title`, value: path, severity: 'critical' };
    }
    for (const { file, path } of pagesWithoutTag(app, 'title')) {
      yield { page: file, message: `${path} has no title`, value: path, severity: 'critical' };
    }
  },
};

function hasNoTitle({ metadata: { title } }: AppPage): boolean {
  if (title.kind !== 'known') return title.kind === 'absent';
  const { text } = title.value;
  return text.kind === 'known' ? text.value.trim() === '' : text.kind === 'absent';
}
