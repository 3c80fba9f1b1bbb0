import type { Angle } from '../angles.js';
import type { Fact, Facts } from '../facts.js';
import { type Headline, headlinesOf, names, withKeyword } from '../headlines.js';
import type { Limit } from '../measure.js';
import { pixelWidth } from '../text-width/pixels.js';
import { asHeading, characters } from '../text.js';
import { type ContentTypeDrafter, type FormRule, NEEDS, textOf, textPart } from './content-type.js';

/** What Google shows on a desktop: about 600 pixels less its own cut, in Arial of 20 pixels. */
const LIMITS = { min: 30, max: 60, pixels: 580, fontSize: 20 } as const;
/** Keywords that are tried, the first one first. */
const MAX_KEYWORDS = 5;

/** The limits of a part that is a title tag. */
export const titleLimits = (part: string): Limit[] => [
  { part, measure: 'characters', min: LIMITS.min, max: LIMITS.max },
  { part, measure: 'pixels', max: LIMITS.pixels, fontSize: LIMITS.fontSize },
];

/** The rules of form of a part that is a title tag; a draft without the part breaks none. */
export const titleForms = (part: string): FormRule[] => [
  {
    rule: `a primary keyword in the first half of ${part}`,
    holds: (parts, terms) => keywordLeads(textOf(parts, part) ?? '', terms),
  },
  {
    rule: `the brand last in ${part}`,
    holds: (parts, { brand }) => (textOf(parts, part) ?? brand).endsWith(brand),
  },
];

/** Also a part of pages; undefined when no alternative fits. */
export function titleTag(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Headline | undefined {
  return alternatives(facts, angle, used).find(
    ({ text }) =>
      characters(text) >= LIMITS.min &&
      characters(text) <= LIMITS.max &&
      keywordLeads(text, facts) &&
      pixelWidth(text, LIMITS.fontSize) <= LIMITS.pixels,
  );
}

/**
 * Headings of the angle that hold a keyword, then those that go with one, names of features, and keywords
 * alone; the brand last. Troubles are no titles: beside the brand they would be its own.
 */
function alternatives(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Headline[] {
  const own = headlinesOf(facts, angle, used).filter((one) => !one.facts.some(({ kind }) => kind === 'pain'));
  const byName = angle === 'feature_first' ? names(facts) : [];
  const keywords = facts.keywords.slice(0, MAX_KEYWORDS);
  const pairs = keywords.flatMap((keyword, index) =>
    keywords.slice(index + 1).map((other) => ({
      text: `${asHeading(keyword)} ${facts.isEnglish ? 'and' : '–'} ${other}`,
      facts: [],
    })),
  );
  const alone = keywords.map((keyword) => ({ text: asHeading(keyword), facts: [] }));
  const heads = [
    ...[...own, ...byName].filter(({ text }) => facts.keywordsIn(text).length > 0),
    ...withKeyword([...own, ...byName], facts),
    ...(angle === 'feature_first' ? [...alone, ...pairs] : []),
  ];
  return heads
    .filter(({ text }) => !text.toLowerCase().includes(facts.brand.toLowerCase()))
    .map(({ text, facts: said }) => ({
      text: `${text.replace(/(?<![!.])[!.]+$/u, '')} | ${facts.brand}`,
      facts: said,
    }));
}

/** Whether a keyword stands in the first half; where there are none, nothing is asked. */
function keywordLeads(
  text: string,
  { keywords, keywordsIn }: Pick<Facts, 'keywords' | 'keywordsIn'>,
): boolean {
  return (
    text === '' || keywords.length === 0 || keywordsIn(text.slice(0, Math.ceil(text.length / 2))).length > 0
  );
}

export const titleTagDrafter: ContentTypeDrafter = {
  title: 'a title tag',
  limits: titleLimits('title'),
  forms: titleForms('title'),
  needs: [NEEDS.keywords, NEEDS.facts],
  hasSearchMetadata: true,
  hasRoomForDisclaimers: false,
  draft: (facts, angle, used) => {
    const title = titleTag(facts, angle, used);
    return title === undefined ? undefined : { parts: { title: title.text }, facts: title.facts };
  },
  published: (parts) => {
    const title = textPart(parts, 'title');
    return { content: { body: title }, seo_metadata: { title } };
  },
};
