import type { ActionableFinding } from '../../findings.js';
import type { ContentDraftInputs } from '../../inputs/schema.js';
import type { ContentType } from '../../runners/payload-values.js';
import type { ContentDraft, DraftedContent } from '../draft.js';
import type { Facts } from '../facts.js';
import type { Profile } from '../profiles/profile.js';
import { asSentence } from '../text.js';
import { contentTypes } from '../types/index.js';
import { finding } from './finding.js';
import { leftOutFindings } from './left-out-findings.js';
import { leftOutPartFindings, missingFindings, tooFewFindings } from './shortfall-findings.js';

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
    ...leftOutPartFindings(inputs, profile, drafts),
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

/** Kinds without room for the required disclaimers: the page behind them must carry these. */
function disclaimerFindings(contentType: ContentType, profile: Profile): ActionableFinding[] {
  const type = contentTypes[contentType];
  if (type.hasRoomForDisclaimers || profile.disclaimers.length === 0) return [];
  return [
    finding(
      { kind: 'disclaimer-elsewhere', profile: profile.name, type: contentType },
      'info',
      `The page behind the ${contentType} must carry the required disclaimer`,
      `There is no room for it in ${type.title}: ${profile.disclaimers.map(asSentence).join(' ')}`,
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
