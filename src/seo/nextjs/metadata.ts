import { isUrl } from '../../inputs/web-address.js';
import { ABSENT, type Fact, known, type Place, UNKNOWN } from './fact.js';
import { resolveTitle, type Title } from './metadata-title.js';
import { type Canonical, canonicalOf, type PageAddress } from './metadata-url.js';
import {
  imageFile,
  type OpenGraph,
  openGraphOf,
  type SocialImage,
  twitterImagesOf,
  withImageFile,
} from './open-graph.js';
import { entryOf, isNothing, type ObjectValue, textOf, type Value } from './values.js';

/** What a folder, or the page in the last one, gives to the metadata of the pages below. */
export interface MetadataSegment {
  /** The layout or page; undefined for a folder without a layout. */
  readonly file: string | undefined;
  /** Its `metadata`; `none` without one, `unknown` where it isn't literal or is generated. */
  readonly metadata: ObjectValue | 'none' | 'unknown';
  /** `opengraph-image` and `twitter-image` files beside it. */
  readonly openGraphImage: string | undefined;
  readonly twitterImage: string | undefined;
}

/** Directives of `robots`. */
export interface Robots {
  readonly noindex: boolean;
  readonly text: string;
}

export interface Metadata {
  readonly title: Fact<Title>;
  readonly description: Fact<string>;
  readonly metadataBase: Fact<URL>;
  readonly canonical: Fact<Canonical>;
  readonly robots: Fact<Robots>;
  readonly openGraph: Fact<OpenGraph>;
  readonly twitterImages: Fact<readonly SocialImage[]>;
}

/** One step of the merge. */
export interface MetadataStep {
  readonly segment: MetadataSegment;
  readonly before: Metadata;
  readonly after: Metadata;
}

const NOTHING: Metadata = {
  title: ABSENT,
  description: ABSENT,
  metadataBase: ABSENT,
  canonical: ABSENT,
  robots: ABSENT,
  openGraph: ABSENT,
  twitterImages: ABSENT,
};

/** Of a page whose metadata is not literal, is generated, or is a slot's. */
export const UNKNOWN_METADATA: Metadata = {
  title: UNKNOWN,
  description: UNKNOWN,
  metadataBase: UNKNOWN,
  canonical: UNKNOWN,
  robots: UNKNOWN,
  openGraph: UNKNOWN,
  twitterImages: UNKNOWN,
};

/**
 * Merges metadata from the root layout to the page as Next.js does: shallow, key by key.
 * https://nextjs.org/docs/app/api-reference/functions/generate-metadata#merging
 *
 * @param segments one for each folder from `app` down, and one for the page
 * @param address of the page, for canonical links that are relative to it
 */
export function mergeMetadata(segments: readonly MetadataSegment[], address: PageAddress): MetadataStep[] {
  const steps: MetadataStep[] = [];
  let before = NOTHING;
  let template: Fact<string> = ABSENT;
  for (const [index, segment] of segments.entries()) {
    const after = mergeSegment(before, segment, template, address);
    steps.push({ segment, before, after });
    // A template is for the segments below: not for the page beside it, which is the last but one and the last.
    if (index < segments.length - 2) template = templateOf(after.title);
    before = after;
  }
  return steps;
}

function templateOf(title: Fact<Title>): Fact<string> {
  return title.kind === 'known' ? title.value.template : title;
}

function mergeSegment(
  before: Metadata,
  segment: MetadataSegment,
  template: Fact<string>,
  address: PageAddress,
): Metadata {
  const { file, metadata } = segment;
  const merged =
    file === undefined || metadata === 'none'
      ? before
      : metadata === 'unknown'
        ? UNKNOWN_METADATA
        : mergeObject(before, metadata, file, template, address);
  return withImageFiles(merged, segment);
}

function mergeObject(
  before: Metadata,
  metadata: ObjectValue,
  file: string,
  template: Fact<string>,
  address: PageAddress,
): Metadata {
  const place = (value: Value): Place => ({ file, offset: value.offset });
  const merge = <T>(key: string, inherited: Fact<T>, read: (value: Value) => Fact<T>): Fact<T> => {
    const value = entryOf(metadata, key);
    return value === undefined ? inherited : value.kind === 'unknown' ? UNKNOWN : read(value);
  };
  const metadataBase = merge('metadataBase', before.metadataBase, (value) => baseOf(value, place(value)));
  return {
    title: merge('title', before.title, (value) => resolveTitle(value, template, place(value))),
    description: merge('description', before.description, (value) => textFact(value, place(value))),
    metadataBase,
    canonical: merge('alternates', before.canonical, (value) =>
      canonicalOf(value, metadataBase, address, file),
    ),
    robots: merge('robots', before.robots, (value) => robotsOf(value, place(value))),
    openGraph: merge('openGraph', before.openGraph, (value) => openGraphOf(value, metadataBase, file)),
    twitterImages: merge('twitter', before.twitterImages, (value) =>
      twitterImagesOf(value, metadataBase, file),
    ),
  };
}

function textFact(value: Value, place: Place): Fact<string> {
  if (isNothing(value)) return ABSENT;
  const text = textOf(value);
  return text === undefined ? UNKNOWN : known(text, place);
}

function baseOf(value: Value, place: Place): Fact<URL> {
  if (isNothing(value)) return ABSENT;
  const address = value.kind === 'url' ? value.href : textOf(value);
  if (address === undefined || !isUrl(address)) return UNKNOWN;
  return known(new URL(address), place);
}

function robotsOf(value: Value, place: Place): Fact<Robots> {
  if (isNothing(value) || textOf(value) === '') return ABSENT;
  const text = textOf(value);
  if (text !== undefined) {
    const noindex = text.split(',').some((directive) => /^(?:noindex|none)$/i.test(directive.trim()));
    return known({ noindex, text }, place);
  }
  if (value.kind !== 'object') return UNKNOWN;
  const googleBot = entryOf(value, 'googleBot');
  const flags = [
    entryOf(value, 'index'),
    googleBot?.kind === 'object' ? entryOf(googleBot, 'index') : undefined,
  ];
  if (flags.some((flag) => flag?.kind === 'unknown') || googleBot?.kind === 'unknown') return UNKNOWN;
  const noindex =
    flags.some((flag) => flag?.kind === 'primitive' && flag.value === false) ||
    /\b(?:noindex|none)\b/i.test(textOf(googleBot) ?? '');
  return known({ noindex, text: noindex ? 'noindex' : '' }, place);
}

/** An image file counts where the metadata beside it names no images of its own. */
function withImageFiles(metadata: Metadata, segment: MetadataSegment): Metadata {
  const { openGraphImage, twitterImage } = segment;
  const own = typeof segment.metadata === 'string' ? undefined : segment.metadata;
  const openGraph =
    openGraphImage === undefined || namesImages(own, 'openGraph')
      ? metadata.openGraph
      : withImageFile(metadata.openGraph, openGraphImage, metadata.metadataBase);
  const twitterImages =
    twitterImage === undefined || namesImages(own, 'twitter')
      ? metadata.twitterImages
      : imageFile(twitterImage, metadata.metadataBase);
  return { ...metadata, openGraph, twitterImages };
}

function namesImages(metadata: ObjectValue | undefined, key: 'openGraph' | 'twitter'): boolean {
  const value = metadata === undefined ? undefined : entryOf(metadata, key);
  return value?.kind === 'object' && value.entries.has('images');
}
