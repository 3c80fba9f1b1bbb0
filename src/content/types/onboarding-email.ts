import { type Sentence, paragraphOn, storyOf } from '../angles.js';
import { emailHtml, emailText } from '../email.js';
import { nameInProse } from '../feature-name.js';
import { type Fact, type Facts, factsOf } from '../facts.js';
import { fitSentences } from '../fit.js';
import { headlinesOf, leadUnder, says } from '../headlines.js';
import { asSentence, characters, isQuestion, words } from '../text.js';
import { type ContentTypeDrafter, type Drafted, NEEDS, textOf, textPart } from './content-type.js';

const MAX_SUBJECT = 50;
const PREHEADER = { min: 40, max: 100 } as const;
const MAX_BODY_WORDS = 180;
const MAX_FEATURES = 3;
const SENTENCES_PER_FEATURE = 2;
const MIN_FEATURE_WORDS = 15;

/** Sending services put their own address there; the sender's law demands it (CAN-SPAM, GDPR). */
const UNSUBSCRIBE_PLACEHOLDER = '%unsubscribe_url%';

export const onboardingEmailDrafter: ContentTypeDrafter = {
  title: 'an onboarding e-mail',
  limits: [
    { part: 'subject', measure: 'characters', max: MAX_SUBJECT },
    { part: 'preheader', measure: 'characters', ...PREHEADER },
    { part: 'body', with: ['cta', 'disclaimers'], measure: 'words', max: MAX_BODY_WORDS },
  ],
  forms: [
    { rule: 'exactly one call to action', holds: (parts) => textOf(parts, 'cta') !== undefined },
    { rule: 'a way to unsubscribe', holds: (parts) => /unsubscribe/iu.test(textOf(parts, 'text') ?? '') },
  ],
  needs: [
    NEEDS.cta,
    NEEDS.url,
    NEEDS.facts,
    NEEDS.benefits,
    {
      field: 'features[].description, icp',
      why: 'English sentences: the greeting and the welcome are English',
      isMet: ({ isEnglish }) => isEnglish,
    },
  ],
  hasSearchMetadata: false,
  hasRoomForDisclaimers: true,
  derivedParts: ['text', 'html'],
  draft: draftEmail,
  published: (parts) => ({
    content: {
      subject_line: textPart(parts, 'subject'),
      headline: textPart(parts, 'preheader'),
      body: textPart(parts, 'text'),
      cta: textPart(parts, 'cta'),
    },
  }),
};

function draftEmail(...[facts, angle, used]: Parameters<ContentTypeDrafter['draft']>): Drafted | undefined {
  const { cta, brand, isEnglish } = facts;
  if (cta === undefined || !isEnglish) return undefined;
  const welcome = `Welcome to ${brand}`;
  const own = angle === 'feature_first' ? [] : headlinesOf(facts, angle, used);
  const headlines = own.filter((headline) => headline.facts.some((fact) => says(headline, fact)));
  const subject = [...headlines, { text: welcome, facts: [] }].find(
    ({ text }) => characters(text) <= MAX_SUBJECT,
  );
  if (subject === undefined) return undefined;
  const inSubject = subject.facts.filter((fact) => says(subject, fact));
  const isOther = (said: readonly Fact[]) => (sentence: Sentence) =>
    !sentence.facts.some((fact) => said.includes(fact));
  const { openers, support } = storyOf(facts, angle, used);
  const offered = [...leadUnder(subject, facts), ...openers, ...support].filter(isOther(inSubject));
  const preheader = fitSentences(
    offered.filter(({ follows }) => follows === undefined),
    offered,
    PREHEADER,
    { terms: facts },
  );
  if (preheader === undefined) return undefined;
  const body = bodyOf(
    facts,
    asSentence(welcome),
    offered.filter(isOther([...inSubject, ...preheader.facts])),
    used,
  );
  if (body === undefined) return undefined;
  const email = {
    subject: subject.text,
    preheader: preheader.text,
    greeting: 'Hello,',
    body: body.paragraphs,
    cta,
    ...(facts.disclaimers.length > 0 && { disclaimers: facts.disclaimers.join(' ') }),
  };
  const letter = { ...email, brand, url: facts.url, unsubscribe: UNSUBSCRIBE_PLACEHOLDER };
  return {
    parts: { ...email, text: emailText(letter), html: emailHtml(letter) },
    facts: [...inSubject, ...preheader.facts, ...body.facts],
  };
}

interface Body {
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
}

/**
 * The welcome with what the variant opens with, then features, as many as the words allow. Each paragraph
 * says of which feature it speaks, also where the inbox has shown that sentence already.
 */
function bodyOf(
  facts: Facts,
  welcome: string,
  offered: readonly Sentence[],
  used: ReadonlySet<Fact>,
): Body | undefined {
  const fixed = [facts.cta ?? '', ...facts.disclaimers];
  // A feature has a paragraph of its own.
  const opener = offered.find(
    (sentence) => sentence.facts.every(({ feature }) => feature === undefined) && !isQuestion(sentence.text),
  );
  const paragraphs = [[welcome, ...(opener === undefined ? [] : [opener.text])].join(' ')];
  const said = new Set(opener?.facts);
  const isRoomFor = (text: string) =>
    words([...paragraphs, text, ...fixed].join(' ')).length <= MAX_BODY_WORDS;
  if (!isRoomFor('')) return undefined;
  for (const feature of byFreshness(facts, used)) {
    if (paragraphs.length > MAX_FEATURES) break;
    const sentences = factsOf(feature).slice(0, SENTENCES_PER_FEATURE);
    const isNamed =
      feature.description !== undefined &&
      nameInProse(feature.name, feature.description.sentence) !== undefined;
    const text = paragraphOn(sentences, facts, { isNamed });
    if (text === '' || !isRoomFor(text)) continue;
    paragraphs.push(text);
    for (const fact of sentences) said.add(fact);
  }
  // A welcome that tells next to nothing is no letter.
  const told = words(paragraphs.slice(1).join(' ')).length;
  return told < MIN_FEATURE_WORDS ? undefined : { paragraphs, facts: [...said] };
}

/** Features of which no earlier variant spoke first. */
function byFreshness({ features }: Facts, used: ReadonlySet<Fact>): Facts['features'] {
  const isFresh = (feature: Facts['features'][number]) => factsOf(feature).every((fact) => !used.has(fact));
  return [...features.filter(isFresh), ...features.filter((feature) => !isFresh(feature))];
}
