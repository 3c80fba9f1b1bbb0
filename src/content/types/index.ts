import type { ContentType } from '../../runners/payload-values.js';
import type { ContentTypeDrafter } from './content-type.js';
import { landingPageDrafter } from './landing-page.js';
import { metaDescriptionDrafter } from './meta-description.js';
import { ogCopyDrafter } from './og-copy.js';
import { titleTagDrafter } from './title-tag.js';

/** The kinds of content that growth drafts itself; the others are asked for, not drafted. */
export const contentTypes: Readonly<Partial<Record<ContentType, ContentTypeDrafter>>> = {
  landing_page: landingPageDrafter,
  meta_description: metaDescriptionDrafter,
  og_copy: ogCopyDrafter,
  title_tag: titleTagDrafter,
};
