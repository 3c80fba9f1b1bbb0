import { percent, round9 } from '../funnel/statistics.js';
import type { ExperimentProposalsInputs } from '../inputs/schema.js';
import type { FunnelFacts } from './funnel-facts.js';
import { SAMPLE_RATIO_ALARM } from './sample-ratio.js';
import type { TestDesign } from './sample-size.js';

/** What assumptions are made about. */
export interface PlannedStep {
  readonly funnel: FunnelFacts;
  readonly from: FunnelFacts['steps'][number];
  readonly target: FunnelFacts['steps'][number];
  readonly eligible: number | null;
  readonly ceiling: { readonly segment: string; readonly rate: number } | null;
  /** Rate with the effect that the test is sized for. */
  readonly wantedRate: number;
}

/** What the data cannot tell and the plan takes for granted, with its range. */
export function assumptions(step: PlannedStep, options: ExperimentProposalsInputs): string[] {
  const { lift, chance_to_win: chance } = options.lift_prior;
  const { ceiling } = step;
  return [
    traffic(step, options),
    'Why users stop here is not in the data; the change to test is a person’s choice.',
    `How large its effect will be is unknown. The test is sized for the smallest effect worth detecting, not for a forecast; the expected value assumes, for one change to one step, a lift of ${percent(lift.low)} to ${percent(lift.high)} (mid ${percent(lift.mid)}) in a change that wins, and a chance to win of ${percent(chance.low)} to ${percent(chance.high)} (mid ${percent(chance.mid)}). Set lift_prior to what your own tests have shown.`,
    `Who passes the step because of the change goes on as others do: ${step.funnel.steps.at(-1)?.users ?? 0} of ${step.target.users} users from ${step.target.name} reach the end.`,
    ...(ceiling === null
      ? []
      : [
          `No lift passes ${percent(ceiling.rate)}, the upper bound (95 %) of the best segment, ${ceiling.segment}.${step.wantedRate > ceiling.rate ? ` The effect that the test is sized for, to ${percent(step.wantedRate)}, does: it is more than any segment shows.` : ''}`,
        ]),
    ...(step.funnel.windowSeconds === null
      ? ['The funnel has no window, so the wait after enrolment is yours to set.']
      : []),
  ];
}

function traffic({ eligible, from, funnel }: PlannedStep, options: ExperimentProposalsInputs): string {
  if (options.eligible_users_per_day !== undefined)
    return `${options.eligible_users_per_day} users a day reach ${from.name}, as the inputs say.`;
  return eligible === null
    ? 'Users a day are unknown: set eligible_users_per_day to get a duration.'
    : `Traffic stays as in the data: ${from.users} users reached ${from.name} in ${round9(funnel.spanDays ?? 0).toFixed(1)} days.`;
}

/** What keeps the result of a test true. Sources: docs/experiments.md. */
export function guardrails(
  from: string,
  target: string,
  last: string,
  { variants, ratio }: TestDesign,
): string[] {
  const comparisons = variants - 1;
  const split = [1, ...Array.from({ length: comparisons }, () => ratio)].join(':');
  const metrics = [
    ...(last === target ? [] : [`conversion to ${last} (margin: no fall of more than 1 % relative)`]),
    `median time from ${from} to ${target} (margin: no rise of more than 10 %)`,
    'errors and complaints per user (margin: no rise)',
  ];
  return [
    `Randomize by user and analyse by user; a user is exposed, and counted, on reaching ${from}, not before.`,
    `One primary metric: conversion from ${from} to ${target}. Guardrail metrics, whose margins you confirm before the start: ${metrics.join('; ')}.`,
    `Check the sample ratio (planned ${split}) with chi-squared every day; at p < ${SAMPLE_RATIO_ALARM} stop and look for the bug.`,
    'Write sample size and stop date down before the start. Do not peek: daily looks raise false alarms from 5 % to 20–30 %; who must look early plans a sequential test instead.',
    'Run whole weeks, two at least, so that two business cycles are in it.',
    'Compare the first week with the last before deciding: an effect that fades is novelty.',
    'Read the result when the window of the last who enrolled is over, not before.',
    'Leave out bots and staff, in every variant alike.',
    comparisons === 1
      ? 'One comparison only: segments and other metrics explain, they do not decide.'
      : `${comparisons} comparisons with the control: planned with Bonferroni (α ÷ ${comparisons}), analysed with Holm; segments and other metrics explain, they do not decide.`,
    'A flat result keeps the control, and is written down with its interval.',
  ];
}
