import { descriptionFor, storyOf, told } from '../angles.js';
import { answersTo } from '../answers.js';
import { type Fact, type Facts, type FeatureFacts, factsOf } from '../facts.js';
import { headlinesOf, leadUnder, says } from '../headlines.js';
import { markdownSection, markdownText } from '../markdown-body.js';
import type { Block } from '../measure.js';
import { isQuestion, words } from '../text.js';
import {
  type ContentTypeDrafter,
  type Drafted,
  NEEDS,
  blocksPart,
  textOf,
  textPart,
} from './content-type.js';
import { descriptionLimits, metaDescription } from './meta-description.js';
import { titleForms, titleLimits, titleTag } from './title-tag.js';

const MAX_HEADLINE_WORDS = 10;
const MAX_SUBHEAD_WORDS = 25;
const BLOCKS = { min: 3, max: 6 } as const;
const MAX_OBJECTIONS = 4;
const SENTENCES_PER_BLOCK = 2;

/** A block, and what it says. */
interface DraftedBlock extends Block {
  readonly facts: readonly Fact[];
}

export const landingPageDrafter: ContentTypeDrafter = {
  title: 'a landing page',
  limits: [
    { part: 'headline', measure: 'words', max: MAX_HEADLINE_WORDS },
    { part: 'subhead', measure: 'words', max: MAX_SUBHEAD_WORDS },
    { part: 'blocks', measure: 'items', ...BLOCKS },
    { part: 'objections', measure: 'items', max: MAX_OBJECTIONS },
    ...titleLimits('meta_title'),
    ...descriptionLimits('meta_description'),
  ],
  forms: titleForms('meta_title'),
  needs: [
    NEEDS.cta,
    NEEDS.pains,
    NEEDS.keywords,
    {
      field: 'features[]',
      why: `a block of its own each, of which a page has ${BLOCKS.min} at least; a feature needs a description or benefits`,
      isMet: ({ features }) => features.filter((feature) => factsOf(feature).length > 0).length >= BLOCKS.min,
    },
  ],
  hasSearchMetadata: true,
  hasRoomForDisclaimers: true,
  draft: draftPage,
  published: (parts) => {
    const sections = [...blocksPart(parts, 'blocks'), ...blocksPart(parts, 'objections')];
    const [title, description, cta] = ['meta_title', 'meta_description', 'cta'].map((name) =>
      textOf(parts, name),
    );
    return {
      content: {
        headline: textPart(parts, 'headline'),
        body: [
          markdownText(textPart(parts, 'subhead')),
          ...sections.map(markdownSection),
          ...[textOf(parts, 'disclaimers')].flatMap((text) =>
            text === undefined ? [] : [markdownText(text)],
          ),
        ].join('\n\n'),
        ...(cta !== undefined && { cta }),
      },
      seo_metadata: {
        ...(title !== undefined && { title }),
        ...(description !== undefined && { meta_description: description }),
      },
    };
  },
};

function draftPage(...[facts, angle, used]: Parameters<ContentTypeDrafter['draft']>): Drafted | undefined {
  const own = headlinesOf(facts, angle, used);
  const headline = own.find(({ text }) => words(text).length <= MAX_HEADLINE_WORDS);
  if (headline === undefined) return undefined;
  const { openers, support } = storyOf(facts, angle, used);
  const subhead = [...leadUnder(headline, facts), ...openers, ...support].find(
    (sentence) =>
      sentence.follows === undefined &&
      isOfOneFeature([...headline.facts, ...sentence.facts]) &&
      words(sentence.text).length <= MAX_SUBHEAD_WORDS &&
      !(isQuestion(headline.text) && isQuestion(sentence.text)) &&
      !sentence.facts.some((fact) => says(headline, fact)),
  );
  if (subhead === undefined) return undefined;
  const taken = new Set([...headline.facts.filter((fact) => says(headline, fact)), ...subhead.facts]);
  const objections = objectionsOf(facts, taken);
  const blocks = blocksOf(facts, new Set([...taken, ...objections.flatMap((one) => one.facts)]), used);
  const [title, description] = [titleTag(facts, angle, used), metaDescription(facts, angle, used)];
  return {
    parts: {
      headline: headline.text,
      subhead: subhead.text,
      ...(blocks.length > 0 && { blocks: blocks.map(withoutFacts) }),
      ...(objections.length > 0 && { objections: objections.map(withoutFacts) }),
      ...(facts.cta !== undefined && { cta: facts.cta }),
      ...(facts.disclaimers.length > 0 && { disclaimers: facts.disclaimers.join(' ') }),
      ...(title !== undefined && { meta_title: title.text }),
      ...(description !== undefined && { meta_description: description.text }),
    },
    facts: [...headline.facts, ...subhead.facts, ...blocks.flatMap((block) => block.facts)],
  };
}

/** The head of a page speaks of one feature, or of none. */
function isOfOneFeature(facts: readonly Fact[]): boolean {
  return new Set(facts.flatMap(({ feature }) => feature ?? [])).size <= 1;
}

function withoutFacts({ title, text }: DraftedBlock): Block {
  return { title, text };
}

/** Troubles with what answers them, where the feature has more to say than the answer. */
function objectionsOf(facts: Facts, taken: ReadonlySet<Fact>): DraftedBlock[] {
  const spoken = new Set(taken);
  return answersTo(facts)
    .flatMap(({ pain, answer }) => {
      const feature = facts.features.find((one) => factsOf(one).includes(answer));
      const hasMore =
        feature !== undefined && factsOf(feature).some((fact) => fact !== answer && !spoken.has(fact));
      if (!hasMore || spoken.has(pain) || spoken.has(answer)) return [];
      const [first] = told(answer, facts).filter(({ follows }) => follows === undefined);
      const description = descriptionFor(answer, facts);
      const text =
        first?.text ??
        (description === undefined
          ? undefined
          : `${description.introduced ?? description.sentence} ${answer.sentence}`);
      if (text === undefined) return [];
      const said = first === undefined && description !== undefined ? [description, answer] : [answer];
      if (said.some((one) => spoken.has(one))) return [];
      for (const one of said) spoken.add(one);
      return [{ title: pain.heading, text, facts: [pain, ...said] }];
    })
    .slice(0, MAX_OBJECTIONS);
}

/**
 * A block for each feature of which something is left to say; where that makes too few, also what the
 * head of the page says already. Fewer than three are none.
 */
function blocksOf(facts: Facts, taken: ReadonlySet<Fact>, used: ReadonlySet<Fact>): DraftedBlock[] {
  const blocks = facts.features.flatMap((feature) => blockOf(feature, taken, used) ?? []);
  const all =
    blocks.length >= BLOCKS.min
      ? blocks
      : facts.features.flatMap(
          (feature) => blockOf(feature, taken, used) ?? blockOf(feature, new Set(), used) ?? [],
        );
  return all.length < BLOCKS.min ? [] : all.slice(0, BLOCKS.max);
}

function blockOf(
  feature: FeatureFacts,
  taken: ReadonlySet<Fact>,
  used: ReadonlySet<Fact>,
): DraftedBlock | undefined {
  const free = factsOf(feature).filter((fact) => !taken.has(fact));
  // What the feature is stands first, also where an earlier variant said it.
  const isFirst = (fact: Fact) => fact.kind === 'feature' || !used.has(fact);
  const fresh = [...free.filter(isFirst), ...free.filter((fact) => !isFirst(fact))];
  const chosen = fresh.slice(0, SENTENCES_PER_BLOCK);
  if (chosen.length === 0) return undefined;
  const inOrder = free.filter((fact) => chosen.includes(fact));
  return {
    title: feature.name,
    text: inOrder.map(({ sentence }) => sentence).join(' '),
    facts: inOrder,
  };
}
