import { type Finding, contentId } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import type { ActionableFinding } from '../findings.js';
import { percent } from '../funnel/statistics.js';
import { nearestFirst } from '../inputs/problems.js';
import type { ExperimentProposalsInputs, ExperimentRunInputs } from '../inputs/schema.js';
import type { JobRequestDraft } from '../jobforge/client.js';
import { experimentPropose } from '../runners/experiment-propose.js';
import { experimentRun } from '../runners/experiment-run.js';
import { jobTypeOf } from '../runners/runner.js';
import { type ExperimentProposal, type FunnelFacts, enrolmentDays } from './proposal.js';

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
  const allocation = inputs.traffic_allocation ?? proposal.allocation;
  const { sample_size: size, eligible_users_per_day: eligible } = proposal;
  if (size === null || eligible === null || eligible === 0) {
    const reason = `${proposal.proposal_id} has no sample size or no known traffic, so no duration can be worked out.`;
    return { refusal: refusal(inputs.proposal, reason) };
  }
  const needed = Math.ceil(size.total / (eligible * allocation) - 1e-9);
  const arithmetic = `${size.total} users ÷ (${eligible.toFixed(1)} a day × ${allocation}) = ${needed} days`;
  if (inputs.duration_days === undefined ? !proposal.testable : inputs.duration_days < needed) {
    const offered =
      inputs.duration_days === undefined
        ? 'the longest test allowed is shorter'
        : `duration_days is ${inputs.duration_days}`;
    const reason = `${proposal.proposal_id} is not testable as asked: ${arithmetic}, but ${offered}. Set duration_days to at least ${needed}, or choose a larger minimum_detectable_effect.`;
    return { refusal: refusal(inputs.proposal, reason) };
  }
  const duration = inputs.duration_days ?? enrolmentDays(size.total, eligible, allocation);
  return { request: draftRun(proposal, duration, allocation, arithmetic, inputs.approved_by_note) };
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
