import { BUNDLE_LIMITS, type Finding, canonicalJson, contentId } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import type { ActionableFinding } from '../findings.js';
import { nearestFirst } from '../inputs/problems.js';
import type { ContentDraftInputs } from '../inputs/schema.js';
import type { JobRequestDraft } from '../jobforge/client.js';
import { contentDraft } from '../runners/content-draft.js';
import { publishContent } from '../runners/publish-content.js';
import { jobTypeOf } from '../runners/runner.js';
import type { ContentDraft } from './draft.js';
import type { Profile } from './profiles/profile.js';
import type { PublishedForm } from './types/content-type.js';
import { contentTypes } from './types/index.js';

/** Asks for the job that drafts, with a language model or without. */
export function draftRequest(
  inputs: ContentDraftInputs,
  profile: Profile,
  drafts: readonly ContentDraft[],
): JobRequestDraft {
  return {
    jobType: jobTypeOf(contentDraft),
    payload: {
      profile_name: profile.name,
      content_type: inputs.content_type,
      goal: inputs.goal,
      keywords: [...(inputs.keywords.length > 0 ? inputs.keywords : profile.keywords.primary)],
      features: inputs.features.length > 0 ? [...inputs.features] : profile.features.map(({ name }) => name),
      ...(inputs.audience !== undefined && { target_audience: inputs.audience }),
      use_llm: inputs.llm_provider !== undefined,
      ...(inputs.llm_provider !== undefined && { llm_provider: inputs.llm_provider }),
      variant_count: inputs.variants,
    },
    priority: 'low',
    evidence: `${inputs.content_type} for the profile ${profile.name}: ${drafts.length} of ${inputs.variants} drafted here.`,
  };
}

/** What became of the wish to publish: a request, or a finding that says why not. */
export interface PublishDecision {
  readonly request?: JobRequestDraft;
  readonly refusal?: ActionableFinding;
}

/**
 * Asks for the action job that publishes a draft of this analysis, if it passed its checks.
 *
 * @param wish "top" or the id of a draft
 * @throws GrowthError `draft_missing` for an id that is none of the drafts, `limit_exceeded` for a payload above 64 KiB
 */
export function publishDraft(
  wish: string,
  destination: string,
  drafts: readonly ContentDraft[],
): PublishDecision {
  const draft = choose(wish, drafts);
  if (draft === undefined) {
    const reason =
      drafts.length === 0
        ? 'This analysis makes no draft: ask for one under content_draft, or name content_path.'
        : 'No draft of this analysis passed its checks, so there is none to publish.';
    return refused(wish, reason);
  }
  return publishIfPassed(draft, destination, contentTypes[draft.content_type].published(draft.parts));
}

/**
 * Asks for the action job that publishes content, if it passed its checks.
 *
 * @throws GrowthError `limit_exceeded` for a payload above 64 KiB
 */
export function publishIfPassed(
  draft: ContentDraft,
  destination: string,
  { content, seo_metadata }: PublishedForm,
): PublishDecision {
  const failures = draft.failures.map(({ message }) => message).join('; it ');
  if (!draft.checks_passed) {
    const what =
      draft.content_path === undefined
        ? `The draft ${draft.draft_id}`
        : `The content of ${draft.content_path}`;
    return refused(draft.draft_id, `${what} ${failures}.`);
  }
  const payload = {
    draft_id: draft.draft_id,
    content_type: draft.content_type,
    destination,
    content,
    ...(seo_metadata !== undefined && {
      seo_metadata: { ...seo_metadata, keywords: [...draft.keywords_used] },
    }),
  };
  refuseTooLarge(payload, draft);
  return {
    request: {
      jobType: jobTypeOf(publishContent),
      payload,
      priority: 'low',
      evidence: `${draft.content_path ?? `Draft ${draft.draft_id}`} (${draft.content_type}, ${draft.profile}) passed its checks.`,
    },
  };
}

function refuseTooLarge(payload: object, { draft_id, content_path }: ContentDraft): void {
  const { maxPayloadBytes } = BUNDLE_LIMITS;
  const bytes = Buffer.byteLength(canonicalJson(payload));
  if (bytes <= maxPayloadBytes) return;
  const path = content_path === undefined ? '/publish_content/draft' : '/publish_content/content_path';
  const message = `${content_path ?? draft_id} makes a payload of ${bytes} bytes; JobForge takes ${maxPayloadBytes} at most`;
  throw new GrowthError('limit_exceeded', `${path}: ${message}`, {
    hint: 'Shorten the content, or part it and publish the parts one by one.',
    details: [{ path, message }],
  });
}

function choose(wish: string, drafts: readonly ContentDraft[]): ContentDraft | undefined {
  if (wish === 'top') return drafts.find(({ checks_passed }) => checks_passed);
  const found = drafts.find(({ draft_id }) => draft_id === wish);
  if (found !== undefined) return found;
  const ids = nearestFirst(
    wish,
    drafts.map(({ draft_id }) => draft_id),
  );
  const known = ids.length === 0 ? 'this analysis makes no draft' : `there are ${ids.join(', ')}`;
  throw new GrowthError('draft_missing', `/publish_content/draft: no draft "${wish}"; ${known}`, {
    details: [{ path: '/publish_content/draft', message: `no draft "${wish}"; ${known}` }],
  });
}

function refused(wish: string, reason: string): PublishDecision {
  const finding: Finding = {
    id: contentId('finding', { refused: jobTypeOf(publishContent), wish }),
    title: 'The content asked for cannot be published',
    description: `${reason} No ${jobTypeOf(publishContent)} request was made.`,
    severity: 'critical',
    related_job_types: [jobTypeOf(publishContent)],
  };
  return { refusal: { finding, action: `${reason} Correct it and run the analysis again.` } };
}
