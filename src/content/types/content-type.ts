import type { Angle } from '../angles.js';
import type { Fact, Facts } from '../facts.js';
import type { Block, DraftPart, DraftParts, Limit } from '../measure.js';

/** How a draft would be published: the fields of the job that publishes it. */
export interface PublishedForm {
  readonly content: {
    readonly body: string;
    readonly headline?: string;
    readonly cta?: string;
    readonly subject_line?: string;
  };
  readonly seo_metadata?: { readonly title?: string; readonly meta_description?: string };
}

/** A draft before its checks. */
export interface Drafted {
  readonly parts: DraftParts;
  /** What it says; later variants would rather say something else. */
  readonly facts: readonly Fact[];
}

/** A rule of form that is no number. */
export interface FormRule {
  /** As a person would put it: "no exclamation mark in headlines". */
  readonly rule: string;
  readonly holds: (parts: DraftParts, terms: Terms) => boolean;
}

/** What a text is held against. */
export interface Terms {
  readonly brand: string;
  readonly keywords: readonly string[];
  /** Those of the keywords that a text holds, inflected or not. */
  readonly keywordsIn: (text: string) => string[];
}

/** A field that a type draws on. */
export interface Need {
  readonly field: string;
  /** What it is needed for. */
  readonly why: string | ((facts: Facts) => string);
  readonly isMet: (facts: Facts) => boolean;
}

/** A kind of content: one file a kind. */
export interface ContentTypeDrafter {
  /** What it is, in words, with its article. */
  readonly title: string;
  readonly limits: readonly Limit[];
  readonly forms: readonly FormRule[];
  /** Fields without which its drafts are shorter, or cannot be made. */
  readonly needs: readonly Need[];
  /** Whether it has a title or description that search results show. */
  readonly hasSearchMetadata: boolean;
  /** Whether required disclaimers stand in the text itself. */
  readonly hasRoomForDisclaimers: boolean;
  /** Parts that say again, in another form, what other parts say. */
  readonly derivedParts?: readonly string[];
  /**
   * @param used facts that earlier variants said
   * @returns undefined when the profile's facts do not fit the limits from this angle
   */
  readonly draft: (facts: Facts, angle: Angle, used: ReadonlySet<Fact>) => Drafted | undefined;
  readonly published: (parts: DraftParts) => PublishedForm;
}

/** A part that is one text, or nothing. */
export function textOf(parts: DraftParts, name: string): string | undefined {
  const part = parts[name];
  return typeof part === 'string' ? part : undefined;
}

/** A part that every draft of the type has. */
export function textPart(parts: DraftParts, name: string): string {
  const text = textOf(parts, name);
  if (text === undefined) throw new Error(`a draft without its part ${name}`);
  return text;
}

/** Texts of a part that is a list of them. */
export function listPart(parts: DraftParts, name: string): string[] {
  return itemsOf(parts[name]).filter((item) => typeof item === 'string');
}

export function blocksPart(parts: DraftParts, name: string): Block[] {
  return itemsOf(parts[name]).filter((item) => typeof item !== 'string');
}

function itemsOf(part: DraftPart | undefined): readonly (string | Block)[] {
  return part === undefined || typeof part === 'string' ? [] : part;
}

/** Fields that several types draw on. */
export const NEEDS = {
  cta: { field: 'cta', why: 'the call to action', isMet: ({ cta }) => cta !== undefined },
  keywords: {
    field: 'keywords.primary',
    why: 'the words that people search for',
    isMet: ({ keywords }) => keywords.length > 0,
  },
  facts: {
    field: 'features[].description',
    why: 'sentences that say what the product does',
    isMet: ({ features }) => features.some(({ description }) => description !== undefined),
  },
  benefits: {
    field: 'features[].benefits',
    why: 'sentences that say what users gain',
    isMet: ({ features }) => features.some(({ benefits }) => benefits.length > 0),
  },
  pains: {
    field: 'icp.pain_points',
    why: 'what troubles the readers',
    isMet: ({ pains }) => pains.length > 0,
  },
  goals: { field: 'icp.goals', why: 'what the readers want', isMet: ({ goals }) => goals.length > 0 },
  audience: {
    field: 'icp.description',
    why: 'whom it is for',
    isMet: ({ audiences }) => audiences.length > 0,
  },
  url: { field: 'url', why: 'the address behind the call to action', isMet: ({ url }) => url !== undefined },
} as const satisfies Record<string, Need>;
