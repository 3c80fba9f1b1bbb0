import type { MetadataStep } from '../metadata.js';
import { LOST_FIELDS } from '../open-graph.js';
import { entryOf } from '../values.js';
import { contentPages } from './content-pages.js';
import { firstOfEachPlace } from './places.js';
import type { NextRule } from './rule.js';

export const nextOgLost: NextRule = {
  id: 'next-og-lost',
  severity: 'warning',
  title: 'Open Graph fields lost on the way to a page',
  meaning:
    "A layout sets openGraph fields, and a page or layout below it sets openGraph without them: the child's replaces the parent's as a whole.",
  why: 'Link previews of these pages lack the image, the name of the site or whatever else the layout had set for all.',
  fix: 'Keep the shared fields in one object, and spread it into each openGraph: openGraph: { ...shared, title }.',
  source: 'https://nextjs.org/docs/app/api-reference/functions/generate-metadata#merging',
  *check(app) {
    const steps = contentPages(app).flatMap((page) => page.steps.flatMap((step) => lossIn(step)));
    for (const { place, lost } of firstOfEachPlace(steps)) {
      yield {
        page: place.file,
        offset: place.offset,
        message: `the openGraph above sets ${lost.join(', ')}, which this one replaces`,
        value: lost.join(', '),
        severity: 'warning',
      };
    }
  },
};

/** Fields that certainly were there before the step, and certainly are not after it. */
function lossIn({ segment, before, after }: MetadataStep) {
  if (typeof segment.metadata === 'string' || segment.file === undefined) return [];
  const own = entryOf(segment.metadata, 'openGraph');
  if (own?.kind !== 'object' || before.openGraph.kind !== 'known' || after.openGraph.kind !== 'known')
    return [];
  const above = before.openGraph.value;
  const now = after.openGraph.value;
  const lost: string[] = LOST_FIELDS.filter(
    (field) => above.fields[field].kind === 'known' && now.fields[field].kind === 'absent',
  );
  // Images given as null, or as an empty list, are taken away on purpose.
  if (above.images.kind === 'known' && now.images.kind === 'absent' && entryOf(own, 'images') === undefined) {
    lost.push('images');
  }
  return lost.length === 0 ? [] : [{ place: { file: segment.file, offset: own.offset }, lost }];
}
