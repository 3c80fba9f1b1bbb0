import { isUrl } from '../../../inputs/web-address.js';
import type { Metadata } from '../metadata.js';
import type { SocialImage } from '../open-graph.js';
import { contentPages } from './content-pages.js';
import { firstOfEachPlace } from './places.js';
import type { NextRule } from './rule.js';

export const nextMetadatabaseMissing: NextRule = {
  id: 'next-metadatabase-missing',
  severity: 'warning',
  title: 'Preview images without metadataBase',
  meaning:
    'An Open Graph or Twitter image is given by a relative address or as a file, and no metadataBase is set where it stands.',
  why: 'The address of a preview image must be absolute. Without metadataBase it becomes http://localhost:3000/…, which nobody can load; only on Vercel does Next.js know the address of the site.',
  fix: "Set metadataBase: new URL('https://your-site') in the root layout.",
  source: 'https://nextjs.org/docs/app/api-reference/functions/generate-metadata#metadatabase',
  *check(app) {
    const images = contentPages(app).flatMap(({ steps }) => steps.flatMap(({ after }) => imagesOf(after)));
    for (const { place, address } of firstOfEachPlace(images)) {
      yield {
        page: place.file,
        ...(address === undefined ? {} : { offset: place.offset, value: address }),
        message: `${address ?? 'the image file'} has no metadataBase to be resolved against`,
        // Next.js knows a base for image files on Vercel, and who uses them mostly is there.
        severity: address === undefined ? 'info' : 'warning',
      };
    }
  },
};

/** Images that need a base and certainly have none. */
function imagesOf({ openGraph, twitterImages }: Metadata): SocialImage[] {
  const lists = [openGraph.kind === 'known' ? openGraph.value.images : openGraph, twitterImages];
  return lists
    .flatMap((images) => (images.kind === 'known' ? images.value : []))
    .filter(({ base, address }) => base === 'absent' && !(address !== undefined && isUrl(address)));
}
