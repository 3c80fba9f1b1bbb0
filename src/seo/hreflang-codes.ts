import { parse } from 'bcp-47';
import type { Severity } from '../contracts/index.js';
import {
  isArea,
  isIso3166,
  isIso639,
  isRegisteredLanguage,
  isRegisteredScript,
  isRegisteredVariant,
  isWithdrawnLanguage,
  likelyLanguage,
  likelyRegion,
  likelyScript,
} from './language-subtags.js';
import { type TagProblem, cut } from './language-tags.js';

export interface CodeProblem extends TagProblem {
  /**
   * Critical: no search engine can read the code. Warning: a language tag, but beyond what Google documents.
   * Info: a withdrawn code, which may still be understood.
   */
  readonly severity: Severity;
}

/**
 * Checks an hreflang code: `x-default`, or an ISO 639-1 language with an optional ISO 15924 script and an optional
 * ISO 3166-1 alpha-2 country, in this order and any case.
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function checkHreflang(hreflang: string): CodeProblem | undefined {
  const code = hreflang.trim().toLowerCase();
  if (code === 'x-default') return undefined;
  const problem = firstProblem(code);
  if (problem === undefined) return undefined;
  const suggestion = likelyCode(code);
  return { ...problem, ...(suggestion !== undefined && { suggestion }) };
}

type Problem = Pick<CodeProblem, 'message' | 'severity'>;

function firstProblem(code: string): Problem | undefined {
  if (code === '') return { severity: 'critical', message: 'the code is empty' };
  if (code.includes('_')) return { severity: 'critical', message: 'an underscore instead of a hyphen' };
  const { language, script, region, rest } = split(code);
  const problems = [
    isSwapped(language, region)
      ? problem('critical', 'the country stands before the language')
      : languageProblem(language),
    script === undefined || isRegisteredScript(script)
      ? undefined
      : problem('critical', `"${cut(script)}" is no script of ISO 15924`),
    regionProblem(region),
    rest.length === 0 ? undefined : restProblem(code),
  ].filter((found) => found !== undefined);
  return problems.find(({ severity }) => severity === 'critical') ?? problems[0];
}

function problem(severity: Severity, message: string): Problem {
  return { severity, message };
}

function languageProblem(language: string): Problem | undefined {
  if (isIso639(language)) return undefined;
  if (isWithdrawnLanguage(language))
    return problem('info', `"${language}" has been withdrawn from ISO 639-1`);
  if (language.length === 3 && isRegisteredLanguage(language))
    return problem('warning', `"${language}" is a language, but has no two-letter code of ISO 639-1`);
  return problem('critical', `"${cut(language)}" is no language of ISO 639-1`);
}

function regionProblem(region: string | undefined): Problem | undefined {
  if (region === undefined || isIso3166(region)) return undefined;
  if (isArea(region)) return problem('warning', `"${region}" is an area, not a country of ISO 3166-1`);
  return problem('critical', `"${cut(region.toUpperCase())}" is no country of ISO 3166-1`);
}

function restProblem(code: string): Problem {
  const { language, extendedLanguageSubtags, variants } = parse(code, { normalize: false });
  const isTag = language != null && [...extendedLanguageSubtags, ...variants].every(isRegisteredVariant);
  return isTag
    ? problem('warning', 'more than language, script and country')
    : problem('critical', 'not a language with an optional script and country');
}

function split(code: string) {
  const [language = '', ...subtags] = code.split(/[-_]/);
  const script = /^[a-z]{4}$/.test(subtags[0] ?? '') ? subtags.shift() : undefined;
  const region = /^(?:[a-z]{2}|\d{3})$/.test(subtags[0] ?? '') ? subtags.shift() : undefined;
  return { language, script, region, rest: subtags };
}

/** `US-en`; not `ca-FR`, which is Catalan in France. */
function isSwapped(first: string, second: string | undefined): boolean {
  if (second === undefined || likelyRegion(first) === undefined || !isIso639(second)) return false;
  return !isIso639(first) || !isIso3166(second);
}

/** The code that was probably meant, in the usual case; always a valid one. */
function likelyCode(code: string): string | undefined {
  if (/^x?[-_]?default$/.test(code)) return 'x-default';
  const { language, script, region, rest } = split(code);
  if (isSwapped(language, region))
    return joined(region ?? '', likelyScript(script ?? ''), likelyRegion(language));
  const [likely, itsRegion] = likelyLanguage(language)?.split('-') ?? [];
  if (likely === undefined) return undefined;
  const [next = ''] = rest;
  return joined(
    likely,
    likelyScript(script ?? next),
    likelyRegion(region ?? '') ?? likelyRegion(next) ?? itsRegion,
  );
}

function joined(language: string, script: string | undefined, region: string | undefined): string {
  return [
    language,
    ...(script === undefined ? [] : [`${script.slice(0, 1).toUpperCase()}${script.slice(1)}`]),
    ...(region === undefined ? [] : [region.toUpperCase()]),
  ].join('-');
}
