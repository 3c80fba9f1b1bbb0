import { contentId } from '../contracts/index.js';
import type { Interval } from '../funnel/summary.js';
import { percent, round9, wilson95 } from '../funnel/statistics.js';
import type { ExperimentProposalsInputs } from '../inputs/schema.js';
import { type DecisionRule, decisionRule } from './decision-rule.js';
import { enrolmentDays, maturityDays } from './duration.js';
import { type ExpectedValue, expectedValue } from './expected-value.js';
import type { FunnelFacts } from './funnel-facts.js';
import { assumptions, guardrails } from './plan-text.js';
import { type SampleSize, type TestDesign, detectableEffect, sampleSize } from './sample-size.js';

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
  /** Smallest relative effects that enrolling for so many days could detect; null for none. */
  readonly reachable_mde: readonly { readonly days: number; readonly mde: number | null }[];
  /** Null where there is no sample size or no known traffic. */
  readonly expected_value: ExpectedValue | null;
  /** Expected value, mid case, by week of enrolment: what proposals are ranked by. */
  readonly expected_value_per_test_week: number | null;
  /** Null where there is no sample size. */
  readonly decision_rule: DecisionRule | null;
  readonly assumptions: readonly string[];
  readonly guardrails: readonly string[];
  readonly primary_metric: string;
  readonly changes: readonly string[];
}

const REACHABLE_DAYS = [14, 28, 56] as const;
/** Segments with fewer users at the step tell too little to bound a lift. */
const MIN_SEGMENT_USERS = 30;

/**
 * One proposal for each step before which at least the threshold's share of users is lost: the
 * testable first, then by expected value per test week, then by users lost.
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
    return [propose(funnel, { from, target: step, fromIndex: index }, options)];
  });
  const worth = (plan: ExperimentProposal) => plan.expected_value_per_test_week ?? -1;
  return proposals
    .sort(
      (a, b) =>
        Number(b.testable) - Number(a.testable) ||
        worth(b) - worth(a) ||
        b.users_lost - a.users_lost ||
        (a.proposal_id < b.proposal_id ? -1 : 1),
    )
    .slice(0, options.max_proposals);
}

type Step = FunnelFacts['steps'][number];

/** The step under test: users go from one step to the next. */
interface Transition {
  readonly from: Step;
  readonly target: Step;
  /** From 0. */
  readonly fromIndex: number;
}

function propose(
  funnel: FunnelFacts,
  transition: Transition,
  options: ExperimentProposalsInputs,
): ExperimentProposal {
  const { from, target } = transition;
  const design = designOf(options);
  const effect = options.minimum_detectable_effect;
  const baseline = target.users / from.users;
  const interval = wilson95(target.users, from.users) ?? [0, 1];
  const ceiling = bestSegmentBound(funnel, transition);
  const eligible = eligibleUsers(funnel, from, options);
  const size = sampleSize(baseline, effect, design);
  const duration =
    size === null || eligible === null ? null : enrolmentDays(size.total, eligible, options.allocation);
  const value =
    size === null || eligible === null
      ? null
      : expectedValue(
          {
            baseline,
            baselineLow: interval[0],
            ceiling: ceiling?.rate ?? 1,
            eligiblePerDay: eligible,
            downstream: (funnel.steps.at(-1)?.users ?? 0) / target.users,
          },
          size.control,
          design,
          options,
        );
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
    baseline_wilson95: [round9(interval[0]), round9(interval[1])],
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
    expected_value: value,
    expected_value_per_test_week:
      value === null || duration === null ? null : round9(value.mid / (duration / 7)),
    decision_rule: size === null ? null : decisionRule(baseline, size, design),
    assumptions: assumptions(
      { funnel, from, target, eligible, ceiling, wantedRate: baseline * (1 + effect) },
      options,
    ),
    guardrails: guardrails(from.name, target.name, funnel.steps.at(-1)?.name ?? target.name, design),
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

/** Upper Wilson bound of the segment with the highest rate: no lift of the whole is taken to pass it. */
function bestSegmentBound(
  funnel: FunnelFacts,
  { from, target, fromIndex }: Transition,
): { readonly segment: string; readonly rate: number } | null {
  const rates = (funnel.segments ?? []).flatMap(({ value, users }) => {
    const [reached = 0, passed = 0] = users.slice(fromIndex, fromIndex + 2);
    const bounds = reached < MIN_SEGMENT_USERS ? null : wilson95(passed, reached);
    return bounds === null ? [] : [{ segment: value, rate: bounds[1], observed: passed / reached }];
  });
  const best = rates.reduce<(typeof rates)[number] | null>(
    (highest, one) => (highest === null || one.observed > highest.observed ? one : highest),
    null,
  );
  // Where only small segments do better than the whole, what is left bounds nothing.
  if (best === null || best.rate < target.users / from.users) return null;
  return { segment: best.segment, rate: best.rate };
}

function hypothesis(from: Step, target: Step, baseline: number, effect: number): string {
  const now = percent(baseline);
  const today = `${target.users} of ${from.users} users who reach ${from.name} go on to ${target.name} (${now}).`;
  const lifted = baseline * (1 + effect);
  if (lifted >= 1)
    return `${today} A rise of ${percent(effect)} (relative) would pass 100 %, so there is no test for it.`;
  return `${today} If one change to that step helps them, the share rises to at least ${percent(lifted)} (${percent(effect)} more, relative).`;
}

function roundedEffect(baseline: number, total: number, design: TestDesign): number | null {
  const effect = detectableEffect(baseline, total, design);
  return effect === null ? null : round9(effect);
}
