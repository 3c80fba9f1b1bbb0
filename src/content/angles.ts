import { nearestOffer } from './answers.js';
import { shareTopic } from './topic-words.js';
import type { Fact, FactKind, Facts } from './facts.js';
import { asSentence, listed, words } from './text.js';
import { isStatement, speaks, tellsAState } from './english/verb-phrase.js';

/** What a variant opens with, in the order in which variants take them. */
export const ANGLES = [
  'feature_first',
  'outcome_first',
  'pain_first',
  'question',
  'audience_first',
  'benefit_first',
  'problem_solution',
  'how_to',
  'keyword_first',
  'action_first',
] as const;
export type Angle = (typeof ANGLES)[number];

/** One way to say one or two facts. */
export interface Sentence {
  readonly text: string;
  /** A text never says a fact twice. */
  readonly facts: readonly Fact[];
  /** The feature that it names for the sake of the sentence; a text does so once. */
  readonly names?: string;
  /**
   * The feature of which it speaks without naming it, so that a sentence about this feature must stand
   * before it. An opener may do without, where no other feature is spoken of.
   */
  readonly follows?: string;
  /** Whether it says what readers "can" do; a text does so once, and then commands. */
  readonly isAbility?: boolean;
}

/** How a variant tells its story: it opens with one of `openers` and goes on with some of `support`. */
export interface Story {
  readonly openers: readonly Sentence[];
  readonly support: readonly Sentence[];
}

/**
 * The story of an angle; facts that no earlier variant used come first. An angle for which the profile
 * says nothing has no openers.
 */
export function storyOf(facts: Facts, angle: Angle, used: ReadonlySet<Fact>): Story {
  const factsOf: Readonly<Record<FactKind, readonly Fact[]>> = {
    feature: facts.features.flatMap(({ description }) => description ?? []),
    benefit: facts.features.flatMap(({ benefits }) => benefits),
    pain: facts.pains,
    // What customers want is no promise that a careful brand makes.
    goal: facts.isCautious ? [] : facts.goals,
    audience: facts.audiences.slice(0, 1),
  };
  const fresh = (list: readonly Fact[]) => [
    ...list.filter((fact) => !used.has(fact)),
    ...list.filter((fact) => used.has(fact)),
  ];
  const some = (say: (fact: Fact, facts: Facts) => readonly Sentence[], ...kinds: FactKind[]) =>
    kinds.flatMap((kind) => fresh(factsOf[kind]).flatMap((fact) => say(fact, facts)));
  switch (angle) {
    case 'feature_first':
      return {
        openers: some(opening, 'feature'),
        support: some(told, 'benefit', 'goal', 'audience', 'feature'),
      };
    case 'outcome_first':
      return {
        // What customers want is told with what of the features answers it.
        openers: [...some(answered, 'goal'), ...some(opening, 'benefit')],
        support: some(told, 'feature', 'benefit', 'audience'),
      };
    case 'pain_first':
    case 'problem_solution':
      return { openers: some(answered, 'pain'), support: some(told, 'benefit', 'feature') };
    case 'question':
      return { openers: some(asked, 'goal', 'benefit'), support: some(told, 'feature', 'benefit') };
    case 'audience_first':
      return { openers: some(told, 'audience'), support: some(told, 'benefit', 'feature', 'goal') };
    case 'benefit_first':
      return {
        openers: some(told, 'benefit').filter(({ names }) => names !== undefined),
        support: some(told, 'feature', 'goal', 'audience'),
      };
    case 'how_to':
      return { openers: some(explained, 'benefit'), support: some(told, 'feature', 'benefit') };
    case 'keyword_first': {
      const holdsKeyword = ({ text }: Sentence) => facts.keywordsIn(text).length > 0;
      return {
        openers: some(opening, 'feature', 'benefit', 'goal').filter(holdsKeyword),
        support: some(told, 'feature', 'benefit', 'goal'),
      };
    }
    case 'action_first':
      return {
        openers: facts.cta === undefined ? [] : some(opening, 'benefit', 'feature', 'goal'),
        support: some(told, 'feature', 'benefit'),
      };
  }
}

/** As the first sentence of a text: nothing that hangs on what came before, no mere word or two. */
function opening(fact: Fact, facts: Facts): Sentence[] {
  const stands = (text: string) => text === fact.sentence || text === fact.introduced;
  return fact.isDependent === true ? [] : told(fact, facts).filter(({ text }) => stands(text));
}

/** Said in the middle of a text, in all the ways that English and the profile allow. */
export function told(fact: Fact, facts: Facts): Sentence[] {
  if (fact.isFragment === true) return [];
  if (fact.kind === 'audience') return [{ text: audienceSentence(fact, facts), facts: [fact] }];
  if (fact.kind !== 'benefit' || fact.feature === undefined) {
    return [{ text: fact.introduced ?? fact.sentence, facts: [fact] }];
  }
  const { feature, inProse } = fact;
  const plain = { text: fact.sentence, facts: [fact], follows: feature };
  const command = abilityOf(fact);
  if (command === undefined || facts.isSparing) return [plain];
  const named =
    inProse === undefined
      ? []
      : [{ text: `With ${inProse}, you can ${command}.`, facts: [fact], names: feature, isAbility: true }];
  return [...named, { text: `You can ${command}.`, facts: [fact], follows: feature, isAbility: true }, plain];
}

/** The command of a benefit that readers "can" do thanks to the feature. */
function abilityOf({ command }: Fact): string | undefined {
  return command === undefined || tellsAState(command) ? undefined : command;
}

/**
 * A paragraph on a feature: what it does, then what it lets readers do, in one sentence where that is short
 * enough. Where nothing before says of which feature, the first sentence must.
 *
 * @param isNamed whether a heading or the text before it names the feature
 * @returns an empty text where the feature cannot be named
 */
export function paragraphOn(
  said: readonly Fact[],
  facts: Facts,
  { isNamed = false }: { readonly isNamed?: boolean } = {},
): string {
  let isKnown = isNamed;
  const sentences: string[] = [];
  const abilities: string[] = [];
  for (const fact of said) {
    if (fact.isFragment === true) continue;
    const command = fact.kind === 'benefit' && !facts.isSparing ? abilityOf(fact) : undefined;
    if (fact.kind === 'feature') {
      sentences.push(isKnown ? fact.sentence : (fact.introduced ?? fact.sentence));
      isKnown = true;
    } else if (isKnown && command !== undefined) {
      abilities.push(command);
    } else if (isKnown) {
      sentences.push(fact.sentence);
    } else {
      const [named] = told(fact, facts).filter(({ names }) => names !== undefined);
      if (named === undefined) continue;
      sentences.push(named.text);
      isKnown = true;
    }
  }
  return [...sentences, ...abilitySentences(abilities)].join(' ');
}

/** A list in a sentence is read at once while it is no longer than this. */
const MAX_LISTED = { commands: 3, words: 24 } as const;

/** What readers can do: one sentence where the commands make a plain list, else a sentence each. */
function abilitySentences(commands: readonly string[]): string[] {
  const [first, second, ...rest] = commands;
  if (first === undefined) return [];
  if (second === undefined) return [`You can ${first}.`];
  const isShort = words(commands.join(' ')).length <= MAX_LISTED.words;
  if (isShort && commands.length <= MAX_LISTED.commands && commands.every(isPlainCommand)) {
    return [`You can ${listed(commands)}.`];
  }
  return [`You can ${first}.`, `You can also ${second}.`, ...rest.map((command) => asSentence(command))];
}

/** Whether a command may stand in a list with others. */
export function isPlainCommand(command: string): boolean {
  return !/,|(?<![\p{L}\p{N}])(?:and|or)(?![\p{L}\p{N}])/u.test(command);
}

/** People become a sentence; what is one already stays, and so does what speaks as the brand. */
function audienceSentence({ sentence, heading, people }: Fact, { isEnglish, brand }: Facts): string {
  if (people !== undefined) return `${brand} is for ${people}.`;
  const stands = !isEnglish || isStatement(heading) || speaks(heading) || /[!?]$/u.test(heading);
  return stands ? sentence : `Who it is for: ${heading}.`;
}

/** A question, and the sentence about a feature that answers it; without an answer nothing is asked. */
function asked(fact: Fact, facts: Facts): Sentence[] {
  if (fact.command === undefined || fact.isDependent === true) return [];
  const answer =
    fact.kind === 'benefit' ? descriptionFor(fact, facts) : nearestOffer(fact, facts.features)?.answer;
  if (answer === undefined || !shareTopic(fact.sentence, answer.sentence)) return [];
  return withReply(`Want to ${fact.command}?`, fact, answer, facts);
}

/** A question after a benefit, and the feature that answers it in words that both hold. */
function explained(fact: Fact, facts: Facts): Sentence[] {
  const [command, description] = [abilityOf(fact), descriptionFor(fact, facts)];
  if (command === undefined || description === undefined || fact.isDependent === true) return [];
  if (!shareTopic(fact.sentence, description.sentence)) return [];
  return withReply(`How do you ${command}?`, fact, description, facts);
}

/** A trouble, and what speaks of the same things. */
function answered(fact: Fact, facts: Facts): Sentence[] {
  const answer = facts.isEnglish ? nearestOffer(fact, facts.features)?.answer : undefined;
  return withReply(fact.sentence, fact, answer, facts);
}

/** Two sentences that belong together; a benefit that cannot name its feature brings the description along. */
function withReply(text: string, fact: Fact, answer: Fact | undefined, facts: Facts): Sentence[] {
  if (answer === undefined) return [];
  const [reply] = told(answer, facts);
  if (reply === undefined) return [];
  if (reply.follows === undefined) {
    return [{ ...reply, text: `${text} ${reply.text}`, facts: [fact, ...reply.facts] }];
  }
  const description = descriptionFor(answer, facts);
  return description === undefined
    ? []
    : [
        {
          text: `${text} ${description.introduced ?? description.sentence} ${answer.sentence}`,
          facts: [fact, description, answer],
        },
      ];
}

/** What the feature does that brings a benefit. */
export function descriptionFor(benefit: Fact, { features }: Facts): Fact | undefined {
  return features.find(({ benefits }) => benefits.includes(benefit))?.description;
}
