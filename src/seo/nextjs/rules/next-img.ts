import type { SourceElement } from '../jsx-elements.js';
import { textOf } from '../values.js';
import { isDrawnOrMailed } from './drawn-sources.js';
import type { NextRule } from './rule.js';

export const nextImg: NextRule = {
  id: 'next-img',
  severity: 'info',
  title: 'Images without next/image',
  meaning:
    'A raw <img> stands in a page or a component; images inside <picture>, svg files and inlined images are left out.',
  why: 'next/image reserves the space, loads late what is out of sight, and on a server sends a size that fits; <img> does none of it by itself.',
  fix: 'Use Image of next/image, unless the image comes from a service that scales it already.',
  source: 'https://nextjs.org/docs/messages/no-img-element',
  *check({ project }) {
    for (const source of project.sources.values()) {
      if (isDrawnOrMailed(source)) continue;
      for (const element of source.elements) {
        if (!isRaster(element)) continue;
        const value = textOf(element.attributes.get('src'));
        yield {
          page: source.path,
          offset: element.offset,
          message: 'a raw <img>',
          ...(value === undefined ? {} : { value }),
          severity: 'info',
        };
      }
    }
  },
};

function isRaster({ kind, isInPicture, isInSvg, attributes }: SourceElement): boolean {
  if (kind !== 'img' || isInPicture || isInSvg) return false;
  const source = textOf(attributes.get('src')) ?? '';
  return !/^data:|^[^?#]*\.svg(?:$|[?#])/i.test(source);
}
