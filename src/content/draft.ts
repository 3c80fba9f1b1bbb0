import { contentId } from '../contracts/index.js';
import type { ContentDraftInputs } from '../inputs/schema.js';
import type { ContentType } from '../runners/payload-values.js';
import { ANGLES, type Angle, writeBrief } from './brief.js';
import { type CheckFailure, checkDraft } from './checks.js';
import type { Profile } from './profile.js';
import { characters, holdsPhrase, jaccard, words } from './text.js';
import type { DraftParts } from './types/content-type.js';
import { contentTypes } from './types/index.js';

export interface ContentDraft {
  readonly draft_id: string;
  readonly content_type: ContentType;
  readonly profile: string;
  /** From 1. */
  readonly variant: number;
  readonly angle: Angle;
  readonly parts: DraftParts;
  readonly limits: string;
  readonly characters: number;
  readonly words: number;
  readonly keywords_used: readonly string[];
  readonly keywords_missing: readonly string[];
  readonly disclaimers: readonly string[];
  readonly checks_passed: boolean;
  readonly failures: readonly CheckFailure[];
}

/** Two variants that share more of their words than this are the same to a reader. */
const MAX_LIKENESS = 0.6;

/**
 * Drafts content from a profile: one variant per angle, each fitted to its limits by choosing whole
 * sentences, pairwise distinct, and checked.
 *
 * @returns fewer drafts than asked for where the profile does not support more; none where the kind
 * of content is not drafted here
 */
export function draftContent(inputs: ContentDraftInputs, profile: Profile): ContentDraft[] {
  const type = contentTypes[inputs.content_type];
  if (type === undefined) return [];
  const brief = writeBrief(profile, inputs);
  const sources = [JSON.stringify(profile), inputs.goal, ...inputs.features, ...inputs.keywords];
  const drafts: ContentDraft[] = [];
  for (const angle of ANGLES) {
    if (drafts.length === inputs.variants) break;
    const parts = type.draft(brief, angle);
    if (parts === undefined) continue;
    const text = draftText(parts);
    if (drafts.some((other) => jaccard(draftText(other.parts), text) > MAX_LIKENESS)) continue;
    const failures = checkDraft(text, profile, sources);
    drafts.push({
      draft_id: contentId('draft', {
        profile: profile.name,
        type: inputs.content_type,
        goal: inputs.goal,
        angle,
        parts,
      }),
      content_type: inputs.content_type,
      profile: profile.name,
      variant: drafts.length + 1,
      angle,
      parts,
      limits: type.limits,
      characters: characters(text),
      words: words(text).length,
      keywords_used: brief.keywords.filter((keyword) => holdsPhrase(text, keyword)),
      keywords_missing: brief.keywords.filter((keyword) => !holdsPhrase(text, keyword)),
      disclaimers: type.hasRoomForDisclaimers ? brief.disclaimers : [],
      checks_passed: failures.every(({ isBlocking }) => !isBlocking),
      failures,
    });
  }
  return drafts;
}

/** All texts of a draft, one after the other. */
function draftText(parts: DraftParts): string {
  return Object.values(parts)
    .flatMap((part) => (typeof part === 'string' ? [part] : part.flatMap(({ title, text }) => [title, text])))
    .join('\n');
}
