import { contentPages, count } from './content-pages.js';
import { groupByPlace } from './places.js';
import type { NextRule } from './rule.js';

export const nextNoindexInLayout: NextRule = {
  id: 'next-noindex-in-layout',
  severity: 'warning',
  title: 'Layouts that keep their pages out of search',
  meaning: 'A layout says noindex, and pages below it have no robots of their own, so they inherit it.',
  why: 'Search engines show none of these pages. That is right for a members’ area, and costs all visitors from search anywhere else.',
  fix: 'If these pages are meant to be found, remove robots from the layout, or set robots in each page that is. If not, leave it.',
  source: 'https://nextjs.org/docs/app/api-reference/functions/generate-metadata#robots',
  *check(app) {
    const hidden = contentPages(app).flatMap(({ metadata: { robots }, route }) =>
      robots.kind === 'known' && robots.value.noindex && robots.place.file !== route.file
        ? [{ place: robots.place, path: route.path }]
        : [],
    );
    for (const group of groupByPlace(hidden)) {
      const [first] = group;
      if (first === undefined) continue;
      yield {
        page: first.place.file,
        offset: first.place.offset,
        message: `noindex for ${count(group.length, 'route')}, such as ${first.path}`,
        value: first.path,
        severity: 'warning',
      };
    }
  },
};
