import type { ContentDraftInputs } from '../inputs/schema.js';
import { isEnglish } from './english/language.js';
import { holdsPhrase, phraseFinder } from './phrases/phrases.js';
import { BASE_PROFILE, type Feature, type Profile } from './profiles/profile.js';
import { type LeftOut, sieve } from './sieve.js';
import { asHeading, asName, asSentence, ended, isQuestion, withoutLooseStart, words } from './text.js';
import { peopleIn } from './english/people.js';
import {
  beginsWithVerb,
  isStatement,
  speaks,
  statesBeforeClause,
  verbPhrase,
} from './english/verb-phrase.js';
import { nameInProse } from './feature-name.js';
import { shareTopic } from './topic-words.js';

export type FactKind = 'feature' | 'benefit' | 'pain' | 'goal' | 'audience';

/** One thing that the profile or the inputs say. A draft says nothing else, and never one thing twice. */
export interface Fact {
  readonly kind: FactKind;
  /** The text as a sentence. */
  readonly sentence: string;
  /** The text as a heading. */
  readonly heading: string;
  /** The text as a command in the middle of an English sentence ("find the line"), where it is one. */
  readonly command?: string;
  /** Those whom it is for, as they stand behind "for" in English ("families near Harbor Street"). */
  readonly people?: string;
  /** The feature that it speaks of. */
  readonly feature?: string;
  /** That feature as it goes into the middle of an English sentence, where the profile shows how. */
  readonly inProse?: string;
  /** Whether it hangs on what stands before it: "Turn it off at any time". */
  readonly isDependent?: boolean;
  /** Whether it is no sentence, but a word or two: "Free quotes". */
  readonly isFragment?: boolean;
  /**
   * Its feature's name before it, where it says what the feature is without a verb: "Audit log: a complete
   * history of who changed what". Under a heading that holds the name, the text alone is enough.
   */
  readonly introduced?: string;
}

export interface FeatureFacts {
  readonly name: string;
  readonly description?: Fact;
  readonly benefits: readonly Fact[];
}

/** Everything that a draft may say. */
export interface Facts {
  readonly brand: string;
  /** Whether the brand's own name is one that no text may hold: then there is nothing to say. */
  readonly isUnsayable: boolean;
  /** Whether sentences of ours may stand beside those of the profile: all of these are English. */
  readonly isEnglish: boolean;
  readonly features: readonly FeatureFacts[];
  /** Those of which the inputs speak, by name or in the goal. */
  readonly topics: readonly FeatureFacts[];
  readonly pains: readonly Fact[];
  readonly goals: readonly Fact[];
  /** Who it is for: the audience of the inputs first, then the ideal customer of the profile. */
  readonly audiences: readonly Fact[];
  /** Keywords to cover, the first one the primary. */
  readonly keywords: readonly string[];
  /** Those of the keywords that a text holds, inflected or not. */
  readonly keywordsIn: (text: string) => string[];
  /** Further keywords and words of the brand's vocabulary that a text holds; they are welcome. */
  readonly welcomeIn: (text: string) => string[];
  readonly cta: string | undefined;
  readonly url: string | undefined;
  readonly disclaimers: readonly string[];
  /** Whether the brand has claims or disclaimers of its own to mind: then goals are no promises to make. */
  readonly isCautious: boolean;
  /** Names of features are not said more often than the profile does: a keyword would stand too often. */
  readonly isSparing: boolean;
  /** Variants that are wanted: each takes its share of what there is. */
  readonly variants: number;
  readonly leftOut: readonly LeftOut[];
}

/** Gathers the facts that the profile and the inputs give; nothing else ever enters a draft. */
export function gatherFacts(profile: Profile, inputs: ContentDraftInputs): Facts {
  const leftOut: LeftOut[] = [];
  const english = isEnglish(proseOf(profile));
  const allowed = sieve(profile, english, leftOut);
  const text = (field: string, given: string | undefined) => {
    const plain = given === undefined ? '' : withoutLooseStart(given.replaceAll(REORDERING, ''));
    // Marks and pictures alone say nothing.
    return /[\p{L}\p{N}]/u.test(plain) && allowed(field, plain) ? plain : undefined;
  };
  const texts = (field: string, given: readonly string[]) =>
    given.flatMap((one, index) => text(`${field}/${index}`, one) ?? []);
  const brand = asName(withoutLooseStart(profile.name));
  const cta = text('/cta', profile.cta);
  // What a profile says twice is one fact, and a call to action is none.
  const seen = new Set(cta === undefined ? [] : [asSentence(cta)]);
  const fact = (kind: FactKind, field: string, given: string | undefined, feature?: FeatureName): Fact[] => {
    const found = text(field, given);
    if (found === undefined) return [];
    const plain = english && (kind === 'goal' || kind === 'benefit') ? withoutTo(found) : found;
    if (english && isOutOfVoice(kind, plain)) {
      leftOut.push({ field, reason: 'voice', because: plain });
      return [];
    }
    // A brand that is written small begins a sentence so.
    const isBrandFirst = plain.startsWith(brand);
    const sentence = isBrandFirst ? ended(plain) : asSentence(plain);
    if (seen.size === seen.add(sentence).size) return [];
    const heading = isBrandFirst ? asHeading(plain, { isCapitalized: false }) : asHeading(plain);
    const introduced = english && kind === 'feature' ? introducedBy(feature?.feature, sentence) : undefined;
    return [
      {
        kind,
        sentence,
        heading,
        ...(english && englishForms(kind, plain)),
        ...(introduced !== undefined && { introduced }),
        ...feature,
      },
    ];
  };
  const facts = (kind: FactKind, field: string, given: readonly string[], feature?: FeatureName) =>
    given.flatMap((one, index) => fact(kind, `${field}/${index}`, one, feature));
  const wanted = wantedFeatures(profile, inputs).flatMap(({ field, feature, isTopic }) => {
    const plain = text(`${field}/name`, feature.name);
    if (plain === undefined) return [];
    const name = asHeading(plain);
    const prose = english ? nameInProse(plain, text(`${field}/description`, feature.description)) : undefined;
    const named = { feature: name, ...(prose !== undefined && { inProse: prose }) };
    const [description] = fact('feature', `${field}/description`, feature.description, named);
    const benefits = facts('benefit', `${field}/benefits`, feature.benefits, named);
    return [{ isTopic, feature: { name, ...(description !== undefined && { description }), benefits } }];
  });
  const fromInputs = inputs.keywords.length > 0;
  const primary = texts('/keywords/primary', profile.keywords.primary);
  const keywords = fromInputs ? texts('inputs: /keywords', inputs.keywords) : primary;
  if (!/[\p{L}\p{N}]/u.test(brand)) leftOut.push({ field: '/name', reason: 'placeholder', because: brand });
  return {
    brand,
    isUnsayable: text('/name', brand) === undefined,
    isEnglish: english,
    features: wanted.map(({ feature }) => feature),
    topics: wanted.filter(({ isTopic }) => isTopic).map(({ feature }) => feature),
    pains: facts('pain', '/icp/pain_points', profile.icp.painPoints),
    goals: facts('goal', '/icp/goals', profile.icp.goals),
    audiences: [
      ...fact('audience', 'inputs: /audience', inputs.audience),
      ...fact('audience', '/icp/description', profile.icp.description),
    ],
    keywords,
    keywordsIn: finds(keywords),
    welcomeIn: finds([
      ...(fromInputs ? primary : []),
      ...texts('/keywords/secondary', profile.keywords.secondary),
      ...texts('/voice/vocabulary/prefer', profile.vocabulary.prefer),
    ]),
    cta: cta === undefined ? undefined : asName(cta),
    url: profile.url !== undefined && allowed('/url', profile.url) ? profile.url : undefined,
    disclaimers: profile.disclaimers.map((disclaimer) => asSentence(disclaimer)),
    isCautious:
      profile.disclaimers.length > 0 ||
      profile.prohibited.some(({ profile: by }) => by !== BASE_PROFILE.name),
    isSparing: false,
    variants: inputs.variants,
    leftOut,
  };
}

/** The same sentences are asked about again and again, so that answers are kept. */
function finds(phrases: readonly string[]): (text: string) => string[] {
  const finder = phraseFinder(phrases);
  const known = new Map<string, string[]>();
  return (text) => {
    const found = known.get(text) ?? finder.find(text);
    known.set(text, found);
    return found;
  };
}

/** What a feature does, then what users gain. */
export function factsOf({ description, benefits }: FeatureFacts): Fact[] {
  return [...(description === undefined ? [] : [description]), ...benefits];
}

/** The profile's sentences, by which its language is told. */
function proseOf({ icp, features }: Profile): string {
  return [
    icp.description ?? '',
    ...icp.painPoints,
    ...icp.goals,
    ...features.flatMap(({ description = '', benefits }) => [description, ...benefits]),
  ].join('. ');
}

/**
 * Whether a text would be taken for the brand's own words, though a customer speaks; or names a trouble
 * that is no statement, which a reader would take for a wish ("Pay too much for electricity").
 */
function isOutOfVoice(kind: FactKind, text: string): boolean {
  if (kind === 'goal') return speaks(text);
  if (kind !== 'pain') return false;
  if (speaks(text) || isQuestion(text)) return true;
  if (beginsWithVerb(text)) return !statesBeforeClause(text);
  if (isStatement(text) || words(text).length >= 5)
    return /^(?:no|not|too|lack|poor)(?![\p{L}\p{N}])/iu.test(text);
  // Short: with a plural first it may be a statement ("Wheels wobble at speed"), else it is a label.
  return !/^\p{L}+s\s\p{Ll}/u.test(text);
}

/** A pronoun among the first words speaks of what came before: "Share it with your MP". */
const LEANS_BACK = /^(?:\S+\s){0,2}(?:it|them|they|its|these|those)(?![\p{L}\p{N}'’])/iu;

/** Beginnings of texts that name a state rather than saying something, where no verb follows. */
const LABEL = /^(?:\p{L}+ing|not|no|less|more|fewer|better|faster|easier)(?![\p{L}\p{N}])/iu;

/** Forms of an English text for the middle of sentences, and what it lacks to stand alone. */
function englishForms(kind: FactKind, text: string): Partial<Fact> {
  // A trouble that looks like a command is no wish.
  const command = kind === 'pain' || kind === 'audience' ? undefined : verbPhrase(text);
  const people = kind === 'audience' ? peopleIn(text) : undefined;
  const isLabel = words(text).length < 4 || LABEL.test(text);
  const isFragment = command === undefined && isLabel && !isStatement(text);
  return {
    ...(command !== undefined && { command }),
    ...(people !== undefined && { people: asName(people) }),
    ...(LEANS_BACK.test(text) && { isDependent: true }),
    ...(isFragment && { isFragment }),
  };
}

/** "To close the books in a day" is the goal to close them. */
function withoutTo(text: string): string {
  const rest = text.replace(/^to\s+/iu, '');
  return rest !== text && verbPhrase(rest) !== undefined ? rest : text;
}

/** Words with which a description begins that says what a thing is, and that are small behind a colon. */
const ARTICLE = /^(?:a|an|the|one|every|all|your)\s/iu;

/** A description without a verb behind the name of its feature; undefined for one that needs none. */
function introducedBy(feature: string | undefined, sentence: string): string | undefined {
  if (feature === undefined || /[:!?]/u.test(feature) || !ARTICLE.test(sentence)) return undefined;
  if (isStatement(sentence) || /[:!?]/u.test(sentence) || shareTopic(sentence, feature)) return undefined;
  return `${feature}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

type FeatureName = Pick<Fact, 'feature' | 'inProse'>;

interface WantedFeature {
  readonly field: string;
  readonly feature: Feature;
  readonly isTopic: boolean;
}

/**
 * The features named in the inputs, in their order; where none are named, all of the profile's, those
 * of which the goal speaks first.
 */
function wantedFeatures(profile: Profile, inputs: ContentDraftInputs): WantedFeature[] {
  const all = profile.features.map((feature, index) => ({
    field: `/features/${index}`,
    feature,
    isTopic: holdsPhrase(inputs.goal, withoutArticle(feature.name)),
  }));
  if (inputs.features.length === 0) {
    return [...all.filter(({ isTopic }) => isTopic), ...all.filter(({ isTopic }) => !isTopic)];
  }
  return inputs.features.map((name, index) => ({
    ...(all.find(({ feature }) => holdsPhrase(feature.name, name)) ?? {
      field: `inputs: /features/${index}`,
      feature: { name, benefits: [] },
    }),
    isTopic: true,
  }));
}

/** Characters that reorder the text around them; a published text must read as it was reviewed. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/gu;

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an|our)\s+/iu, '');
}
