import { descriptionDuplicate } from './description-duplicate.js';
import { descriptionEmpty } from './description-empty.js';
import { descriptionMissing } from './description-missing.js';
import { descriptionTooLong } from './description-too-long.js';
import { h1Empty } from './h1-empty.js';
import { h1Missing } from './h1-missing.js';
import { h1Multiple } from './h1-multiple.js';
import { imageAltMissing } from './image-alt-missing.js';
import { internalLinkBroken } from './internal-link-broken.js';
import { langMissing } from './lang-missing.js';
import { titleDuplicate } from './title-duplicate.js';
import { titleEmpty } from './title-empty.js';
import { titleMissing } from './title-missing.js';
import { titleTooLong } from './title-too-long.js';
import type { SeoRule } from './rule.js';

/** Every rule, in the order of a page: head, headings, language, images, links. */
export const seoRules: readonly SeoRule[] = [
  titleMissing,
  titleEmpty,
  titleDuplicate,
  titleTooLong,
  descriptionMissing,
  descriptionEmpty,
  descriptionDuplicate,
  descriptionTooLong,
  h1Missing,
  h1Empty,
  h1Multiple,
  langMissing,
  imageAltMissing,
  internalLinkBroken,
];
