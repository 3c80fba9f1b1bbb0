import type { ContentDraftInputs } from '../inputs/schema.js';
import type { Feature, Profile } from './profile.js';
import { asHeading, asSentence, holdsPhrase } from './text.js';

/** What a variant opens with. */
export const ANGLES = ['feature_first', 'outcome_first', 'pain_first', 'audience_first'] as const;
export type Angle = (typeof ANGLES)[number];

/** Everything that a drafter may say, ready as sentences. */
export interface Brief {
  readonly brand: string;
  readonly features: readonly Feature[];
  readonly keywords: readonly string[];
  readonly cta: string | undefined;
  readonly disclaimers: readonly string[];
  /** Sentences by what they speak of, without words that the brand avoids. */
  readonly sentences: Readonly<Record<'feature' | 'outcome' | 'pain' | 'audience', readonly string[]>>;
}

/** Gathers the facts that the profile and the inputs give; nothing else ever enters a draft. */
export function writeBrief(profile: Profile, inputs: ContentDraftInputs): Brief {
  const features = wantedFeatures(profile, inputs.features);
  const sentences = (texts: readonly (string | undefined)[]) =>
    texts
      .flatMap((text) => (text === undefined || text.trim() === '' ? [] : [asSentence(text)]))
      .filter((sentence) => !profile.vocabulary.avoid.some((word) => holdsPhrase(sentence, word)));
  return {
    brand: profile.name,
    features,
    keywords: inputs.keywords.length > 0 ? inputs.keywords : profile.keywords.primary,
    cta: profile.cta === undefined ? undefined : asHeading(profile.cta),
    disclaimers: profile.disclaimers.map(asSentence),
    sentences: {
      feature: sentences(features.map(({ description }) => description)),
      outcome: sentences([...features.flatMap(({ benefits }) => benefits), ...profile.icp.goals]),
      pain: sentences(profile.icp.painPoints),
      audience: sentences([profile.icp.description]),
    },
  };
}

/** The order in which an angle offers its sentences; the first one opens the text. */
export function sentencesFor(brief: Brief, angle: Angle): string[] {
  const { feature, outcome, pain, audience } = brief.sentences;
  switch (angle) {
    case 'feature_first':
      return [...feature, ...outcome, ...audience];
    case 'outcome_first':
      return [...outcome, ...feature, ...audience];
    case 'pain_first':
      return [...pain, ...feature, ...outcome];
    case 'audience_first':
      return [...audience, ...outcome, ...feature];
  }
}

/** The features named in the inputs, in their order; all of the profile's where none are named. */
function wantedFeatures(profile: Profile, names: readonly string[]): Feature[] {
  if (names.length === 0) return [...profile.features];
  return names.map(
    (name) => profile.features.find((feature) => holdsPhrase(feature.name, name)) ?? { name, benefits: [] },
  );
}
