import { type Evidence, type Finding, contentId } from '../contracts/index.js';
import type { ActionableFinding } from '../findings.js';
import type { ContentDraftInputs } from '../inputs/schema.js';
import type { ContentType } from '../runners/payload-values.js';
import { contentDraft } from '../runners/content-draft.js';
import { jobTypeOf } from '../runners/runner.js';
import type { ContentDraft, DraftedContent } from './draft.js';
import type { Facts } from './facts.js';
import type { Profile } from './profiles/profile.js';
import type { LeftOut } from './sieve.js';
import { listed } from './text.js';
import { contentTypes } from './types/index.js';

/** What drafting showed: texts that no draft may say, fields that are missing, checks that failed. */
export function contentFindings(
  inputs: ContentDraftInputs,
  profile: Profile,
  { drafts, facts }: DraftedContent,
): ActionableFinding[] {
  return [
    ...leftOutFindings(profile, facts.leftOut),
    ...drafts.flatMap((draft) => failedFindings(profile, draft)),
    ...missingFindings(inputs, profile, drafts.length, facts),
    ...tooFewFindings(inputs, profile, drafts.length, facts),
    ...(drafts.length > 0 ? disclaimerFindings(inputs.content_type, profile) : []),
    ...languageFindings(profile, facts),
  ];
}

/** What the checks of content that was written elsewhere showed; what blocks it is the refusal's to say. */
export function elsewhereFindings(profile: Profile, draft: ContentDraft): ActionableFinding[] {
  return [
    ...(draft.checks_passed ? failedFindings(profile, draft) : []),
    ...disclaimerFindings(draft.content_type, profile),
  ];
}

type Kind = LeftOut['reason'];

/** How grave it is, and what the person who keeps the profile is told. */
const LEFT_OUT: Readonly<
  Record<Kind, { severity: Finding['severity']; title: string; why: string; remedy: string }>
> = {
  prohibited: {
    severity: 'critical',
    title: 'says what must never be said',
    why: 'Drafts leave these texts out; whoever drafts from the profile elsewhere would say them.',
    remedy: 'Rewrite these texts without the prohibited phrases.',
  },
  sensitive: {
    severity: 'warning',
    title: 'holds secrets or personal data',
    why: 'They were removed before anything was made, and drafts leave the texts out.',
    remedy: 'Take the data out of the profile.',
  },
  placeholder: {
    severity: 'warning',
    title: 'holds placeholders',
    why: 'A reader must never see them, so drafts leave these texts out.',
    remedy: 'Replace the placeholders by what they stand for.',
  },
  unfinished: {
    severity: 'info',
    title: 'holds sentences without an end',
    why: 'Drafts leave them out.',
    remedy: 'Finish these sentences.',
  },
  voice: {
    severity: 'info',
    title: 'speaks in a voice that drafts cannot take over',
    why: "Drafts leave these texts out: a customer speaks in them, or a trouble is named without a statement, and readers would take it for the brand's words.",
    remedy:
      'Write troubles as statements about the reader ("You pay too much for electricity"), goals as commands ("Spend less on heating").',
  },
  avoided: {
    severity: 'info',
    title: 'uses words that the brand avoids',
    why: 'Drafts leave these texts out.',
    remedy: 'Say it in other words, or take the word off the list.',
  },
};

function leftOutFindings(profile: Profile, leftOut: readonly LeftOut[]): ActionableFinding[] {
  return (Object.keys(LEFT_OUT) as Kind[]).flatMap((kind) => {
    const texts = leftOut.filter(({ reason }) => reason === kind);
    if (texts.length === 0) return [];
    const { severity, title, why, remedy } = LEFT_OUT[kind];
    const by = kind === 'prohibited' ? ` ${prohibitedBy(profile, texts)}` : '';
    const fields = texts.map(({ field, because }) => ({ field, because }));
    return [
      {
        finding: {
          id: contentId('finding', { kind, profile: profile.name, fields }),
          title: `The profile ${profile.name} ${title}`,
          description: `${texts.length === 1 ? 'One text is' : `${texts.length} texts are`} concerned.${by} ${why}`,
          severity,
          evidence: fields.slice(0, MAX_EVIDENCE).map(({ field, because }): Evidence => ({
            type: 'json_path',
            path: field,
            description: profile.chain[0] ?? profile.name,
            value: because,
          })),
          related_job_types: [jobTypeOf(contentDraft)],
        },
        action: remedy,
      },
    ];
  });
}

/** A finding shows the first ones, and counts them all. */
const MAX_EVIDENCE = 10;

function prohibitedBy({ prohibited }: Profile, texts: readonly LeftOut[]): string {
  const phrases = new Set(texts.map(({ because }) => because));
  return prohibited
    .filter(({ phrase }) => phrases.has(phrase))
    .map(({ phrase, profile }) => `The profile ${profile} prohibits "${phrase}".`)
    .join(' ');
}

/** Remarks that a person may leave as they are. */
const REMARKS: ReadonlySet<string> = new Set([
  'keyword_missing',
  'keyword_stuffing',
  'hard_to_read',
  'outside_limits',
]);

function failedFindings(profile: Profile, draft: ContentDraft): ActionableFinding[] {
  if (draft.failures.length === 0) return [];
  const failures = draft.failures.map(({ message }) => message).join('; it ');
  const isRemark = draft.failures.every(({ check }) => REMARKS.has(check));
  const what =
    draft.content_path === undefined ? `Draft ${draft.draft_id}` : `The content of ${draft.content_path}`;
  return [
    finding(
      { kind: 'failed', draft: draft.draft_id },
      draft.checks_passed ? (isRemark ? 'info' : 'warning') : 'critical',
      draft.checks_passed ? `${what} needs a second look` : `${what} failed a check and is not offered`,
      `It ${failures}.`,
      draft.content_path === undefined
        ? `Correct the text of the profile ${profile.name}: the draft ${failures}.`
        : `Correct the text: it ${failures}.`,
    ),
  ];
}

/** Names the fields that the type draws on and the profile lacks. */
function missingFindings(
  inputs: ContentDraftInputs,
  profile: Profile,
  made: number,
  facts: Facts,
): ActionableFinding[] {
  const type = contentTypes[inputs.content_type];
  const unmet = type.needs.filter(({ isMet }) => !isMet(facts));
  if (unmet.length === 0) return [];
  const fields = unmet.map(({ field, why }) => `${field} (${typeof why === 'string' ? why : why(facts)})`);
  return [
    finding(
      { kind: 'missing-fields', profile: profile.name, type: inputs.content_type, fields },
      made === 0 ? 'warning' : 'info',
      made === 0
        ? `The profile ${profile.name} lacks what ${type.title} needs`
        : `The profile ${profile.name} lacks fields that would complete ${type.title}`,
      `Drafts say only what the profile says, so ${made === 0 ? 'none was made' : 'what was made is shorter or plainer than it could be'}. Missing: ${fields.join('; ')}.`,
      `Add to the profile ${profile.name}: ${listed(fields)}.`,
    ),
  ];
}

function tooFewFindings(
  inputs: ContentDraftInputs,
  profile: Profile,
  made: number,
  facts: Facts,
): ActionableFinding[] {
  const type = contentTypes[inputs.content_type];
  const isExplained = made === 0 && type.needs.some(({ isMet }) => !isMet(facts));
  if (made >= inputs.variants || isExplained) return [];
  const limits = type.limits.map(limitText).join(', ');
  return [
    finding(
      { kind: 'too-few', profile: profile.name, asked: inputs },
      made === 0 ? 'warning' : 'info',
      `The profile ${profile.name} supports ${made} of ${inputs.variants} drafts of ${inputs.content_type}`,
      made === 0
        ? `No choice of its sentences fits the limits (${limits}), and none is cut to fit.`
        : `Each variant opens from another angle and may share at most 60 % of its words with another; further ones would repeat these. Shorter sentences that say different things give more (limits: ${limits}).`,
      made === 0
        ? `Add shorter sentences to the profile ${profile.name}: descriptions and benefits of features, goals and pain points.`
        : `Ask for ${made}, or add features, benefits, goals and pain points to the profile ${profile.name}.`,
    ),
  ];
}

/** `title 30 to 60 characters`. */
function limitText({
  part,
  measure,
  min,
  max,
}: {
  readonly part: string;
  readonly measure: string;
  readonly min?: number;
  readonly max?: number;
}): string {
  const range =
    min === undefined
      ? `up to ${max ?? 'any number of'}`
      : max === undefined
        ? `at least ${min}`
        : `${min} to ${max}`;
  return `${part} ${range} ${measure}`;
}

/** Kinds without room for the required disclaimers: the page behind them must carry these. */
function disclaimerFindings(contentType: ContentType, profile: Profile): ActionableFinding[] {
  const type = contentTypes[contentType];
  if (type.hasRoomForDisclaimers || profile.disclaimers.length === 0) return [];
  return [
    finding(
      { kind: 'disclaimer-elsewhere', profile: profile.name, type: contentType },
      'info',
      `The page behind the ${contentType} must carry the required disclaimer`,
      `There is no room for it in ${type.title}: ${profile.disclaimers.join(' ')}`,
    ),
  ];
}

function languageFindings(profile: Profile, { isEnglish }: Facts): ActionableFinding[] {
  if (isEnglish) return [];
  return [
    finding(
      { kind: 'language', profile: profile.name },
      'info',
      `The profile ${profile.name} is not in English`,
      'Drafts hold its own sentences alone, since those that join them are English; readability is left out, and so are e-mails.',
    ),
  ];
}

function finding(
  identity: Readonly<Record<string, unknown>>,
  severity: Finding['severity'],
  title: string,
  description: string,
  action?: string,
): ActionableFinding {
  const found: Finding = {
    id: contentId('finding', identity),
    title,
    description,
    severity,
    related_job_types: [jobTypeOf(contentDraft)],
  };
  return { finding: found, ...(action !== undefined && { action }) };
}
