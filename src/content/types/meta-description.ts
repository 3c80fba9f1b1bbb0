import { type Angle, storyOf } from '../angles.js';
import type { Fact, Facts } from '../facts.js';
import { type Fitted, fitSentences } from '../fit.js';
import type { Limit } from '../measure.js';
import { ended } from '../text.js';
import { type ContentTypeDrafter, NEEDS, textPart } from './content-type.js';

/** In search results about 155 characters are shown, in Arial of 14 pixels; below 70 the space is wasted. */
const LIMITS = { min: 70, max: 155, maxPixels: { width: 920, fontSize: 14 } } as const;

/** They would end the attribute, and Google cuts the description there. */
const DOUBLE_QUOTES = /["“”„]/u;

/** The limits of a part that is a meta description. */
export const descriptionLimits = (part: string): Limit[] => [
  { part, measure: 'characters', min: LIMITS.min, max: LIMITS.max },
  { part, measure: 'pixels', max: LIMITS.maxPixels.width, fontSize: LIMITS.maxPixels.fontSize },
];

/** Also a part of pages; undefined when no choice of sentences fits. */
export function metaDescription(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Fitted | undefined {
  const { openers, support } = storyOf(facts, angle, used);
  const isUsable = ({ text }: { readonly text: string }) => !DOUBLE_QUOTES.test(text);
  const action = facts.cta === undefined || DOUBLE_QUOTES.test(facts.cta) ? undefined : ended(facts.cta);
  return fitSentences(openers.filter(isUsable), support.filter(isUsable), LIMITS, {
    ...(angle === 'action_first' ? { opening: action } : { closing: action }),
    terms: facts,
  });
}

export const metaDescriptionDrafter: ContentTypeDrafter = {
  title: 'a meta description',
  limits: descriptionLimits('meta_description'),
  forms: [
    {
      rule: 'no double quotes',
      holds: (parts) => !DOUBLE_QUOTES.test(textPart(parts, 'meta_description')),
    },
  ],
  needs: [NEEDS.cta, NEEDS.facts, NEEDS.keywords],
  hasSearchMetadata: true,
  hasRoomForDisclaimers: false,
  draft: (facts, angle, used) => {
    const fitted = metaDescription(facts, angle, used);
    return fitted && { parts: { meta_description: fitted.text }, facts: fitted.facts };
  },
  published: (parts) => {
    const text = textPart(parts, 'meta_description');
    return { content: { body: text }, seo_metadata: { meta_description: text } };
  },
};
