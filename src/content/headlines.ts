import { type Angle, type Sentence, descriptionFor, told } from './angles.js';
import { answersTo, nearestOffer } from './answers.js';
import { shareTopic } from './topic-words.js';
import { tellsAState } from './english/verb-phrase.js';
import type { Fact, Facts } from './facts.js';
import { phraseFinder } from './phrases/phrases.js';
import { asHeading } from './text.js';

/** A heading, and the facts that it says. */
export interface Headline {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** Keywords that are tried with each heading. */
const MAX_KEYWORDS = 5;

/**
 * The headings of an angle, best first: those that do not leave the topic lead, and among them those of
 * facts that no earlier variant used.
 */
export function headlinesOf(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Headline[] {
  const topics = new Set(facts.topics.map(({ name }) => name));
  const isOnTopic = (fact: Fact) =>
    topics.size === 0 || fact.feature === undefined || topics.has(fact.feature);
  const isFresh = (fact: Fact) => !used.has(fact);
  const ordered = inOrderOf(headlines(facts, angle), [isOnTopic, isFresh]);
  const seen = new Set<string>();
  return ordered.filter(({ text }) => seen.size !== seen.add(text).size);
}

/** Those of which every fact passes come first, by the first test, then by the next. */
function inOrderOf(all: readonly Headline[], tests: readonly ((fact: Fact) => boolean)[]): Headline[] {
  return tests.reduceRight<Headline[]>(
    (list, test) => {
      const passes = (headline: Headline) => headline.facts.every(test);
      return [...list.filter(passes), ...list.filter((one) => !passes(one))];
    },
    [...all],
  );
}

function headlines(facts: Facts, angle: Angle): Headline[] {
  const { features, audiences, isEnglish, isCautious, cta } = facts;
  const descriptions = features.flatMap(({ description }) => description ?? []);
  const benefits = features.flatMap((feature) => feature.benefits);
  const goals = isCautious ? [] : facts.goals;
  switch (angle) {
    case 'feature_first':
      // The first feature leads, in as many words as fit.
      return features.flatMap((feature) => [
        ...asTheyAre(feature.description === undefined ? [] : [feature.description]),
        ...branded({ ...facts, features: [feature] }),
      ]);
    case 'outcome_first':
      return asTheyAre([...goals, ...benefits]);
    case 'pain_first':
    case 'problem_solution':
      return answersTo(facts).map(({ pain, answer }) => ({ text: pain.heading, facts: [pain, answer] }));
    case 'question':
      return [...goals, ...benefits].flatMap((fact) => {
        const answer =
          fact.kind === 'benefit' ? descriptionFor(fact, facts) : nearestOffer(fact, features)?.answer;
        if (answer === undefined || fact.command === undefined || fact.isDependent === true) return [];
        if (!shareTopic(fact.sentence, answer.sentence)) return [];
        return [{ text: `Want to ${fact.command}?`, facts: [fact, answer] }];
      });
    case 'audience_first':
      return audiences
        .slice(0, 1)
        .flatMap((fact) =>
          fact.people === undefined ? [] : [{ text: `${facts.brand} for ${fact.people}`, facts: [fact] }],
        );
    case 'benefit_first':
      return benefits.flatMap((fact) => {
        const hasMarks = fact.feature === undefined || /[:!?]/u.test(fact.feature);
        return hasMarks ? [] : [{ text: `${fact.feature}: ${fact.heading}`, facts: [fact] }];
      });
    case 'how_to':
      return isEnglish ? benefits.flatMap(howTo) : [];
    case 'keyword_first':
      return [
        ...asTheyAre([...descriptions, ...benefits, ...goals]).filter(
          ({ text }) => facts.keywordsIn(text).length > 0,
        ),
        ...withKeyword(names(facts), facts),
      ];
    case 'action_first':
      return cta === undefined ? [] : [{ text: asHeading(cta), facts: [] }];
  }
}

function howTo(fact: Fact): Headline[] {
  const { command, isDependent } = fact;
  if (command === undefined || isDependent === true || tellsAState(command)) return [];
  return [{ text: `How to ${command}`, facts: [fact] }];
}

/** Sentences that stand alone, as headings. */
function asTheyAre(facts: readonly Fact[]): Headline[] {
  return facts
    .filter(({ isDependent, isFragment }) => isDependent !== true && isFragment !== true)
    .map((fact) => ({ text: fact.heading, facts: [fact] }));
}

/** `Lanternfish: Live tail`; a name that holds the brand stands alone. */
export function branded(facts: Facts): Headline[] {
  const finder = phraseFinder([facts.brand]);
  return names(facts).flatMap((headline) => {
    if (finder.find(headline.text).length > 0) return [headline];
    return isPlain(headline.text) && isPlain(facts.brand)
      ? [{ ...headline, text: `${facts.brand}: ${headline.text}` }]
      : [];
  });
}

/**
 * `Log search: Saved searches`: headings behind a keyword that speaks of the same things. A heading that
 * holds a keyword already stands as it is, and a trouble behind a keyword would be a statement about it.
 */
export function withKeyword(headings: readonly Headline[], facts: Facts): Headline[] {
  const candidates = headings.filter(
    (one) => isPlain(one.text) && !one.facts.some(({ kind }) => kind === 'pain'),
  );
  return facts.keywords.slice(0, MAX_KEYWORDS).flatMap((keyword) =>
    candidates.flatMap((headline) => {
      if (facts.keywordsIn(headline.text).includes(keyword)) return [headline];
      const meant = [headline.text, ...headline.facts.map(({ sentence }) => sentence)].join(' ');
      // What both say already would be said twice: "Offline CRM: Offline mode".
      const isRelated = shareTopic(keyword, meant) && !shareTopic(keyword, headline.text);
      return isRelated ? [{ ...headline, text: `${asHeading(keyword)}: ${headline.text}` }] : [];
    }),
  );
}

/** Whether a mark in it would clash with a colon before it. */
function isPlain(text: string): boolean {
  return !/[:!?]/u.test(text);
}

/** Whether a heading says a fact, rather than naming the feature of which it speaks. */
export function says({ text, facts }: Headline, fact: Fact): boolean {
  const forms = [fact.heading, fact.command, fact.people];
  return facts.includes(fact) && forms.some((form) => form !== undefined && text.includes(form));
}

/** What a text goes on with under a heading: the answer that the heading waits for, or what its feature does. */
export function leadUnder(headline: Headline, facts: Facts): Sentence[] {
  return headline.facts.flatMap((fact) => {
    const said = says(headline, fact);
    const description = fact.kind === 'feature' ? fact : descriptionFor(fact, facts);
    if (!said && fact.kind === 'benefit') {
      const [reply] = told(fact, facts);
      if (reply !== undefined && reply.follows === undefined) return [reply];
    }
    if (description === undefined || says(headline, description)) return [];
    return [{ text: sentenceUnder(headline, description), facts: [description] }];
  });
}

/** What a feature is, with its name before it where neither the sentence nor the heading says it. */
export function sentenceUnder({ text }: Pick<Headline, 'text'>, fact: Fact): string {
  const isNamed = fact.feature !== undefined && text.includes(fact.feature);
  return isNamed ? fact.sentence : (fact.introduced ?? fact.sentence);
}

/** Names of features. */
export function names({ features }: Facts): Headline[] {
  return features.map(({ name, description }) => ({
    text: name,
    facts: description === undefined ? [] : [description],
  }));
}
