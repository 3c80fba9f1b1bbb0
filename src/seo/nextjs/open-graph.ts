import { ABSENT, type Fact, known, type Place, UNKNOWN } from './fact.js';
import { entryOf, isNothing, textOf, type Value } from './values.js';

/** An image for link previews. */
export interface SocialImage {
  readonly place: Place;
  /** As written; undefined for an image file, whose address the build makes up. */
  readonly address: string | undefined;
  /** Whether `metadataBase` was set where the image is. */
  readonly base: Fact<URL>['kind'];
}

/** Fields that a child's `openGraph` takes away, since it replaces the parent's; in the order of the report. */
export const LOST_FIELDS = ['siteName', 'type', 'url', 'locale'] as const;

type OpenGraphField = (typeof LOST_FIELDS)[number] | 'title' | 'description';

export interface OpenGraph {
  readonly fields: Readonly<Record<OpenGraphField, Fact<string>>>;
  readonly images: Fact<readonly SocialImage[]>;
}

const NO_FIELDS: OpenGraph['fields'] = {
  siteName: ABSENT,
  type: ABSENT,
  url: ABSENT,
  locale: ABSENT,
  title: ABSENT,
  description: ABSENT,
};

/** Reads the value of `openGraph`. */
export function openGraphOf(value: Value, metadataBase: Fact<URL>, file: string): Fact<OpenGraph> {
  if (isNothing(value)) return ABSENT;
  if (value.kind !== 'object') return UNKNOWN;
  const place = { file, offset: value.offset };
  const field = (name: OpenGraphField) => fieldOf(entryOf(value, name), file);
  return known(
    {
      fields: {
        siteName: field('siteName'),
        type: field('type'),
        url: field('url'),
        locale: field('locale'),
        title: field('title'),
        description: field('description'),
      },
      images: imagesOf(entryOf(value, 'images'), metadataBase, file),
    },
    place,
  );
}

/** Reads the images of `twitter`. */
export function twitterImagesOf(
  value: Value,
  metadataBase: Fact<URL>,
  file: string,
): Fact<readonly SocialImage[]> {
  if (isNothing(value)) return ABSENT;
  return value.kind === 'object' ? imagesOf(entryOf(value, 'images'), metadataBase, file) : UNKNOWN;
}

/** Adds an `opengraph-image` file, which gives a page that has no `openGraph` at all one with this image. */
export function withImageFile(
  openGraph: Fact<OpenGraph>,
  file: string,
  metadataBase: Fact<URL>,
): Fact<OpenGraph> {
  if (openGraph.kind === 'unknown') return UNKNOWN;
  const images = imageFile(file, metadataBase);
  return openGraph.kind === 'known'
    ? known({ ...openGraph.value, images }, openGraph.place)
    : known({ fields: NO_FIELDS, images }, { file, offset: 0 });
}

export function imageFile(file: string, metadataBase: Fact<URL>): Fact<readonly SocialImage[]> {
  const place = { file, offset: 0 };
  return known([{ place, address: undefined, base: metadataBase.kind }], place);
}

function fieldOf(value: Value | undefined, file: string): Fact<string> {
  if (value === undefined || isNothing(value) || textOf(value) === '') return ABSENT;
  const text = value.kind === 'url' ? value.href : textOf(value);
  return text === undefined ? UNKNOWN : known(text, { file, offset: value.offset });
}

/** One image or a list: each an address, a URL, or an object with `url`. */
function imagesOf(
  value: Value | undefined,
  metadataBase: Fact<URL>,
  file: string,
): Fact<readonly SocialImage[]> {
  if (value === undefined || isNothing(value) || textOf(value) === '') return ABSENT;
  const items = value.kind === 'array' ? value.items : [value];
  const images = items.flatMap((item): SocialImage[] => {
    const address = addressIn(item);
    if (address === undefined || address === '') return [];
    return [{ place: { file, offset: item.offset }, address, base: metadataBase.kind }];
  });
  if (images.length > 0) return known(images, { file, offset: value.offset });
  const isEmpty = value.kind === 'array' && !value.isOpen && items.every(isNothing);
  return isEmpty ? ABSENT : UNKNOWN;
}

function addressIn(item: Value): string | undefined {
  if (item.kind === 'url') return item.href;
  return item.kind === 'object' ? textOf(entryOf(item, 'url')) : textOf(item);
}
