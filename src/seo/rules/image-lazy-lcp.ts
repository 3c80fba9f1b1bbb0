import type { Image, PageFacts } from '../page/page-facts.js';
import { isInvisible } from './image-visibility.js';
import type { PageRule } from './rule.js';

/** An image of fewer pixels on either side is an icon or a portrait, hardly the largest thing in view. */
const LIMITS = { small: 100 };

export const imageLazyLcp: PageRule = {
  id: 'image-lazy-lcp',
  scope: 'page',
  pages: 'content',
  severity: 'opportunity',
  title: 'First images that are loaded late',
  meaning:
    'The first image in <main> has loading="lazy" and stands before any section heading, so it is probably in view when the page opens. Icons are not counted.',
  why: 'Browsers begin to load a lazy image only when they know where it lies. For the largest image in view this makes the page feel slower (LCP).',
  fix: 'Remove loading="lazy" from images at the top of the page; keep it on those further down.',
  source: 'https://web.dev/articles/lcp-lazy-loading',
  limits: LIMITS,
  *check(page, { small = LIMITS.small }) {
    const first = page.images.find(
      (image) => image.element === 'img' && image.isInMain && !isInvisible(image),
    );
    if (first?.loading?.trim().toLowerCase() !== 'lazy') return;
    if (isSmall(first, small) || isBelowSection(first, page)) return;
    const { offset, src } = first;
    yield { offset, message: 'the first image is loaded lazily', ...(src !== undefined && { value: src }) };
  },
};

function isSmall({ width, height }: Image, small: number): boolean {
  return [width, height].some((size) => size !== undefined && Number.parseInt(size, 10) < small);
}

/** A section heading between the main heading and the image: the image may well be further down. */
function isBelowSection({ offset }: Image, page: PageFacts): boolean {
  const before = page.headings.filter((heading) => heading.offset < offset);
  const main = before.findLastIndex(({ level }) => level === 1);
  return main !== -1 && main < before.length - 1;
}
