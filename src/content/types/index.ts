import type { ContentType } from '../../runners/payload-values.js';
import { adCopyDrafter } from './ad-copy.js';
import { blogPostDrafter } from './blog-post.js';
import { changelogNoteDrafter } from './changelog-note.js';
import type { ContentTypeDrafter } from './content-type.js';
import { landingPageDrafter } from './landing-page.js';
import { metaDescriptionDrafter } from './meta-description.js';
import { ogCopyDrafter } from './og-copy.js';
import { onboardingEmailDrafter } from './onboarding-email.js';
import { titleTagDrafter } from './title-tag.js';

export const contentTypes: Readonly<Record<ContentType, ContentTypeDrafter>> = {
  landing_page: landingPageDrafter,
  onboarding_email: onboardingEmailDrafter,
  changelog_note: changelogNoteDrafter,
  blog_post: blogPostDrafter,
  meta_description: metaDescriptionDrafter,
  title_tag: titleTagDrafter,
  og_copy: ogCopyDrafter,
  ad_copy: adCopyDrafter,
};
