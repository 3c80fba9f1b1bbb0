import type { Profile } from './profile.js';
import { redactedKinds } from '../safety/redaction.js';
import { folded } from './text.js';

/** A rule that a draft breaks. */
export interface CheckFailure {
  readonly check: 'prohibited_phrase' | 'number_without_source' | 'sensitive_data' | 'vocabulary_to_avoid';
  /** A draft with a blocking failure is not offered. */
  readonly isBlocking: boolean;
  readonly message: string;
}

/** Checks a draft's whole text against its profile and the texts that it was made from, all redacted. */
export function checkDraft(text: string, profile: Profile, sources: readonly string[]): CheckFailure[] {
  return [
    ...prohibitedPhrases(text, profile.prohibited).map((phrase) => ({
      check: 'prohibited_phrase' as const,
      isBlocking: true,
      message: `holds the prohibited phrase "${phrase}" of the profile ${profile.name}`,
    })),
    ...numbersWithoutSource(text, sources).map((number) => ({
      check: 'number_without_source' as const,
      isBlocking: true,
      message: `holds the number ${number}, which neither the profile nor the inputs give`,
    })),
    ...redactedKinds(text).map((kind) => ({
      check: 'sensitive_data' as const,
      isBlocking: true,
      message: `held sensitive data (${kind}), which was removed`,
    })),
    ...prohibitedPhrases(text, profile.vocabulary.avoid).map((word) => ({
      check: 'vocabulary_to_avoid' as const,
      isBlocking: false,
      message: `holds "${word}", which the brand avoids`,
    })),
  ];
}

/** Common English endings of a verb or noun. */
const INFLECTION = '(?:s|es|d|ed|ing)?';

/** Whole phrases, whatever their case, accents, hyphens and common inflections. */
export function prohibitedPhrases(text: string, phrases: readonly string[]): string[] {
  const whole = folded(text);
  return phrases.filter((phrase) => {
    const words = folded(phrase).trim().split(' ').filter(Boolean);
    // Folded words hold letters and digits only, so they need no escaping.
    return words.length > 0 && new RegExp(` ${words.join(`${INFLECTION} `)}${INFLECTION} `, 'u').test(whole);
  });
}

function numbersWithoutSource(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap(numbersIn));
  return [...new Set(numbersIn(text))].filter((number) => !known.has(number));
}

function numbersIn(text: string): string[] {
  return text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? [];
}
