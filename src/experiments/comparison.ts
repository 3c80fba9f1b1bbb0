import type { Interval } from '../funnel/summary.js';
import { wilsonInterval } from '../funnel/statistics.js';
import { normalUpperTail } from './normal.js';

/** What a variant shows at the end of a test. */
export interface VariantCounts {
  readonly users: number;
  readonly conversions: number;
}

export interface Comparison {
  /** Positive where the treatment's rate is the higher one. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/** Below this expected count in a cell the normal approximation misleads (Cochran 1954). */
const LEAST_EXPECTED = 5;

/**
 * Pooled z-test of two rates, as R's `prop.test(correct = FALSE)`.
 *
 * @returns null for too little data: a cell of the two-by-two table expects fewer than 5
 */
export function compareRates(control: VariantCounts, treatment: VariantCounts): Comparison | null {
  const users = control.users + treatment.users;
  const conversions = control.conversions + treatment.conversions;
  const smallest = Math.min(control.users, treatment.users) / users;
  if (smallest * Math.min(conversions, users - conversions) < LEAST_EXPECTED) return null;
  const z = pooledZ(control, treatment);
  return { z, p: Math.min(1, 2 * normalUpperTail(Math.abs(z))) };
}

/** The z of the pooled test; 0 where nobody or everybody converts, for then the rates are equal. */
export function pooledZ(control: VariantCounts, treatment: VariantCounts): number {
  const pooled = (control.conversions + treatment.conversions) / (control.users + treatment.users);
  if (pooled === 0 || pooled === 1) return 0;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / control.users + 1 / treatment.users));
  return (treatment.conversions / treatment.users - control.conversions / control.users) / error;
}

/**
 * Newcombe's hybrid-score interval of the difference of two rates, treatment less control.
 *
 * @param z two-sided normal quantile of the confidence: 1.96 at 95 %
 * @returns [low, high] in −1 to 1
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10
 */
export function differenceInterval(control: VariantCounts, treatment: VariantCounts, z: number): Interval {
  const before = control.conversions / control.users;
  const after = treatment.conversions / treatment.users;
  const [beforeLow, beforeHigh] = wilsonInterval(control.conversions, control.users, z);
  const [afterLow, afterHigh] = wilsonInterval(treatment.conversions, treatment.users, z);
  return [
    after - before - Math.hypot(after - afterLow, beforeHigh - before),
    after - before + Math.hypot(afterHigh - after, before - beforeLow),
  ];
}
