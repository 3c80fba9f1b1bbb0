import { round9 } from '../funnel/statistics.js';
import type { Interval } from '../funnel/summary.js';
import { type VariantCounts, compareRates, differenceInterval, pooledZ } from './comparison.js';
import { SAMPLE_RATIO_ALARM, alarmingShift, sampleRatioTest } from './sample-ratio.js';
import { type SampleSize, type TestDesign, criticalZ } from './sample-size.js';

/** A result of the test as it would be read. */
export interface Reading {
  readonly conversions: number;
  readonly z: number;
  /** In as many sides as the test has. */
  readonly p: number;
  /** Of the rates, treatment less control, at the confidence of one comparison. */
  readonly difference_interval: Interval;
}

/** Where one treatment wins and loses if the control converts as it does today; in between it is flat. */
export interface DecisionRule {
  /** Of one comparison: shared by the treatments (Bonferroni). */
  readonly alpha: number;
  readonly confidence: number;
  readonly control: VariantCounts;
  readonly treatment_users: number;
  /** Fewest conversions of a treatment that win; null for too little data. */
  readonly wins_from: Reading | null;
  /** Most conversions of a treatment that lose; null for too little data, or a one-sided test. */
  readonly loses_to: Reading | null;
  readonly sample_ratio: SampleRatioRule;
}

export interface SampleRatioRule {
  /** Planned users, the control first. */
  readonly planned: readonly number[];
  /** Fewest users that one treatment loses to the control until the alarm; null where it cannot be set off. */
  readonly alarming_shift: number | null;
  readonly chi_squared: number | null;
  readonly p: number | null;
  readonly alarm_below: number;
}

/** Works out, before the start, how the result will be read. */
export function decisionRule(baseline: number, size: SampleSize, design: TestDesign): DecisionRule {
  const critical = criticalZ(design);
  const control = { users: size.control, conversions: Math.round(baseline * size.control) };
  const alpha = design.alpha / (design.variants - 1);
  const treatment = (conversions: number) => ({ users: size.treatment, conversions });
  const z = (conversions: number) => pooledZ(control, treatment(conversions));
  const read = (conversions: number | null): Reading | null => {
    if (conversions === null) return null;
    const comparison = compareRates(control, treatment(conversions));
    if (comparison === null) return null;
    const [low, high] = differenceInterval(control, treatment(conversions), critical);
    return {
      conversions,
      z: round9(comparison.z),
      p: round9((comparison.p * design.sides) / 2),
      difference_interval: [round9(low), round9(high)],
    };
  };
  const equal = Math.floor((control.conversions / size.control) * size.treatment);
  return {
    alpha: round9(alpha),
    // A one-sided test goes with one bound, which is that of the two-sided interval at 1 − 2α.
    confidence: round9(1 - (2 * alpha) / design.sides),
    control,
    treatment_users: size.treatment,
    wins_from: read(firstWhere(equal, size.treatment, (conversions) => z(conversions) > critical)),
    loses_to:
      design.sides === 1 ? null : read(lastWhere(0, equal, (conversions) => z(conversions) < -critical)),
    sample_ratio: sampleRatioRule(size, design),
  };
}

function sampleRatioRule(
  { control, treatment }: SampleSize,
  { ratio, variants }: TestDesign,
): SampleRatioRule {
  const others = Array.from({ length: variants - 2 }, () => treatment);
  const planned = [control, treatment, ...others];
  const shift = alarmingShift(planned, ratio);
  const alarm =
    shift === null ? null : sampleRatioTest([control + shift, treatment - shift, ...others], ratio);
  return {
    planned,
    alarming_shift: shift,
    chi_squared: alarm === null ? null : round9(alarm.chiSquared),
    p: alarm === null ? null : round9(alarm.p),
    alarm_below: SAMPLE_RATIO_ALARM,
  };
}

/** The least whole number above `from`, up to `to`, where a condition that stays true holds; by bisection. */
function firstWhere(from: number, to: number, holds: (value: number) => boolean): number | null {
  if (!holds(to)) return null;
  let [before, first] = [from, to];
  while (first - before > 1) {
    const middle = Math.floor((before + first) / 2);
    if (holds(middle)) first = middle;
    else before = middle;
  }
  return first;
}

/** The greatest whole number from `from` to `to` where a condition that holds only up to some point holds. */
function lastWhere(from: number, to: number, holds: (value: number) => boolean): number | null {
  const negated = firstWhere(-to - 1, -from, (value) => holds(-value));
  return negated === null ? null : -negated;
}
