import type { Image } from '../page/page-facts.js';

/** Hidden, or a tracking pixel: no visitor sees it. */
export function isInvisible({ isHidden, width, height }: Image): boolean {
  return isHidden || (isDot(width) && isDot(height));
}

function isDot(dimension: string | undefined): boolean {
  return dimension !== undefined && /^[01](?:px)?$/.test(dimension.trim());
}
