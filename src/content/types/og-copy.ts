import { type Brief, sentencesFor } from '../brief.js';
import { fitSentences } from '../fit.js';
import { asHeading, characters } from '../text.js';
import { type ContentTypeDrafter, textPart } from './content-type.js';

const MAX_TITLE = 60;
const DESCRIPTION_LIMITS = { min: 55, max: 200 } as const;

function heading(brief: Brief, sentences: readonly string[]): string | undefined {
  const alternatives = [
    ...sentences.map(asHeading),
    ...brief.features.map(({ name }) => asHeading(name)),
    brief.brand,
  ];
  return alternatives.find((text) => characters(text) <= MAX_TITLE);
}

export const ogCopyDrafter: ContentTypeDrafter = {
  limits: 'title up to 60 characters, description 55 to 200',
  needs: 'feature descriptions, benefits or goals that make 55 to 200 characters',
  hasRoomForDisclaimers: false,
  draft: (brief, angle) => {
    const sentences = sentencesFor(brief, angle);
    const title = heading(brief, sentences);
    const pool = sentences.filter((sentence) => title === undefined || asHeading(sentence) !== title);
    const description = fitSentences(pool, DESCRIPTION_LIMITS, { keywords: brief.keywords });
    return title === undefined || description === undefined
      ? undefined
      : { og_title: title, og_description: description };
  },
  published: (parts) => ({
    content: { headline: textPart(parts, 'og_title'), body: textPart(parts, 'og_description') },
  }),
};
