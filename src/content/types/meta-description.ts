import { type Angle, type Brief, sentencesFor } from '../brief.js';
import { fitSentences } from '../fit.js';
import { asSentence } from '../text.js';
import { type ContentTypeDrafter, textPart } from './content-type.js';

/** In search results about 155 characters are shown; below 70 the space is wasted. */
const META_DESCRIPTION_LIMITS = { min: 70, max: 155 } as const;

/** Also a part of pages; undefined when no choice of sentences fits. */
export function metaDescription(brief: Brief, angle: Angle): string | undefined {
  if (brief.cta?.includes('"') === true) return undefined;
  const pool = sentencesFor(brief, angle).filter((sentence) => !sentence.includes('"'));
  return fitSentences(pool, META_DESCRIPTION_LIMITS, {
    closing: brief.cta === undefined ? undefined : asSentence(brief.cta),
    keywords: brief.keywords,
  });
}

export const metaDescriptionDrafter: ContentTypeDrafter = {
  limits: '70 to 155 characters, one call to action, no double quotes',
  needs: 'feature descriptions, benefits or goals as sentences of up to about 130 characters, and a cta',
  hasRoomForDisclaimers: false,
  draft: (brief, angle) => {
    const text = metaDescription(brief, angle);
    return text === undefined ? undefined : { meta_description: text };
  },
  published: (parts) => {
    const text = textPart(parts, 'meta_description');
    return { content: { body: text }, seo_metadata: { meta_description: text } };
  },
};
