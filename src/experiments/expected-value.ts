import { type TestDesign, detectionProbability } from './sample-size.js';
import { round9 } from '../funnel/statistics.js';
import type { ExperimentProposalsInputs } from '../inputs/schema.js';

/** A figure with its uncertainty. */
export interface Range {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface ExpectedValue extends Range {
  readonly unit: 'extra final conversions per 30 days';
  /** Probability that the planned test shows the lift of each case. */
  readonly detection_probability: Range;
  /** The same in the unit of `value_per_conversion`; null where the inputs give none. */
  readonly in_value: Range | null;
}

/** The step under test, as the data show it. */
export interface StepRates {
  readonly baseline: number;
  /** Wilson lower bound at 95 %. */
  readonly baselineLow: number;
  /** Rate that no lift may pass: 1, or the upper bound of the best segment. */
  readonly ceiling: number;
  readonly eligiblePerDay: number;
  /** Share of those who pass the step that go on to the last one. */
  readonly downstream: number;
}

const DAYS = 30;

/**
 * What testing a step is worth: users per 30 days × rate × lift of a winner × chance to win ×
 * probability that the test shows it × rate from there to the end. The low case takes the lower bound
 * of the rate. A lifted rate never passes the ceiling.
 *
 * @param control users of the control as planned
 */
export function expectedValue(
  rates: StepRates,
  control: number,
  design: TestDesign,
  options: Pick<ExperimentProposalsInputs, 'lift_prior' | 'value_per_conversion'>,
): ExpectedValue {
  const { lift, chance_to_win: chance } = options.lift_prior;
  const room = Math.max(0, rates.ceiling - rates.baseline);
  const reach = rates.eligiblePerDay * DAYS * rates.downstream;
  const detection = eachCase((which) =>
    detectionProbability(rates.baseline, Math.min(lift[which], room / rates.baseline), control, design),
  );
  const value = eachCase((which) => {
    const base = which === 'low' ? rates.baselineLow : rates.baseline;
    return reach * Math.min(base * lift[which], room) * chance[which] * detection[which];
  });
  const worth = options.value_per_conversion;
  return {
    ...eachCase((which) => round9(value[which])),
    unit: 'extra final conversions per 30 days',
    detection_probability: eachCase((which) => round9(detection[which])),
    in_value: worth === undefined ? null : eachCase((which) => round9(value[which] * worth)),
  };
}

function eachCase(compute: (which: keyof Range) => number): Range {
  return { low: compute('low'), mid: compute('mid'), high: compute('high') };
}
