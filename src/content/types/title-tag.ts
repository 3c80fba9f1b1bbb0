import type { Angle, Brief } from '../brief.js';
import { asHeading, characters, holdsPhrase } from '../text.js';
import { type ContentTypeDrafter, textPart } from './content-type.js';

const LIMITS = { min: 30, max: 60 } as const;
/** Keywords and features that are tried with each other. */
const MAX_PAIRED = 20;

/** Also a part of pages; undefined when no alternative fits. */
export function titleTag(brief: Brief, angle: Angle): string | undefined {
  const fitting = alternatives(brief, angle).filter(
    (text) => characters(text) >= LIMITS.min && characters(text) <= LIMITS.max,
  );
  return fitting.find((text) => keywordLeads(text, brief.keywords)) ?? fitting[0];
}

/** Headings from the profile, the brand last; the angle decides which come first. */
function alternatives(brief: Brief, angle: Angle): string[] {
  const keywords = brief.keywords.map(asHeading);
  const features = brief.features.map(({ name }) => asHeading(name));
  const outcomes = brief.sentences.outcome.map(asHeading);
  const paired = keywords
    .slice(0, MAX_PAIRED)
    .flatMap((keyword) => features.slice(0, MAX_PAIRED).map((feature) => `${keyword}: ${feature}`));
  const heads: Record<Angle, string[]> = {
    feature_first: [...paired, ...features, ...keywords],
    outcome_first: [...outcomes, ...paired, ...keywords],
    pain_first: [...brief.sentences.pain.map(asHeading), ...paired, ...keywords],
    audience_first: [...keywords, ...outcomes, ...paired],
  };
  return heads[angle]
    .filter((head) => !holdsPhrase(head, brief.brand))
    .map((head) => `${head} | ${brief.brand}`);
}

/** The primary keyword stands in the first half. */
function keywordLeads(text: string, keywords: readonly string[]): boolean {
  const [primary] = keywords;
  return primary === undefined || holdsPhrase(text.slice(0, Math.ceil(text.length / 2)), primary);
}

export const titleTagDrafter: ContentTypeDrafter = {
  limits:
    '30 to 60 characters, the primary keyword in the first half where a heading allows it, the brand last',
  needs: 'keywords or feature names that make 30 to 60 characters together with the brand name',
  hasRoomForDisclaimers: false,
  draft: (brief, angle) => {
    const text = titleTag(brief, angle);
    return text === undefined ? undefined : { title: text };
  },
  published: (parts) => {
    const text = textPart(parts, 'title');
    return { content: { body: text }, seo_metadata: { title: text } };
  },
};
