import { type Angle, type Sentence, storyOf } from '../angles.js';
import type { Fact, Facts } from '../facts.js';
import { type Fitted, fitSentences } from '../fit.js';
import { type Headline, headlinesOf, names, says } from '../headlines.js';
import { foldedWords } from '../phrases/folded-words.js';
import { asHeading, characters, ended, isQuestion } from '../text.js';
import { type ContentTypeDrafter, type Drafted, NEEDS, listPart } from './content-type.js';

/** Responsive search ads. Source: Google Ads, "About responsive search ads" and its editorial policies. */
const HEADLINES = { min: 3, max: 15, share: 5, length: 30 } as const;
const DESCRIPTIONS = { min: 2, max: 4, length: 90 } as const;
const PATHS = { max: 2, length: 15 } as const;

const REPEATED_MARK = /(\p{P})\s*\1/u;
/** Two capital letters or more and no small one; acronyms look the same to the ad's review. */
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}\p{N}*\p{Lu}[\p{Lu}\p{N}]*(?![\p{L}\p{N}])/u;

export const adCopyDrafter: ContentTypeDrafter = {
  title: 'a responsive search ad',
  limits: [
    { part: 'headlines', measure: 'items', min: HEADLINES.min, max: HEADLINES.max },
    { part: 'headlines', measure: 'characters', max: HEADLINES.length },
    { part: 'descriptions', measure: 'items', min: DESCRIPTIONS.min, max: DESCRIPTIONS.max },
    { part: 'descriptions', measure: 'characters', max: DESCRIPTIONS.length },
    { part: 'paths', measure: 'items', max: PATHS.max },
    { part: 'paths', measure: 'characters', max: PATHS.length },
  ],
  forms: [
    {
      rule: 'no exclamation mark in headlines, no repeated punctuation, no words in capitals',
      holds: (parts) =>
        listPart(parts, 'headlines').every(isProperHeadline) &&
        listPart(parts, 'descriptions').every(isProper),
    },
    {
      rule: 'no two equal headlines',
      holds: (parts) => {
        const headlines = listPart(parts, 'headlines').map(identity);
        return new Set(headlines).size === headlines.length;
      },
    },
  ],
  needs: [
    NEEDS.cta,
    {
      field: 'cta',
      why: 'a call without words in capitals and repeated marks, which ads may not have',
      isMet: ({ cta }) => cta === undefined || isProper(ended(cta)),
    },
    NEEDS.keywords,
    NEEDS.facts,
    NEEDS.benefits,
  ],
  hasSearchMetadata: false,
  hasRoomForDisclaimers: false,
  draft: draftAd,
  published: (parts) => {
    const [headlines, descriptions, paths] = ['headlines', 'descriptions', 'paths'].map((name) =>
      listPart(parts, name),
    );
    return {
      content: {
        headline: headlines?.[0] ?? '',
        body: [
          ...(headlines ?? []).map((text) => `Headline: ${text}`),
          ...(descriptions ?? []).map((text) => `Description: ${text}`),
          ...(paths ?? []).map((text) => `Path: ${text}`),
        ].join('\n'),
      },
    };
  },
};

function draftAd(...[facts, angle, used]: Parameters<ContentTypeDrafter['draft']>): Drafted | undefined {
  const headlines = headlinesFor(facts, angle, used);
  const descriptions = descriptionsFor(facts, angle, used);
  if (headlines.length < HEADLINES.min || descriptions.length < DESCRIPTIONS.min) return undefined;
  const paths = pathsFor(facts);
  return {
    parts: {
      headlines: headlines.map(({ text }) => text),
      descriptions: descriptions.map(({ text }) => text),
      ...(paths.length > 0 && { paths }),
    },
    facts: [...headlines, ...descriptions].flatMap((one) => one.facts),
  };
}

/**
 * The angle's own headings, then features, benefits, goals, keywords, the call and the brand; where
 * several variants are wanted, each takes its share, so that they differ.
 */
function headlinesFor(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Headline[] {
  const plain = (text: string): Headline => ({ text: asHeading(text), facts: [] });
  const heading = (fact: Fact): Headline => ({ text: fact.heading, facts: [fact] });
  // A trouble among headlines of an ad would be taken for the brand's own.
  const own = headlinesOf(facts, angle, used).filter(
    (headline) =>
      headline.facts.some((fact) => says(headline, fact)) &&
      !headline.facts.some(({ kind }) => kind === 'pain') &&
      !isQuestion(headline.text),
  );
  const sayings = [
    ...own,
    ...names(facts),
    ...[...facts.features.flatMap(({ benefits }) => benefits), ...(facts.isCautious ? [] : facts.goals)]
      .filter(({ isDependent }) => isDependent !== true)
      .map(heading),
  ];
  const isFresh = (headline: Headline) => headline.facts.every((fact) => !used.has(fact));
  const all = distinctHeadlines([
    ...sayings.filter(isFresh),
    ...facts.keywords.map(plain),
    ...(facts.cta === undefined ? [] : [plain(facts.cta)]),
    plain(facts.brand),
    ...sayings.filter((headline) => !isFresh(headline)),
  ]);
  const share = Math.max(HEADLINES.share, Math.floor(all.length / facts.variants));
  return all.slice(0, Math.min(HEADLINES.max, share));
}

function distinctHeadlines(headlines: readonly Headline[]): Headline[] {
  const seen = new Set<string>();
  return headlines.filter(
    ({ text }) =>
      characters(text) <= HEADLINES.length &&
      isProperHeadline(text) &&
      seen.size !== seen.add(identity(text)).size,
  );
}

/** Each stands alone, so each is a sentence of its own; the last one calls to action. */
function descriptionsFor(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Fitted[] {
  const { openers, support } = storyOf(facts, angle, used);
  const fits = ({ text }: Sentence) => characters(text) <= DESCRIPTIONS.length && isProper(text);
  // Each is shown alone, so that each must say of which feature it speaks.
  const short = [...openers.filter(fits), ...support.filter(fits)].filter(
    ({ follows }) => follows === undefined,
  );
  if (!openers.some((one) => short.includes(one))) return [];
  const limits = { min: 1, max: DESCRIPTIONS.length };
  const chosen: Fitted[] = [];
  const rest = () =>
    short.filter(({ facts: said }) => !chosen.some((one) => one.facts.some((fact) => said.includes(fact))));
  const closing = facts.cta === undefined ? undefined : ended(facts.cta);
  if (closing !== undefined && isProper(closing)) {
    const last = fitSentences(rest(), [], limits, { closing, terms: facts });
    if (last !== undefined) chosen.push(last);
  }
  while (chosen.length < DESCRIPTIONS.max) {
    const isNew = ({ facts: said }: Sentence) =>
      !chosen.some((one) => one.facts.some((fact) => said.includes(fact)));
    const next = fitSentences(rest(), support.filter(fits).filter(isNew), limits, { terms: facts });
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen.filter(({ text }) => isProper(text));
}

/** Up to two words of the first keyword that fits, then of the next: `example.com/log-search`. */
function pathsFor({ keywords, features }: Facts): string[] {
  const all = [...keywords, ...features.map(({ name }) => name)].map((text) =>
    foldedWords(text.replaceAll('/', ' ')).join('-'),
  );
  const fitting = all.filter((path) => path !== '' && characters(path) <= PATHS.length);
  return [...new Set(fitting)].slice(0, PATHS.max);
}

function isProper(text: string): boolean {
  return !REPEATED_MARK.test(text) && !CAPITALS.test(text);
}

function isProperHeadline(text: string): boolean {
  return isProper(text) && !/[!！]/u.test(text);
}

/** Two headlines that differ in case or marks alone are equal. */
function identity(text: string): string {
  return foldedWords(text).join(' ') || text;
}
