/** Values that payloads, inputs and analyses share. */
export const CONTENT_TYPES = [
  'landing_page',
  'onboarding_email',
  'changelog_note',
  'blog_post',
  'meta_description',
  'title_tag',
  'og_copy',
  'ad_copy',
] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

export const SOURCE_TYPES = ['html_export', 'nextjs_routes'] as const;

/** `cms:NAME`, `file:PATH`, `email:LIST` or `ads:NAME`, without blanks. */
export const DESTINATION_PATTERN = /^(?:cms|file|email|ads):[^\s:][^\s]*$/;
