import { normalQuantile, normalUpperTail } from './normal.js';

/** Beyond this no test is possible anywhere, and figures would lose their last digits. */
const MAX_USERS = 1e12;

/** Design of a test of two or more proportions against one control. */
export interface TestDesign {
  /** Probability of a false alarm, over all comparisons. */
  readonly alpha: number;
  readonly power: number;
  readonly sides: 1 | 2;
  /** The control included; alpha is divided by the comparisons (Bonferroni). */
  readonly variants: number;
  /** Size of a treatment to that of the control. */
  readonly ratio: number;
}

export interface SampleSize {
  readonly control: number;
  /** Of each treatment. */
  readonly treatment: number;
  readonly total: number;
}

/**
 * Users needed to detect a relative change of a rate, by the normal approximation with pooled
 * variance under the null hypothesis; equals R's `power.prop.test`, rounded up, at ratio 1.
 *
 * n = [ z(1−α'/s)·√((1+1/r)·p̄(1−p̄)) + z(power)·√(p1q1 + p2q2/r) ]² / (p2−p1)²,
 * p2 = p1(1+effect), p̄ = (p1 + r·p2)/(1+r), α' = α/(variants−1)
 *
 * @param baseline rate of the control, between 0 and 1
 * @param effect relative, 0.1 is 10 %
 * @returns null where the changed rate would not lie between 0 and 1, or more users than people are needed
 */
export function sampleSize(baseline: number, effect: number, design: TestDesign): SampleSize | null {
  const control = exactControlSize(baseline, effect, design);
  if (control === null) return null;
  const [perControl, perTreatment] = [roundUp(control), roundUp(design.ratio * control)];
  const total = perControl + (design.variants - 1) * perTreatment;
  return total > MAX_USERS ? null : { control: perControl, treatment: perTreatment, total };
}

/**
 * Smallest relative effect that a number of users can detect by bisection to 1e-9, of it where it is above 1.
 *
 * @param total users over all variants
 * @returns null where not even a change to a rate of 1 could be detected
 */
export function detectableEffect(baseline: number, total: number, design: TestDesign): number | null {
  if (!(baseline > 0 && baseline < 1)) return null;
  const perControl = total / (1 + (design.variants - 1) * design.ratio);
  let [low, high] = [0, 1 / baseline - 1];
  const atMost = exactControlSize(baseline, high * (1 - 1e-12), design);
  if (atMost === null || atMost > perControl) return null;
  while (high - low > Math.max(1e-9, high * 1e-9)) {
    const middle = (low + high) / 2;
    const needed = exactControlSize(baseline, middle, design);
    if (needed !== null && needed <= perControl) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Probability that the test shows a true relative rise, significant in its own direction; equals R's
 * `power.prop.test` at ratio 1.
 *
 * @param effect relative, at least 0; at 0 it is the false alarms of that side
 * @param control users of the control
 */
export function detectionProbability(
  baseline: number,
  effect: number,
  control: number,
  design: TestDesign,
): number {
  const changed = baseline * (1 + effect);
  const { underNull, underEffect } = spreads(baseline, changed, design.ratio);
  const margin = Math.sqrt(control) * (changed - baseline) - criticalZ(design) * underNull;
  return normalUpperTail(-margin / underEffect);
}

/** The z that a comparison must exceed: α is shared by the comparisons (Bonferroni) and by the sides. */
export function criticalZ({
  alpha,
  sides,
  variants,
}: Pick<TestDesign, 'alpha' | 'sides' | 'variants'>): number {
  return normalQuantile(1 - alpha / (variants - 1) / sides);
}

function exactControlSize(baseline: number, effect: number, design: TestDesign): number | null {
  const changed = baseline * (1 + effect);
  if (!(baseline > 0 && baseline < 1 && changed > 0 && changed < 1) || effect === 0) return null;
  const { underNull, underEffect } = spreads(baseline, changed, design.ratio);
  const spread = criticalZ(design) * underNull + normalQuantile(design.power) * underEffect;
  return (spread / (changed - baseline)) ** 2;
}

/** Standard deviations of the difference of two rates, times the root of the control's size. */
function spreads(baseline: number, changed: number, ratio: number) {
  const pooled = (baseline + ratio * changed) / (1 + ratio);
  return {
    underNull: Math.sqrt((1 + 1 / ratio) * pooled * (1 - pooled)),
    underEffect: Math.sqrt(baseline * (1 - baseline) + (changed * (1 - changed)) / ratio),
  };
}

/** Rounds up, but not for what is only the error of the last bits. */
function roundUp(value: number): number {
  return Math.ceil(value - 1e-9);
}
