import { type Angle, type Brief, sentencesFor } from '../brief.js';
import { asHeading, asSentence, words } from '../text.js';
import { type ContentTypeDrafter, type DraftParts, textPart } from './content-type.js';
import { metaDescription } from './meta-description.js';
import { titleTag } from './title-tag.js';

const MAX_HEADLINE_WORDS = 10;
const MAX_SUBHEAD_WORDS = 25;
const BLOCKS = { min: 3, max: 6 } as const;

interface Block {
  readonly title: string;
  readonly text: string;
}

function draftPage(brief: Brief, angle: Angle): DraftParts | undefined {
  const sentences = sentencesFor(brief, angle);
  const headline = sentences.map(asHeading).find((text) => words(text).length <= MAX_HEADLINE_WORDS);
  const subhead = sentences.find(
    (sentence) => words(sentence).length <= MAX_SUBHEAD_WORDS && asHeading(sentence) !== headline,
  );
  const blocks = benefitBlocks(brief);
  const [metaTitle, description] = [titleTag(brief, angle), metaDescription(brief, angle)];
  if (
    headline === undefined ||
    subhead === undefined ||
    brief.cta === undefined ||
    blocks.length < BLOCKS.min
  ) {
    return undefined;
  }
  return {
    headline,
    subhead,
    blocks,
    cta: brief.cta,
    ...(brief.disclaimers.length > 0 && { disclaimers: brief.disclaimers.join(' ') }),
    ...(metaTitle !== undefined && { meta_title: metaTitle }),
    ...(description !== undefined && { meta_description: description }),
  };
}

/** A block for each feature that is described: its name, what it does, and what users gain. */
function benefitBlocks(brief: Brief): Block[] {
  return brief.features
    .flatMap(({ name, description, benefits }) => {
      const text = [description, ...benefits].flatMap((part) =>
        part === undefined ? [] : [asSentence(part)],
      );
      return text.length === 0 ? [] : [{ title: asHeading(name), text: text.join(' ') }];
    })
    .slice(0, BLOCKS.max);
}

export const landingPageDrafter: ContentTypeDrafter = {
  limits: 'headline up to 10 words, subhead up to 25, 3 to 6 benefit blocks, a call to action',
  needs: 'at least three features with a description or benefits, a sentence of up to 10 words, and a cta',
  hasRoomForDisclaimers: true,
  draft: draftPage,
  published: (parts) => {
    const blocks = Array.isArray(parts['blocks']) ? (parts['blocks'] as readonly Block[]) : [];
    const disclaimers = typeof parts['disclaimers'] === 'string' ? [parts['disclaimers']] : [];
    const title = parts['meta_title'];
    const description = parts['meta_description'];
    return {
      content: {
        headline: textPart(parts, 'headline'),
        body: [
          textPart(parts, 'subhead'),
          ...blocks.map((block) => `${block.title}\n${block.text}`),
          ...disclaimers,
        ].join('\n\n'),
        cta: textPart(parts, 'cta'),
      },
      seo_metadata: {
        ...(typeof title === 'string' && { title }),
        ...(typeof description === 'string' && { meta_description: description }),
      },
    };
  },
};
