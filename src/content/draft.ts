import { contentId } from '../contracts/index.js';
import type { ContentDraftInputs } from '../inputs/schema.js';
import type { ContentType } from '../runners/payload-values.js';
import { ANGLES, type Angle } from './angles.js';
import { type CheckFailure, checkDraft, overusedKeywords } from './checks/checks.js';
import { type Fact, type Facts, gatherFacts } from './facts.js';
import { type DraftParts, type FormCheck, type Measure, measured, textsOf } from './measure.js';
import { numberSources } from './profiles/number-sources.js';
import type { Profile } from './profiles/profile.js';
import { type Readability, readability } from './english/readability.js';
import { characters, distinctWords, jaccard, words } from './text.js';
import type { ContentTypeDrafter, Drafted, Terms } from './types/content-type.js';
import { contentTypes } from './types/index.js';

export interface ContentDraft extends Partial<Readability> {
  readonly draft_id: string;
  readonly content_type: ContentType;
  readonly profile: string;
  /** From 1. */
  readonly variant: number;
  /** `handed_in` for content that was written elsewhere. */
  readonly angle: Angle | 'handed_in';
  /** Where content that was written elsewhere lies, below the root. */
  readonly content_path?: string;
  readonly parts: DraftParts;
  readonly characters: number;
  /** Width of a text that is one line in a search result, CSS pixels. */
  readonly pixels?: number;
  readonly words: number;
  readonly keywords_used: readonly string[];
  readonly keywords_missing: readonly string[];
  readonly disclaimers: readonly string[];
  readonly checks_passed: boolean;
  readonly measures: readonly Measure[];
  readonly forms: readonly FormCheck[];
  readonly failures: readonly CheckFailure[];
}

/** The drafts of one wish, and the facts that they were made from. */
export interface DraftedContent {
  readonly drafts: readonly ContentDraft[];
  readonly facts: Facts;
}

/** Two variants that share more of their words than this are the same to a reader. */
const MAX_LIKENESS = 0.6;

/**
 * Drafts content from a profile: each variant from an angle of its own, fitted to its limits by choosing
 * whole sentences, distinct from every other (Jaccard index of their words at most 0.6), and checked.
 *
 * @returns fewer drafts than asked for where the profile does not support more
 */
export function draftContent(inputs: ContentDraftInputs, profile: Profile): DraftedContent {
  const type = contentTypes[inputs.content_type];
  const facts = gatherFacts(profile, inputs);
  const variants = facts.isUnsayable ? [] : distinctVariants(type, facts);
  const { goal, keywords, features, audience = '' } = inputs;
  const sources = [...numberSources(profile), goal, ...keywords, ...features, audience];
  const drafts = variants.map(({ angle, drafted }, index) => {
    const identity = { profile: profile.name, type: inputs.content_type, goal: inputs.goal, angle };
    const checkable = {
      type,
      parts: drafted.parts,
      terms: facts,
      isEnglish: facts.isEnglish,
      sources,
    };
    return {
      draft_id: contentId('draft', { ...identity, parts: drafted.parts }),
      content_type: inputs.content_type,
      profile: profile.name,
      variant: index + 1,
      angle,
      parts: drafted.parts,
      ...judged(checkable, profile, { isOwn: true }),
    };
  });
  return { drafts, facts };
}

/** A text with what it is judged by. */
export interface Judgeable {
  readonly type: ContentTypeDrafter;
  readonly parts: DraftParts;
  readonly terms: Terms;
  readonly isEnglish: boolean;
  readonly sources: readonly string[];
  /** Texts that readers see with it, parts or not: the page that holds a title tag. */
  readonly beside?: readonly string[];
  /** Texts that no reader sees and that are published with it all the same. */
  readonly hidden?: readonly string[];
  /** What is published, where it is not the parts. */
  readonly payload?: string;
}

/** Measures and checks of a draft. */
export function judged(
  { type, parts, terms, isEnglish, sources, beside = [], hidden = [], payload = '' }: Judgeable,
  profile: Profile,
  { isOwn }: { readonly isOwn: boolean },
) {
  const texts = ownTexts(type, parts);
  const text = texts.join('\n');
  const { keywords } = terms;
  const used = new Set(terms.keywordsIn(text));
  const measures = measured(parts, type.limits);
  const forms = type.forms.map(({ rule, holds }) => ({ rule, holds: holds(parts, terms) }));
  const readable = isEnglish ? readability(texts) : undefined;
  const failures = checkDraft(
    {
      texts: [...texts, ...beside],
      hidden,
      payload: payload === '' ? Object.values(parts).flatMap(textsOf).join('\n') : payload,
      body: bodyText(type, parts),
      measures,
      forms,
      readability: readable,
      needsDisclaimers: type.hasRoomForDisclaimers,
      keywords,
      isSearched: type.hasSearchMetadata,
      sources,
      isOwn,
    },
    profile,
  );
  const pixels = measures.find(({ measure }) => measure === 'pixels')?.value;
  return {
    characters: characters(text),
    ...(pixels !== undefined && texts.length === 1 && { pixels }),
    words: words(text).length,
    ...readable,
    keywords_used: keywords.filter((keyword) => used.has(keyword)),
    keywords_missing: keywords.filter((keyword) => !used.has(keyword)),
    disclaimers: type.hasRoomForDisclaimers ? profile.disclaimers : [],
    checks_passed: failures.every(({ is_blocking }) => !is_blocking),
    measures,
    forms,
    failures,
  };
}

interface Variant {
  readonly angle: Angle;
  readonly drafted: Drafted;
  readonly words: ReadonlySet<string>;
}

/**
 * One variant an angle, until there are as many as wanted. Where a variant is too much like an earlier
 * one, the angle is tried once more without the facts that these used, if that leaves no part out.
 */
function distinctVariants(type: ContentTypeDrafter, facts: Facts): Variant[] {
  const variants: Variant[] = [];
  const used = new Set<Fact>();
  for (const angle of ANGLES) {
    if (variants.length === facts.variants) break;
    const first = notStuffed(type, facts, angle, used);
    if (first === undefined) continue;
    const second = used.size === 0 ? undefined : notStuffed(type, withoutFacts(facts, used), angle, used);
    const isWhole = second !== undefined && Object.keys(first.parts).every((part) => part in second.parts);
    for (const drafted of isWhole ? [first, second] : [first]) {
      const own = distinctWords(ownTexts(type, drafted.parts).join('\n'));
      if (variants.some((other) => jaccard(other.words, own) > MAX_LIKENESS)) continue;
      // Two pages cannot have one address.
      const { slug } = drafted.parts;
      if (slug !== undefined && variants.some((other) => other.drafted.parts['slug'] === slug)) continue;
      variants.push({ angle, drafted, words: own });
      for (const fact of drafted.facts) used.add(fact);
      break;
    }
  }
  return variants;
}

/** A draft that says a keyword too often is made again without naming features where it need not. */
function notStuffed(
  type: ContentTypeDrafter,
  facts: Facts,
  angle: Angle,
  used: ReadonlySet<Fact>,
): Drafted | undefined {
  const drafted = type.draft(facts, angle, used);
  if (drafted === undefined || overusedKeywords(bodyText(type, drafted.parts), facts.keywords).length === 0) {
    return drafted;
  }
  return type.draft({ ...facts, isSparing: true }, angle, used) ?? drafted;
}

function withoutFacts(facts: Facts, used: ReadonlySet<Fact>): Facts {
  const unused = (fact: Fact) => !used.has(fact);
  const left = (features: Facts['features']) =>
    features.map(({ name, description, benefits }) => ({
      name,
      ...(description !== undefined && unused(description) && { description }),
      benefits: benefits.filter(unused),
    }));
  return {
    ...facts,
    features: left(facts.features),
    topics: left(facts.topics),
    pains: facts.pains.filter(unused),
    goals: facts.goals.filter(unused),
  };
}

/** All texts of a draft but for those that say others again in another form. */
function ownTexts({ derivedParts = [] }: ContentTypeDrafter, parts: DraftParts): string[] {
  return Object.entries(parts)
    .filter(([name]) => !derivedParts.includes(name))
    .flatMap(([, part]) => textsOf(part));
}

/** What readers of the page itself read: without titles and descriptions for search results. */
function bodyText(type: ContentTypeDrafter, parts: DraftParts): string {
  const body = Object.entries(parts).filter(([name]) => !name.startsWith('meta_'));
  return ownTexts(type, Object.fromEntries(body)).join('\n\n');
}
