import { redactedKinds } from '../../safety/redaction.js';
import type { FormCheck, Measure } from '../measure.js';
import { unsupportedNumbers } from './numbers.js';
import { placeholderIn } from './placeholder.js';
import { phraseFinder } from '../phrases/phrases.js';
import { phrasesOf } from '../profiles/phrases-of.js';
import type { Profile } from '../profiles/profile.js';
import type { Readability } from '../english/readability.js';
import { asSentence, words } from '../text.js';

/** A check that a draft fails. */
export interface CheckFailure {
  readonly check:
    | 'prohibited_phrase'
    | 'number_without_source'
    | 'sensitive_data'
    | 'disclaimer_missing'
    | 'placeholder'
    | 'outside_limits'
    | 'vocabulary_to_avoid'
    | 'keyword_missing'
    | 'keyword_stuffing'
    | 'hard_to_read';
  /** A draft with a blocking failure is not offered. */
  readonly is_blocking: boolean;
  /** Goes on from "the draft". */
  readonly message: string;
}

/** What is checked: a draft of ours or content that was written elsewhere, all of it redacted. */
export interface Checkable {
  /** All texts that somebody reads, in reading order. */
  readonly texts: readonly string[];
  /** Texts that no reader sees and that are published with it. */
  readonly hidden: readonly string[];
  /** What is published, where it is not these texts. */
  readonly payload: string;
  /** Those that a reader of the page itself reads: no titles and descriptions for search results. */
  readonly body: string;
  readonly measures: readonly Measure[];
  readonly forms: readonly FormCheck[];
  readonly readability: Readability | undefined;
  /** Whether it must carry the disclaimers of its profile. */
  readonly needsDisclaimers: boolean;
  readonly keywords: readonly string[];
  /** Whether people find it by searching; elsewhere keywords are no matter. */
  readonly isSearched: boolean;
  /** What gives the numbers that it may hold. */
  readonly sources: readonly string[];
  /** Whether it is ours: then limits are promises. */
  readonly isOwn: boolean;
}

/** From here on density says something; below, one sentence decides it. */
const MIN_WORDS = 100;
const MAX_DENSITY = 0.03;
/** "Very difficult to read". Source: Flesch, The Art of Readable Writing (1949). */
const MIN_EASE = 30;

/** All checks of one draft; no failure is left out because of another. */
export function checkDraft(draft: Checkable, profile: Profile): CheckFailure[] {
  const text = draft.texts.join('\n\n');
  const everything = [...draft.texts, ...draft.hidden].join('\n\n');
  return [
    ...prohibited(everything, profile),
    ...disclaimersMissing(draft, profile),
    ...unsupportedNumbers(text, draft.sources).map((number) => ({
      check: 'number_without_source' as const,
      is_blocking: true,
      message: `holds the number ${number}, which neither the profile nor the inputs give`,
    })),
    ...redactedKinds(`${everything}\n${draft.payload}`).map((kind) => ({
      check: 'sensitive_data' as const,
      is_blocking: true,
      message: `held sensitive data (${kind}), which was removed`,
    })),
    ...placeholders(text, draft),
    ...outsideLimits(draft),
    ...phrasesOf(profile)
      .avoided.find(everything)
      .map((word) => ({
        check: 'vocabulary_to_avoid' as const,
        is_blocking: false,
        message: `holds "${word}", which the brand avoids`,
      })),
    ...(draft.isSearched ? keywordFailures(draft.body, draft.keywords) : []),
    ...hardToRead(draft),
  ];
}

/** Required disclaimers may name what is prohibited elsewhere ("not intended to cure"), word for word. */
function prohibited(text: string, profile: Profile): CheckFailure[] {
  const own = phrasesOf(profile).disclaimers.reduce(withoutDisclaimer, text);
  const found = new Set(phrasesOf(profile).prohibited.find(own));
  return profile.prohibited
    .filter(({ phrase }) => found.has(phrase))
    .map(({ phrase, profile: source }) => ({
      check: 'prohibited_phrase',
      is_blocking: true,
      message: `holds "${phrase}", which the profile ${source} prohibits`,
    }));
}

/** Drafts begin it with a capital and end it with a mark, so neither is part of its wording. */
function withoutDisclaimer(text: string, disclaimer: string): string {
  const wording = disclaimer.replace(/(?<![\p{Sentence_Terminal}…])[\p{Sentence_Terminal}…]+$/u, '');
  return [wording, asSentence(wording).slice(0, wording.length)].reduce(
    (rest, form) =>
      rest.replaceAll(form, (match: string, offset: number) => {
        const around = `${rest[offset - 1] ?? ''}${rest[offset + form.length] ?? ''}`;
        return /[\p{L}\p{N}]/u.test(around) ? match : '\n\n';
      }),
    text,
  );
}

/** What search results alone show carries no disclaimer. */
function disclaimersMissing({ body, needsDisclaimers }: Checkable, profile: Profile): CheckFailure[] {
  if (!needsDisclaimers) return [];
  const { disclaimers, finders } = phrasesOf(profile);
  return disclaimers
    .filter((_, index) => finders[index]?.find(body).length === 0)
    .map((disclaimer) => ({
      check: 'disclaimer_missing',
      is_blocking: true,
      message: `lacks the required disclaimer "${disclaimer}"`,
    }));
}

/** Services that send letters fill in placeholders of their own, so elsewhere it is a remark. */
function placeholders(text: string, { isOwn }: Checkable): CheckFailure[] {
  const placeholder = placeholderIn(text);
  if (placeholder === undefined) return [];
  return [{ check: 'placeholder', is_blocking: isOwn, message: `holds the placeholder "${placeholder}"` }];
}

function outsideLimits({ measures, forms, isOwn }: Checkable): CheckFailure[] {
  const beyond = measures
    .filter(({ is_within }) => !is_within)
    .map(({ part, value, measure, min = 0, max = Infinity }) =>
      value > max
        ? `has ${value} ${measure} in ${part}, of which ${max} are allowed`
        : `has ${value} ${measure} in ${part}, of which there should be ${min} at least`,
    );
  const broken = forms.filter(({ holds }) => !holds).map(({ rule }) => `breaks the rule "${rule}"`);
  return [...beyond, ...broken].map((message) => ({
    check: 'outside_limits',
    is_blocking: isOwn,
    message,
  }));
}

function keywordFailures(body: string, keywords: readonly string[]): CheckFailure[] {
  const total = words(body).length;
  if (total <= MIN_WORDS || keywords.length === 0) return [];
  if (phraseFinder(keywords).find(body).length === 0) {
    const message = `holds none of the keywords ${keywords.join(', ')}`;
    return [{ check: 'keyword_missing', is_blocking: false, message }];
  }
  return overusedKeywords(body, keywords).map(({ keyword, count }) => ({
    check: 'keyword_stuffing',
    is_blocking: false,
    message: `holds "${keyword}" ${count} times in ${total} words, more than 3 %`,
  }));
}

/** Keywords that stand more than three times in a hundred words of a text that has more than a hundred. */
export function overusedKeywords(
  body: string,
  keywords: readonly string[],
): { readonly keyword: string; readonly count: number }[] {
  const total = words(body).length;
  if (total <= MIN_WORDS) return [];
  return [...phraseFinder(keywords).count(body)]
    .filter(([, count]) => count / total > MAX_DENSITY)
    .map(([keyword, count]) => ({ keyword, count }));
}

function hardToRead({ body, readability }: Checkable): CheckFailure[] {
  if (readability === undefined || readability.reading_ease >= MIN_EASE) return [];
  if (words(body).length <= MIN_WORDS) return [];
  return [
    {
      check: 'hard_to_read',
      is_blocking: false,
      message: `is very hard to read (Flesch reading ease ${readability.reading_ease}): its sentences or words are long`,
    },
  ];
}
