import { type Finding, contentId } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import type { ActionableFinding } from '../findings.js';
import { nearestFirst } from '../inputs/problems.js';
import type { ContentDraftInputs, PublishContentInputs } from '../inputs/schema.js';
import type { JobRequestDraft } from '../jobforge/client.js';
import { contentDraft } from '../runners/content-draft.js';
import { publishContent } from '../runners/publish-content.js';
import { jobTypeOf } from '../runners/runner.js';
import type { ContentDraft } from './draft.js';
import type { Profile } from './profile.js';
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

/** What drafting showed: kinds not drafted here, too few facts, checks failed. */
export function contentFindings(
  inputs: ContentDraftInputs,
  profile: Profile,
  drafts: readonly ContentDraft[],
): ActionableFinding[] {
  const type = contentTypes[inputs.content_type];
  if (type === undefined) {
    return [
      finding(inputs, profile, 'not-drafted', 'info', {
        title: `No ${inputs.content_type} was drafted here`,
        description: `This version drafts ${Object.keys(contentTypes).join(', ')} itself. The job request for ${inputs.content_type} was made all the same.`,
      }),
    ];
  }
  const findings = drafts.flatMap((draft) => failed(inputs, profile, draft));
  if (drafts.length < inputs.variants) {
    findings.push(
      finding(inputs, profile, 'too-few-facts', drafts.length === 0 ? 'warning' : 'info', {
        title: `The profile ${profile.name} supports ${drafts.length} of ${inputs.variants} drafts of ${inputs.content_type}`,
        description: `Drafts say only what the profile says, and variants must differ. For more it needs ${type.needs}. Limits: ${type.limits}.`,
        action: `Add to the profile ${profile.name}: ${type.needs}.`,
      }),
    );
  }
  if (!type.hasRoomForDisclaimers && profile.disclaimers.length > 0 && drafts.length > 0) {
    findings.push(
      finding(inputs, profile, 'disclaimer-elsewhere', 'info', {
        title: `The page behind the ${inputs.content_type} must carry the required disclaimer`,
        description: `A ${inputs.content_type} has no room for it: ${profile.disclaimers.join(' ')}`,
      }),
    );
  }
  return findings;
}

function failed(inputs: ContentDraftInputs, profile: Profile, draft: ContentDraft): ActionableFinding[] {
  if (draft.failures.length === 0) return [];
  return [
    finding(inputs, profile, `failed-${draft.draft_id}`, draft.checks_passed ? 'warning' : 'critical', {
      title: draft.checks_passed
        ? `Draft ${draft.draft_id} needs a second look`
        : `Draft ${draft.draft_id} failed a check and is not offered`,
      description: `The draft ${draft.failures.map(({ message }) => message).join('; it ')}. Correct the profile's own text.`,
      action: `Correct the text of the profile ${profile.name}: the draft ${draft.failures.map(({ message }) => message).join('; it ')}.`,
    }),
  ];
}

/** What became of the wish to publish: a request, or a finding that says why not. */
export interface PublishDecision {
  readonly request?: JobRequestDraft;
  readonly refusal?: ActionableFinding;
}

/**
 * Asks for the action job that publishes a draft, if the draft passed its checks.
 *
 * @throws GrowthError `draft_missing` for an id that is none of the drafts
 */
export function publishRequest(
  inputs: PublishContentInputs,
  drafts: readonly ContentDraft[],
): PublishDecision {
  const draft = choose(inputs.draft, drafts);
  const type = draft === undefined ? undefined : contentTypes[draft.content_type];
  if (draft === undefined || type === undefined || !draft.checks_passed) {
    const reason =
      draft === undefined
        ? 'No draft of this analysis passed its checks, so there is none to publish.'
        : `Draft ${draft.draft_id} failed a check: ${draft.failures.map(({ message }) => message).join('; ')}.`;
    return { refusal: refusal(inputs.draft, reason) };
  }
  const { content, seo_metadata } = type.published(draft.parts);
  return {
    request: {
      jobType: jobTypeOf(publishContent),
      payload: {
        draft_id: draft.draft_id,
        content_type: draft.content_type,
        destination: inputs.destination,
        content,
        ...(seo_metadata !== undefined && {
          seo_metadata: { ...seo_metadata, keywords: [...draft.keywords_used] },
        }),
      },
      priority: 'low',
      evidence: `Draft ${draft.draft_id} (${draft.content_type}, ${draft.profile}) passed its checks.`,
    },
  };
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

function refusal(wish: string, reason: string): ActionableFinding {
  const finding: Finding = {
    id: contentId('finding', { refused: jobTypeOf(publishContent), wish }),
    title: 'The draft asked for cannot be published',
    description: `${reason} No ${jobTypeOf(publishContent)} request was made.`,
    severity: 'critical',
    related_job_types: [jobTypeOf(publishContent)],
  };
  return { finding, action: reason };
}

function finding(
  inputs: ContentDraftInputs,
  profile: Profile,
  kind: string,
  severity: Finding['severity'],
  { action, ...text }: Pick<Finding, 'title' | 'description'> & { action?: string },
): ActionableFinding {
  const finding: Finding = {
    id: contentId('finding', { kind, profile: profile.name, asked: inputs }),
    severity,
    related_job_types: [jobTypeOf(contentDraft)],
    ...text,
  };
  return { finding, ...(action !== undefined && { action }) };
}
