import type { Image } from '../page/page-facts.js';
import { isInvisible } from './image-visibility.js';
import { inlineStyle } from './inline-style.js';
import type { PageRule } from './rule.js';

export const imageDimensionsMissing: PageRule = {
  id: 'image-dimensions-missing',
  scope: 'page',
  pages: 'content',
  severity: 'opportunity',
  title: 'Images without width and height',
  meaning:
    'These <img> elements lack a width or a height, both as attributes and in their own style. A stylesheet may still set them, which is not looked at.',
  why: 'Until the image has arrived the browser does not know how much room it takes, so the text below jumps. Google measures that as layout shift (CLS).',
  fix: "Write the image's size in pixels into width and height; the style may still scale it.",
  source: 'https://web.dev/articles/optimize-cls#images_without_dimensions',
  *check(page) {
    for (const image of page.images) {
      if (image.element !== 'img' || isInvisible(image) || hasReservedRoom(image)) continue;
      const { offset, src = '' } = image;
      yield { offset, message: missing(image), ...(src !== '' && { value: src, group: src }) };
    }
  },
};

/** Source: Lighthouse, audit "unsized-images" */
function hasReservedRoom({ src = '', width, height, style, fillsParent }: Image): boolean {
  // What stands in the page itself is there at once.
  if (fillsParent || /^\s*data:/i.test(src)) return true;
  const declared = inlineStyle(style);
  // Out of the flow, so that nothing jumps.
  if (/^(?:absolute|fixed)/.test(declared.get('position') ?? '')) return true;
  const known = [
    isSize(width) || isSet(declared.get('width')),
    isSize(height) || isSet(declared.get('height')),
    isSet(declared.get('aspect-ratio')),
  ];
  return known.filter(Boolean).length >= 2;
}

/** A number of pixels or per cent. Source: WHATWG HTML, "dimension attributes" */
function isSize(attribute: string | undefined): boolean {
  return attribute !== undefined && /^\s*\d/.test(attribute);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && !/^(?:auto|initial|unset|inherit)\b/.test(value);
}

function missing({ width, height }: Image): string {
  if (isSize(width)) return 'no height';
  return isSize(height) ? 'no width' : 'neither width nor height';
}
