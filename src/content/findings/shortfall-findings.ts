import type { ActionableFinding } from '../../findings.js';
import type { ContentDraftInputs } from '../../inputs/schema.js';
import type { ContentDraft } from '../draft.js';
import type { Facts } from '../facts.js';
import type { Limit } from '../measure.js';
import type { Profile } from '../profiles/profile.js';
import { listed } from '../text.js';
import type { FormRule } from '../types/content-type.js';
import { contentTypes } from '../types/index.js';
import { finding } from './finding.js';

/** Names the fields that the type draws on and the profile lacks. */
export function missingFindings(
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
        : `The profile ${profile.name} says less than would complete ${type.title}`,
      `Drafts say only what the profile says, so ${made === 0 ? 'none was made' : 'what was made is shorter or plainer than it could be'}. Wanted: ${fields.join('; ')}.`,
      `Add to the profile ${profile.name}: ${listed(fields)}.`,
    ),
  ];
}

/** Fewer variants than were asked for, and why. */
export function tooFewFindings(
  inputs: ContentDraftInputs,
  profile: Profile,
  made: number,
  facts: Facts,
): ActionableFinding[] {
  const type = contentTypes[inputs.content_type];
  const isExplained = made === 0 && type.needs.some(({ isMet }) => !isMet(facts));
  if (made >= inputs.variants || isExplained) return [];
  const rules = rulesOf(type.limits, type.forms);
  return [
    finding(
      { kind: 'too-few', profile: profile.name, asked: inputs },
      made === 0 ? 'warning' : 'info',
      `The profile ${profile.name} supports ${made} of ${inputs.variants} drafts of ${inputs.content_type}`,
      made === 0
        ? `No choice of its sentences fits (${rules}), and none is cut to fit.`
        : `Each variant opens from another angle and may share at most 60 % of its words with another; further ones would repeat these. Shorter sentences that say different things give more (${rules}).`,
      made === 0
        ? `Add shorter sentences to the profile ${profile.name}: descriptions and benefits of features, goals and pain points.`
        : `Ask for ${made}, or add features, benefits, goals and pain points to the profile ${profile.name}.`,
    ),
  ];
}

/** Parts that a kind of content has, and for which no choice of sentences fitted. */
export function leftOutPartFindings(
  inputs: ContentDraftInputs,
  profile: Profile,
  drafts: readonly ContentDraft[],
): ActionableFinding[] {
  const type = contentTypes[inputs.content_type];
  const parts = new Set(
    type.limits
      .filter(({ measure, min }) => measure === 'characters' && min !== undefined)
      .map(({ part }) => part),
  );
  return [...parts].flatMap((part) => {
    const without = drafts.filter((draft) => !(part in draft.parts));
    if (without.length === 0) return [];
    const rules = rulesOf(
      type.limits.filter((limit) => limit.part === part),
      type.forms.filter(({ rule }) => rule.endsWith(` ${part}`)),
    );
    return [
      finding(
        {
          kind: 'part-left-out',
          profile: profile.name,
          part,
          drafts: without.map(({ draft_id }) => draft_id),
        },
        'info',
        `${without.length} of ${drafts.length} drafts of ${inputs.content_type} have no ${part}`,
        `No choice of the sentences of the profile ${profile.name} fits (${rules}), and none is cut to fit.`,
        `Write the ${part} by hand, or add shorter descriptions, benefits and keywords to the profile ${profile.name}.`,
      ),
    ];
  });
}

/** What a text is held to: `title 30 to 60 characters, the brand last in title`. */
function rulesOf(limits: readonly Limit[], forms: readonly FormRule[]): string {
  return [...limits.map(limitText), ...forms.map(({ rule }) => rule)].join(', ');
}

/** `title 30 to 60 characters`. */
function limitText({ part, measure, min, max }: Limit): string {
  const range =
    min === undefined
      ? `up to ${max ?? 'any number of'}`
      : max === undefined
        ? `at least ${min}`
        : `${min} to ${max}`;
  return `${part} ${range} ${measure}`;
}
