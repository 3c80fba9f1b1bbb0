import { type Angle, type Sentence, paragraphOn, storyOf, told } from '../angles.js';
import { answersTo } from '../answers.js';
import { callToAction } from '../call-to-action.js';
import type { Fact, Facts } from '../facts.js';
import { type Headline, headlinesOf, says, sentenceUnder } from '../headlines.js';
import { characters, listed, words } from '../text.js';
import { type ContentTypeDrafter, type Drafted, NEEDS, textOf, textPart } from './content-type.js';

const MAX_WORDS = 120;
const MAX_TITLE = 70;
/** Sentences of each part at most. */
const MAX_SENTENCES = 3;

export const changelogNoteDrafter: ContentTypeDrafter = {
  title: 'a changelog note',
  limits: [
    {
      part: 'title',
      with: ['what_changed', 'who_it_is_for', 'how_to_use_it', 'disclaimers'],
      measure: 'words',
      max: MAX_WORDS,
    },
    { part: 'title', measure: 'characters', max: MAX_TITLE },
  ],
  forms: [],
  needs: [
    {
      field: 'goal or features of the inputs',
      why: 'the feature that changed, by its name in the profile',
      isMet: ({ topics }) => topics.length > 0,
    },
    {
      field: 'features[].description',
      why: 'what changed',
      isMet: ({ topics }) =>
        topics.length === 0 || topics.some(({ description }) => description !== undefined),
    },
    {
      field: 'features[].benefits',
      why: 'how to use it',
      isMet: ({ topics }) => topics.length === 0 || topics.some(({ benefits }) => benefits.length > 0),
    },
    NEEDS.audience,
    NEEDS.cta,
  ],
  hasSearchMetadata: false,
  hasRoomForDisclaimers: true,
  draft: draftNote,
  published: (parts) => ({
    content: {
      headline: textPart(parts, 'title'),
      body: ['what_changed', 'who_it_is_for', 'how_to_use_it', 'disclaimers']
        .flatMap((name) => textOf(parts, name) ?? [])
        .join('\n\n'),
    },
  }),
};

/** Angles that open with the trouble or the question to which the change is the answer. */
const OPENED: ReadonlySet<Angle> = new Set(['question', 'problem_solution']);

function draftNote(...[facts, angle, used]: Parameters<ContentTypeDrafter['draft']>): Drafted | undefined {
  const { topics } = facts;
  // What customers want or suffer of in general is not what changed.
  const pains = answersTo({ ...facts, features: topics }).map(({ pain }) => pain);
  const note: Facts = { ...facts, features: topics, goals: [], pains };
  if (topics.length === 0) return undefined;
  const named = { text: `${facts.brand}: ${listed(topics.map(({ name }) => name))}`, facts: [] };
  const own = angle === 'feature_first' ? [] : headlinesOf(note, angle, used);
  const isStory = angle === 'feature_first' || own.length > 0;
  const titles = [...own, ...(isStory ? [named] : [])].filter(({ text }) => characters(text) <= MAX_TITLE);
  for (const title of titles) {
    const drafted = noteUnder(title, note, angle, used);
    if (drafted !== undefined) return drafted;
  }
  return undefined;
}

/** The note under a title, unless the title says all there is. */
function noteUnder(title: Headline, note: Facts, angle: Angle, used: ReadonlySet<Fact>): Drafted | undefined {
  const inTitle = title.facts.filter((fact) => says(title, fact));
  const openers = OPENED.has(angle) ? storyOf(note, angle, used).openers : [];
  const descriptions = note.features
    .flatMap(({ description }) => description ?? [])
    .map((fact) => ({ text: sentenceUnder(title, fact), facts: [fact] }));
  const benefits = note.features.flatMap((feature) => feature.benefits);
  const opener = openers
    .filter((sentence) => !sentence.facts.some((fact) => inTitle.includes(fact)))
    .slice(0, 1);
  const changed = distinct([...opener, ...descriptions], new Set(inTitle));
  if (!changed.some(({ facts }) => facts.some(({ feature }) => feature !== undefined))) return undefined;
  const said = changed.flatMap((sentence) => sentence.facts);
  const uses = benefits
    .filter((fact) => !inTitle.includes(fact) && !said.includes(fact))
    .slice(0, MAX_SENTENCES);
  const parts = fittingParts(note, title.text, changed, uses);
  return parts && { parts, facts: [...inTitle, ...said, ...uses] };
}

/** Sentences that say nothing which is said, or said before. */
function distinct(sentences: readonly Sentence[], said: ReadonlySet<Fact>): Sentence[] {
  const all = new Set(said);
  return sentences
    .filter((sentence) => {
      const isNew = sentence.facts.every((fact) => !all.has(fact));
      for (const fact of sentence.facts) all.add(fact);
      return isNew;
    })
    .slice(0, MAX_SENTENCES);
}

/** As much of what changed and of its use as the words allow, the use giving way first. */
function fittingParts(
  facts: Facts,
  title: string,
  changed: readonly Sentence[],
  benefits: readonly Fact[],
): Record<string, string> | undefined {
  const [audience] = facts.audiences.flatMap((one) => told(one, facts));
  const action = facts.cta === undefined ? [] : [callToAction(facts.cta, facts.url)];
  for (let sentences = changed.length; sentences > 0; sentences--) {
    for (let uses = benefits.length; uses >= 0; uses--) {
      const shown = benefits.slice(0, uses);
      const howTo = [
        ...facts.features.map((feature) =>
          paragraphOn(
            shown.filter((fact) => feature.benefits.includes(fact)),
            facts,
            { isNamed: facts.features.length === 1 },
          ),
        ),
        ...action,
      ].filter((text) => text !== '');
      const parts = {
        title,
        what_changed: changed
          .slice(0, sentences)
          .map(({ text }) => text)
          .join(' '),
        ...(audience !== undefined && { who_it_is_for: audience.text }),
        ...(howTo.length > 0 && { how_to_use_it: howTo.join(' ') }),
        ...(facts.disclaimers.length > 0 && { disclaimers: facts.disclaimers.join(' ') }),
      };
      if (words(Object.values(parts).join(' ')).length <= MAX_WORDS) return parts;
    }
  }
  return undefined;
}
