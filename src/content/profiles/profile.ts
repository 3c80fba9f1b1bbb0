import { z } from 'zod';
import { plainText } from '../markup/plain-text.js';

/** Code points; a text that drafts can make use of is a paragraph at most. */
export const MAX_CHARACTERS = 2000;

const text = (description: string) =>
  z
    .string()
    .refine(
      (value) => value.length <= MAX_CHARACTERS || [...value].length <= MAX_CHARACTERS,
      `must be at most ${MAX_CHARACTERS} characters long`,
    )
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'must hold no control characters')
    .regex(/[^\s.。]/u, 'must hold more than blanks and full stops')
    .trim()
    .describe(description);
const texts = (description: string) => z.array(text('A text.')).describe(description);

const FeatureSchema = z
  .strictObject({
    name: text('Name of the feature.'),
    description: text('What it does, as a sentence.').optional(),
    benefits: texts('What users gain, each as a sentence.').default([]),
  })
  .describe('A feature.');

const VocabularySchema = z.union([
  texts('Words to prefer.').transform((prefer) => ({ prefer, avoid: [] as string[] })),
  z
    .strictObject({
      prefer: texts('Words to prefer.').default([]),
      avoid: texts('Words to avoid.').default([]),
    })
    .describe('Words to prefer and to avoid.'),
]);

/** A brand profile as its file holds it: what drafts may say, and what they must not. */
export const ProfileSchema = z
  .strictObject({
    name: text('Name of the brand or product, as drafts write it.'),
    extends: text('Another profile of the folder, or "base".').optional(),
    icp: z
      .strictObject({
        description: text('Whom the product is for.').optional(),
        pain_points: texts('What troubles them, each as a sentence.').default([]),
        goals: texts('What they want, each as a sentence.').default([]),
      })
      .describe('Ideal customer profile.')
      .optional(),
    voice: z
      .strictObject({
        tone: text('Tone of voice.').optional(),
        style_guide: texts('Rules of style.').default([]),
        vocabulary: VocabularySchema.optional(),
      })
      .describe('How the brand speaks.')
      .optional(),
    keywords: z
      .strictObject({
        primary: texts('Keywords to cover first.').default([]),
        secondary: texts('Further keywords.').default([]),
        prohibited: texts('Words that must never appear.').default([]),
      })
      .describe('Keywords.')
      .optional(),
    features: z.array(FeatureSchema).default([]).describe('Features that drafts may speak of.'),
    prohibited_claims: texts('Claims that must never appear.').default([]),
    required_disclaimers: texts('Sentences that texts with room must carry.').default([]),
    cta: text('Call to action.').optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .describe('Address of the product.')
      .optional(),
  })
  .describe('A brand profile.');

export type ProfileDocument = z.infer<typeof ProfileSchema>;
export type Feature = ProfileDocument['features'][number];

/** A phrase that must never appear, and the profile of the chain that says so. */
export interface Prohibition {
  readonly phrase: string;
  readonly profile: string;
}

/** A profile with everything that it inherits. */
export interface Profile {
  readonly name: string;
  /** Files or built-ins it was made from, itself first. */
  readonly chain: readonly string[];
  readonly icp: {
    readonly description?: string;
    readonly painPoints: readonly string[];
    readonly goals: readonly string[];
  };
  readonly tone?: string;
  readonly vocabulary: { readonly prefer: readonly string[]; readonly avoid: readonly string[] };
  readonly keywords: { readonly primary: readonly string[]; readonly secondary: readonly string[] };
  readonly features: readonly Feature[];
  /** Claims and keywords that must never appear; a child cannot drop its parent's. */
  readonly prohibited: readonly Prohibition[];
  readonly disclaimers: readonly string[];
  readonly cta?: string;
  readonly url?: string;
}

/** What every brand is held to, under the name `base`. */
export const BASE_PROFILE: ProfileDocument = ProfileSchema.parse({
  name: 'base',
  prohibited_claims: ['guaranteed results', 'risk free', '100 % secure', 'best in the world', 'miracle'],
});

/**
 * Merges a chain of profiles, the child first: of single values the child's wins, lists are the
 * parent's then the child's without doubles, and prohibitions and disclaimers only ever grow.
 */
export function mergeProfiles(
  chain: readonly { readonly source: string; readonly document: ProfileDocument }[],
): Profile {
  const documents = chain.map(({ document }) => document);
  const first = <T>(pick: (document: ProfileDocument) => T | undefined) =>
    documents.map(pick).find((value) => value !== undefined);
  const union = (pick: (document: ProfileDocument) => readonly string[] | undefined) => [
    ...new Set(documents.toReversed().flatMap((document) => pick(document) ?? [])),
  ];
  const description = first((document) => document.icp?.description);
  const tone = first((document) => document.voice?.tone);
  const cta = first((document) => document.cta);
  const url = first((document) => document.url);
  return plainProfile({
    name: documents[0]?.name ?? '',
    chain: chain.map(({ source }) => source),
    icp: {
      ...(description !== undefined && { description }),
      painPoints: union((document) => document.icp?.pain_points),
      goals: union((document) => document.icp?.goals),
    },
    ...(tone !== undefined && { tone }),
    vocabulary: {
      prefer: union((document) => document.voice?.vocabulary?.prefer),
      avoid: union((document) => document.voice?.vocabulary?.avoid),
    },
    keywords: {
      primary: union((document) => document.keywords?.primary),
      secondary: union((document) => document.keywords?.secondary),
    },
    features: mergeFeatures(documents),
    prohibited: prohibitions(chain),
    disclaimers: union((document) => document.required_disclaimers),
    ...(cta !== undefined && { cta }),
    ...(url !== undefined && { url }),
  });
}

/** By name; the child's description of a feature replaces its parent's. */
function mergeFeatures(documents: readonly ProfileDocument[]): Feature[] {
  const features = new Map<string, Feature>();
  for (const document of documents.toReversed()) {
    for (const feature of document.features) features.set(feature.name, feature);
  }
  return [...features.values()];
}

/** Each phrase once, with the ancestor that first says it. */
function prohibitions(
  chain: readonly { readonly source: string; readonly document: ProfileDocument }[],
): Prohibition[] {
  const phrases = new Map<string, Prohibition>();
  for (const { source, document } of chain.toReversed()) {
    for (const phrase of [...document.prohibited_claims, ...(document.keywords?.prohibited ?? [])]) {
      if (!phrases.has(phrase)) phrases.set(phrase, { phrase, profile: source });
    }
  }
  return [...phrases.values()];
}

/**
 * A profile as drafts say it: its texts without markup, each on one line. What is redacted later must be
 * what a reader gets: an address that markup parts is one.
 */
function plainProfile(profile: Profile): Profile {
  const { name, icp, keywords, features, disclaimers, cta } = profile;
  const plain = (texts: readonly string[]) => texts.map(plainText).filter((text) => text !== '');
  const description = icp.description === undefined ? '' : plainText(icp.description);
  const call = cta === undefined ? '' : plainText(cta);
  const { cta: _, ...rest } = profile;
  return {
    ...rest,
    name: plainText(name) || name,
    icp: {
      ...(description !== '' && { description }),
      painPoints: plain(icp.painPoints),
      goals: plain(icp.goals),
    },
    keywords: { primary: plain(keywords.primary), secondary: plain(keywords.secondary) },
    features: features.map((feature) => ({
      name: plainText(feature.name) || feature.name,
      ...(feature.description !== undefined && { description: plainText(feature.description) }),
      benefits: plain(feature.benefits),
    })),
    disclaimers: plain(disclaimers),
    ...(call !== '' && { cta: call }),
  };
}
