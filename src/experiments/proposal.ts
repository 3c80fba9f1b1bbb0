import { contentId } from '../contracts/index.js';
import type { Interval } from '../funnel/summary.js';
import { percent, round9, wilson95 } from '../funnel/statistics.js';
import type { ExperimentProposalsInputs } from '../inputs/schema.js';
import { type SampleSize, type TestDesign, detectableEffect, sampleSize } from './sample-size.js';

/** The funnel that proposals stand on: counted here, or handed in. */
export interface FunnelFacts {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly { readonly name: string; readonly users: number }[];
  readonly windowSeconds: number | null;
  /** Days that the events cover; null where unknown. */
  readonly spanDays: number | null;
}

export interface ExperimentProposal {
  readonly proposal_id: string;
  readonly title: string;
  readonly hypothesis: string;
  readonly from_step: string;
  readonly target_step: string;
  readonly users_reaching: number;
  readonly users_lost: number;
  readonly baseline_rate: number;
  readonly baseline_wilson95: Interval;
  /** Relative: 0.1 is 10 %. */
  readonly minimum_detectable_effect: number;
  readonly alpha: number;
  readonly power: number;
  readonly sides: 1 | 2;
  readonly variants: number;
  readonly ratio: number;
  /** Null where the effect would lift the rate to 1 or beyond, or no user converts. */
  readonly sample_size: SampleSize | null;
  /** Null where neither the inputs nor the data tell. */
  readonly eligible_users_per_day: number | null;
  readonly allocation: number;
  readonly duration_days: number | null;
  readonly read_on_day: number | null;
  readonly testable: boolean;
  readonly reachable_mde: readonly { readonly days: number; readonly mde: number | null }[];
  readonly assumptions: readonly string[];
  readonly guardrails: readonly string[];
  readonly primary_metric: string;
  readonly changes: readonly string[];
}

const DAY_SECONDS = 86_400;
const MIN_DAYS = 14;
/** Beyond a century a duration says nothing but that there is no test. */
const MAX_DAYS = 36_500;
const REACHABLE_DAYS = [14, 28, 56] as const;

/**
 * One proposal for each step before which at least the threshold's share of users is lost, the
 * testable first, then by users lost.
 */
export function proposeExperiments(
  funnel: FunnelFacts,
  options: ExperimentProposalsInputs,
): ExperimentProposal[] {
  const proposals = funnel.steps.slice(1).flatMap((step, index) => {
    const from = funnel.steps[index];
    if (from === undefined || from.users === 0) return [];
    const lost = from.users - step.users;
    if (lost <= 0 || lost / from.users < options.drop_off_threshold) return [];
    return [propose(funnel, from, step, options)];
  });
  return proposals
    .sort(
      (a, b) =>
        Number(b.testable) - Number(a.testable) ||
        b.users_lost - a.users_lost ||
        (a.proposal_id < b.proposal_id ? -1 : 1),
    )
    .slice(0, options.max_proposals);
}

type Step = FunnelFacts['steps'][number];

function propose(
  funnel: FunnelFacts,
  from: Step,
  target: Step,
  options: ExperimentProposalsInputs,
): ExperimentProposal {
  const design = designOf(options);
  const effect = options.minimum_detectable_effect;
  const baseline = target.users / from.users;
  const eligible = eligibleUsers(funnel, from, options);
  const size = sampleSize(baseline, effect, design);
  const duration =
    size === null || eligible === null ? null : enrolmentDays(size.total, eligible, options.allocation);
  const identity = { funnel: funnel.name, from: from.name, target: target.name, effect, ...design };
  return {
    proposal_id: contentId('proposal', identity),
    title: `Raise the share of users who go from ${from.name} to ${target.name}`,
    hypothesis: hypothesis(from, target, baseline, effect),
    from_step: from.name,
    target_step: target.name,
    users_reaching: from.users,
    users_lost: from.users - target.users,
    baseline_rate: round9(baseline),
    baseline_wilson95: roundedInterval(target.users, from.users),
    minimum_detectable_effect: effect,
    ...design,
    sample_size: size,
    eligible_users_per_day: eligible === null ? null : round9(eligible),
    allocation: options.allocation,
    duration_days: duration,
    read_on_day: duration === null ? null : duration + maturityDays(funnel.windowSeconds),
    testable: duration !== null && duration <= options.max_duration_days,
    reachable_mde: REACHABLE_DAYS.map((days) => ({
      days,
      mde: eligible === null ? null : roundedEffect(baseline, eligible * options.allocation * days, design),
    })),
    assumptions: assumptions(funnel, from, options, eligible),
    guardrails: GUARDRAILS,
    primary_metric: `conversion from ${from.name} to ${target.name}`,
    changes: [
      `One change to what users meet between ${from.name} and ${target.name}, chosen from what is observed there`,
    ],
  };
}

function designOf({ alpha, power, sides, variants, ratio }: ExperimentProposalsInputs): TestDesign {
  return { alpha, power, sides, variants, ratio };
}

/** Users a day who reach the step under test, not visitors. */
function eligibleUsers(funnel: FunnelFacts, from: Step, options: ExperimentProposalsInputs): number | null {
  if (options.eligible_users_per_day !== undefined) return options.eligible_users_per_day;
  return funnel.spanDays === null ? null : from.users / funnel.spanDays;
}

/** Days to enrol, in whole weeks, two at least: weekdays differ. Null beyond a century. */
export function enrolmentDays(total: number, eligiblePerDay: number, allocation: number): number | null {
  const days = Math.ceil(total / (eligiblePerDay * allocation) - 1e-9);
  return days > MAX_DAYS ? null : Math.max(MIN_DAYS, Math.ceil(days / 7) * 7);
}

/** The last who enrol need the whole window to convert. */
function maturityDays(windowSeconds: number | null): number {
  return windowSeconds === null ? 0 : Math.ceil(windowSeconds / DAY_SECONDS);
}

function hypothesis(from: Step, target: Step, baseline: number, effect: number): string {
  const [now, then] = [percent(baseline), percent(Math.min(1, baseline * (1 + effect)))];
  return `${target.users} of ${from.users} users who reach ${from.name} go on to ${target.name} (${now}). If one change to that step helps them, the share rises to at least ${then} (${percent(effect)} more, relative).`;
}

function assumptions(
  funnel: FunnelFacts,
  from: Step,
  options: ExperimentProposalsInputs,
  eligible: number | null,
): string[] {
  const traffic =
    options.eligible_users_per_day === undefined
      ? eligible === null
        ? 'Users a day are unknown: set eligible_users_per_day to get a duration.'
        : `Traffic stays as in the data: ${from.users} users reached ${from.name} in ${round9(funnel.spanDays ?? 0).toFixed(1)} days.`
      : `${options.eligible_users_per_day} users a day reach ${from.name}, as the inputs say.`;
  return [
    traffic,
    'Why users stop here is not in the data; the change to test is a person’s choice.',
    'How large its effect will be is unknown; the test is sized for the smallest effect worth detecting, not for a forecast.',
    ...(funnel.windowSeconds === null
      ? ['The funnel has no window, so the wait after enrolment is yours to set.']
      : []),
  ];
}

const GUARDRAILS: readonly string[] = [
  'Randomize by user and analyse by user; expose users at the step, not before.',
  'One primary metric; watch two or three others that must not fall, with margins written down before.',
  'Check the sample ratio (chi-squared); stop and look for a bug at p < 0.001.',
  'Fix sample size and stop date before the start; no peeking, which raises false alarms of 5 % to 20–30 %.',
  'Run whole weeks, two at least; look for a novelty effect before deciding.',
  'Leave out bots and staff.',
  'If the interval of the difference includes zero, keep the control.',
];

function roundedInterval(part: number, whole: number): Interval {
  const [low, high] = wilson95(part, whole) ?? [0, 1];
  return [round9(low), round9(high)];
}

function roundedEffect(baseline: number, total: number, design: TestDesign): number | null {
  const effect = detectableEffect(baseline, total, design);
  return effect === null ? null : round9(effect);
}
