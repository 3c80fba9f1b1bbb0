import { parse } from 'bcp-47';
import { isRegisteredLanguage, likelyLanguage } from './language-subtags.js';
import { shortText } from './short-text.js';

/** What is wrong with a language tag, in a few words. */
export interface TagProblem {
  readonly message: string;
  /** What was probably meant. */
  readonly suggestion?: string;
}

/**
 * Checks a `lang` attribute: well-formed by RFC 5646 with a primary language that is in the IANA registry.
 * An empty one says that the language is unknown, which is no question of validity.
 */
export function checkLanguageTag(lang: string): TagProblem | undefined {
  const tag = lang.trim();
  if (tag === '' || isValid(tag)) return undefined;
  const suggestion = likelyTag(tag);
  return { message: explain(tag), ...(suggestion !== undefined && { suggestion }) };
}

function explain(tag: string): string {
  const language = parse(tag, { normalize: false }).language;
  if (language !== null && language !== undefined) return `"${cut(language)}" is no registered language`;
  if (tag.includes('_') && isValid(tag.replaceAll('_', '-'))) return 'an underscore instead of a hyphen';
  return 'not a language tag of BCP 47';
}

function isValid(tag: string): boolean {
  const { language, privateuse, regular, irregular } = parse(tag, { normalize: false });
  if (language !== null && language !== undefined) return isRegisteredLanguage(language);
  // Grandfathered (`i-klingon`), or for private use as a whole (`x-piglatin`).
  return regular != null || irregular != null || privateuse.length > 0;
}

/** The tag with hyphens and, where its language is none, the language that it probably means. */
function likelyTag(tag: string): string | undefined {
  const [first = '', ...rest] = tag.replaceAll('_', '-').split('-');
  const language = isRegisteredLanguage(first) ? first : likelyLanguage(first.toLowerCase())?.split('-')[0];
  if (language === undefined) return undefined;
  const likely = [language, ...rest].join('-');
  return isValid(likely) ? likely : undefined;
}

/** Attributes may be of any length; messages are not. */
export function cut(text: string): string {
  return shortText(text, 40);
}
