import { type Finding, contentId } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import type { ActionableFinding } from '../findings.js';
import { percent } from '../funnel/statistics.js';
import { nearestFirst } from '../inputs/problems.js';
import { type ExperimentProposalsInputs, type ExperimentRunInputs, MAX_RUN_DAYS } from '../inputs/schema.js';
import type { JobRequestDraft } from '../jobforge/client.js';
import { experimentPropose } from '../runners/experiment-propose.js';
import { experimentRun } from '../runners/experiment-run.js';
import { jobTypeOf } from '../runners/runner.js';
import { enrolmentDays } from './duration.js';
import type { FunnelFacts } from './funnel-facts.js';
import type { ExperimentProposal } from './proposal.js';
import { type TestDesign, detectableEffect } from './sample-size.js';

/** Asks for the job that works the proposals out. */
export function proposeRequest(funnel: FunnelFacts, options: ExperimentProposalsInputs): JobRequestDraft {
  const [first, last] = [funnel.steps[0], funnel.steps.at(-1)];
  return {
    jobType: jobTypeOf(experimentPropose),
    payload: {
      funnel_metrics_id: funnel.id,
      funnel_name: funnel.name,
      max_proposals: options.max_proposals,
      drop_off_threshold: options.drop_off_threshold,
    },
    priority: 'normal',
    evidence: `Funnel ${funnel.name}: ${first?.users ?? 0} users entered, ${last?.users ?? 0} reached ${last?.name ?? 'the end'}.`,
  };
}

/** What became of the wish to run an experiment: a request, or a finding that says why not. */
export interface RunDecision {
  readonly request?: JobRequestDraft;
  readonly refusal?: ActionableFinding;
}

/**
 * Asks for the action job that runs a proposal, if the proposal can be tested at this traffic.
 *
 * @throws GrowthError `proposal_missing` for an id that is none of the proposals
 */
export function runRequest(
  inputs: ExperimentRunInputs,
  proposals: readonly ExperimentProposal[],
  maxDurationDays: number,
): RunDecision {
  const proposal = choose(inputs.proposal, proposals);
  if (proposal === undefined) {
    return {
      refusal: refusal(
        inputs.proposal,
        'No proposal can be tested at this traffic, so there is none to run.',
      ),
    };
  }
  const { proposal_id: id, sample_size: size, eligible_users_per_day: eligible } = proposal;
  if (size === null || eligible === null || eligible === 0) {
    const reason = `${id} has no sample size or no known traffic, so no duration can be worked out.`;
    return { refusal: refusal(inputs.proposal, reason) };
  }
  const allocation = inputs.traffic_allocation ?? proposal.allocation;
  const needed = enrolmentDays(size.total, eligible, allocation);
  const arithmetic = `${size.total} users ÷ (${eligible.toFixed(1)} a day × ${allocation}), in whole weeks and two at least, = ${needed === null ? 'more than a century' : `${needed} days`}`;
  const offered = inputs.duration_days ?? maxDurationDays;
  if (needed === null || needed > offered) {
    const limit =
      inputs.duration_days === undefined
        ? `experiment_proposals.max_duration_days is ${offered}`
        : `duration_days is ${offered}`;
    const reason = `${id} is not testable as asked: ${arithmetic}, but ${limit}. ${reachable(proposal, eligible * allocation * offered, offered)} ${remedy(needed, allocation)}`;
    return { refusal: refusal(inputs.proposal, reason) };
  }
  return {
    request: draftRun(
      proposal,
      inputs.duration_days ?? needed,
      allocation,
      arithmetic,
      inputs.approved_by_note,
    ),
  };
}

/** What the days offered can detect instead. */
function reachable(proposal: ExperimentProposal, users: number, days: number): string {
  const { alpha, power, sides, variants, ratio, baseline_rate: baseline } = proposal;
  const design: TestDesign = { alpha, power, sides, variants, ratio };
  const effect = detectableEffect(baseline, users, design);
  return effect === null
    ? `In ${days} days no effect could be detected.`
    : `In ${days} days an effect of ${percent(effect)} or more could be detected.`;
}

function remedy(needed: number | null, allocation: number): string {
  const longer = needed === null || needed > MAX_RUN_DAYS ? [] : [`set duration_days to ${needed}`];
  const wider = allocation < 1 ? ['raise the traffic allocation'] : [];
  const ways = [...longer, ...wider, 'choose a larger minimum_detectable_effect'].join(', or ');
  return `${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`;
}

function choose(wish: string, proposals: readonly ExperimentProposal[]): ExperimentProposal | undefined {
  if (wish === 'top') return proposals.find(({ testable }) => testable) ?? proposals[0];
  const found = proposals.find(({ proposal_id }) => proposal_id === wish);
  if (found !== undefined) return found;
  const ids = nearestFirst(
    wish,
    proposals.map(({ proposal_id }) => proposal_id),
  );
  const known = ids.length === 0 ? 'this analysis makes no proposal' : `there are ${ids.join(', ')}`;
  throw new GrowthError('proposal_missing', `/experiment_run/proposal: no proposal "${wish}"; ${known}`, {
    details: [{ path: '/experiment_run/proposal', message: `no proposal "${wish}"; ${known}` }],
  });
}

function draftRun(
  proposal: ExperimentProposal,
  durationDays: number,
  allocation: number,
  arithmetic: string,
  note: string | undefined,
): JobRequestDraft {
  const treatments = Array.from({ length: proposal.variants - 1 }, (_, index) => ({
    name: proposal.variants === 2 ? 'treatment' : `treatment_${index + 1}`,
    description: `The step ${proposal.target_step} with one change.`,
    changes: [...proposal.changes],
  }));
  return {
    jobType: jobTypeOf(experimentRun),
    payload: {
      proposal_id: proposal.proposal_id,
      experiment_title: proposal.title,
      hypothesis: proposal.hypothesis,
      target_step: proposal.target_step,
      variants: [
        { name: 'control', description: `The step ${proposal.target_step} as it is.`, changes: [] },
        ...treatments,
      ],
      duration_days: durationDays,
      traffic_allocation: allocation,
      success_metric: proposal.primary_metric,
      minimum_detectable_effect: Number((proposal.minimum_detectable_effect * 100).toFixed(6)),
    },
    priority: 'normal',
    evidence: `${arithmetic}; detects a relative change of ${percent(proposal.minimum_detectable_effect)} of ${percent(proposal.baseline_rate)}.${note === undefined ? '' : ` ${note}`}`,
  };
}

function refusal(wish: string, reason: string): ActionableFinding {
  const finding: Finding = {
    id: contentId('finding', { refused: jobTypeOf(experimentRun), wish }),
    title: 'The experiment asked for cannot be run as it is',
    description: `${reason} No ${jobTypeOf(experimentRun)} request was made.`,
    severity: 'warning',
    evidence: [{ type: 'calculation', path: '/experiment_run', description: reason }],
    related_job_types: [jobTypeOf(experimentRun)],
  };
  return { finding, action: reason };
}
