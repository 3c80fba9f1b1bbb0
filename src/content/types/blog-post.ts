import slugify from '@sindresorhus/slugify';
import { type Angle, isPlainCommand, paragraphOn } from '../angles.js';
import { callToAction } from '../call-to-action.js';
import { type Fact, type Facts, type FeatureFacts, factsOf } from '../facts.js';
import { branded, headlinesOf, names, says, withKeyword } from '../headlines.js';
import { markdownSection, markdownText } from '../markdown-body.js';
import type { Block } from '../measure.js';
import { asHeading, asSentence, characters, listed, words } from '../text.js';
import {
  type ContentTypeDrafter,
  type Drafted,
  NEEDS,
  blocksPart,
  textOf,
  textPart,
} from './content-type.js';
import { descriptionLimits, metaDescription } from './meta-description.js';

const MAX_TITLE = 60;
const MAX_SLUG = 60;
const HEADINGS = { min: 5, max: 8 } as const;
const WORDS = { min: 400, max: 900 } as const;

/** A heading with its paragraph, and what it says. */
interface Section extends Block {
  readonly facts: readonly Fact[];
}

export const blogPostDrafter: ContentTypeDrafter = {
  title: 'a blog post',
  limits: [
    { part: 'title', measure: 'characters', max: MAX_TITLE },
    { part: 'slug', measure: 'characters', max: MAX_SLUG },
    ...descriptionLimits('meta_description'),
    { part: 'sections', measure: 'items', ...HEADINGS },
    { part: 'sections', with: ['disclaimers'], measure: 'words', max: WORDS.max },
  ],
  forms: [],
  needs: [
    {
      field: 'features[], icp.pain_points, icp.goals, icp.description, cta',
      why: `a section each, of which a post has ${HEADINGS.min} at least`,
      isMet: (facts) => sectionsOf(facts, 'feature_first', new Set()).length >= HEADINGS.min,
    },
    {
      field: 'features[].description, features[].benefits, icp.pain_points, icp.goals',
      why: (facts) =>
        `more sentences: they make ${wordsOf(sectionsOf(facts, 'feature_first', new Set()), facts)} words of ${WORDS.min}`,
      isMet: (facts) => {
        const all = sectionsOf(facts, 'feature_first', new Set());
        return wordsOf(all, facts) >= WORDS.min;
      },
    },
    NEEDS.keywords,
  ],
  hasSearchMetadata: true,
  hasRoomForDisclaimers: true,
  derivedParts: ['slug'],
  draft: draftPost,
  published: (parts) => {
    const description = textOf(parts, 'meta_description');
    return {
      content: {
        headline: textPart(parts, 'title'),
        body: [
          ...blocksPart(parts, 'sections').map(markdownSection),
          ...[textOf(parts, 'disclaimers')].flatMap((text) =>
            text === undefined ? [] : [markdownText(text)],
          ),
        ].join('\n\n'),
      },
      seo_metadata: {
        title: textPart(parts, 'title'),
        ...(description !== undefined && { meta_description: description }),
      },
    };
  },
};

function draftPost(...[facts, angle, used]: Parameters<ContentTypeDrafter['draft']>): Drafted | undefined {
  const own = [...headlinesOf(facts, angle, used), ...headlinesOf(facts, 'how_to', used)].filter(
    (headline) =>
      headline.facts.some((fact) => says(headline, fact)) &&
      !headline.facts.some(({ kind }) => kind === 'pain'),
  );
  const titles = [...own, ...withKeyword([...own, ...names(facts)], facts), ...branded(facts)].filter(
    ({ text }) => characters(text) <= MAX_TITLE && slugOf(text) !== '',
  );
  const title = titles.find(({ text }) => facts.keywordsIn(text).length > 0) ?? titles[0];
  if (title === undefined) return undefined;
  const sections = sectionsOf(facts, angle, used);
  if (sections.length < HEADINGS.min) return undefined;
  const description = metaDescription(facts, angle, used);
  return {
    parts: {
      title: title.text,
      slug: slugOf(title.text),
      ...(description !== undefined && { meta_description: description.text }),
      sections: sections.map(({ title: heading, text }) => ({ title: heading, text })),
      ...(facts.disclaimers.length > 0 && { disclaimers: facts.disclaimers.join(' ') }),
    },
    facts: [
      ...title.facts.filter((fact) => says(title, fact)),
      ...sections.flatMap((section) => section.facts),
    ],
  };
}

/** The sections in the order of the angle, five to eight, or fewer where the profile has no more. */
function sectionsOf(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Section[] {
  const share = shareOf(facts, used);
  const described = share.features.filter((feature) => featureSection(feature, share).text !== '');
  const [problem, people, next] = [problems(share), audience(share), nextStep(share)];
  const room = HEADINGS.max - [problem, people, next].flat().length - 1;
  // Where features would be left out, what readers want stands with who they are.
  const isTogether = described.length > room && people.length > 0;
  const [wishes, readers] = isTogether ? [[], together(people, goals(share))] : [goals(share), people];
  const features = described
    .slice(0, HEADINGS.max - [problem, wishes, readers, next].flat().length)
    .map((feature) => featureSection(feature, share));
  const order: Readonly<Record<Angle, readonly (readonly Section[])[]>> = {
    feature_first: [features, problem, wishes, readers],
    outcome_first: [wishes, features, problem, readers],
    pain_first: [problem, wishes, features, readers],
    question: [wishes, problem, features, readers],
    audience_first: [readers, problem, wishes, features],
    benefit_first: [features, wishes, problem, readers],
    problem_solution: [problem, features, wishes, readers],
    how_to: [wishes, features, readers, problem],
    keyword_first: [features, readers, problem, wishes],
    action_first: [next, features, problem, wishes, readers],
  };
  const all = order[angle].flat();
  return withinWords(angle === 'action_first' ? all : [...all, ...next], facts);
}

/** What one variant of several says: its share of each kind, what no other said first. */
function shareOf(facts: Facts, used: ReadonlySet<Fact>): Facts {
  if (facts.variants === 1) return facts;
  const some = <T>(list: readonly T[], isUsed: (one: T) => boolean, least: number): T[] => {
    const fresh = [...list.filter((one) => !isUsed(one)), ...list.filter(isUsed)];
    const chosen = fresh.slice(0, Math.max(least, Math.ceil(list.length / facts.variants)));
    return list.filter((one) => chosen.includes(one));
  };
  const isUsed = (fact: Fact) => used.has(fact);
  return {
    ...facts,
    features: some(facts.features, (feature) => factsOf(feature).some(isUsed), 2),
    pains: some(facts.pains, isUsed, 1),
    goals: some(facts.goals, isUsed, 1),
  };
}

/** Leaves features out, the last one first, while there are more words than a post has. */
function withinWords(sections: readonly Section[], facts: Facts): Section[] {
  let left = [...sections];
  while (wordsOf(left, facts) > WORDS.max && left.length > 0) {
    const last = left.findLast((section) =>
      section.facts.some(({ kind }) => kind === 'feature' || kind === 'benefit'),
    );
    left = left.filter((section) => section !== (last ?? left.at(-1)));
  }
  return left;
}

function wordsOf(sections: readonly Section[], { disclaimers }: Facts): number {
  return words([...sections.flatMap(({ title, text }) => [title, text]), ...disclaimers].join(' ')).length;
}

/** Headings of ours are English; in another language there is none that all troubles could stand under. */
function problems({ pains, isEnglish }: Facts): Section[] {
  if (!isEnglish || pains.length === 0) return [];
  const text = pains.map(({ sentence }) => sentence).join(' ');
  return [{ title: 'What gets in the way', text, facts: pains }];
}

function goals({ goals: wishes, isEnglish }: Facts): Section[] {
  if (!isEnglish || wishes.length === 0) return [];
  return [{ title: 'What you want to get done', text: wishesOf(wishes), facts: wishes }];
}

/** Commands make one sentence, where all are such; else each stands for itself. */
function wishesOf(wishes: readonly Fact[]): string {
  const commands = wishes.flatMap(({ command }) => command ?? []);
  if (commands.length < wishes.length) return wishes.map(({ sentence }) => sentence).join(' ');
  const isPlain = commands.length <= 3 && commands.every(isPlainCommand);
  return isPlain ? `You want to ${listed(commands)}.` : `What you want to do: ${commands.join('; ')}.`;
}

function featureSection(feature: FeatureFacts, facts: Facts): Section {
  const said = factsOf(feature);
  return { title: feature.name, text: paragraphOn(said, facts, { isNamed: true }), facts: said };
}

function audience(facts: Facts): Section[] {
  const { audiences, brand, isEnglish } = facts;
  const [first] = audiences;
  if (!isEnglish || first === undefined) return [];
  // The heading says "for" already.
  const text = first.people === undefined ? first.sentence : asSentence(first.people);
  return [{ title: `Who ${brand} is for`, text, facts: [first] }];
}

/** Two sections under the heading of the first. */
function together(first: readonly Section[], second: readonly Section[]): Section[] {
  return first.map(({ title, text, facts }) => ({
    title,
    text: [text, ...second.map((one) => one.text)].join(' '),
    facts: [...facts, ...second.flatMap((one) => one.facts)],
  }));
}

function nextStep({ cta, url, isEnglish }: Facts): Section[] {
  if (cta === undefined) return [];
  return [{ title: isEnglish ? 'The next step' : asHeading(cta), text: callToAction(cta, url), facts: [] }];
}

/** For addresses: small Latin letters, digits and hyphens, whole words. */
function slugOf(title: string): string {
  const parts = slugify(title, { decamelize: false }).split('-');
  while (parts.join('-').length > MAX_SLUG) parts.pop();
  return parts.join('-');
}
