import { normalUpperTail } from './normal.js';

/** At this p the split is broken, not unlucky. Source: Kohavi, Tang and Xu 2020, chapter 21. */
export const SAMPLE_RATIO_ALARM = 0.001;

/**
 * Chi-squared test of whether users were split as planned, as R's `chisq.test`.
 *
 * @param users of each variant, the control first
 * @param ratio size of a treatment to that of the control, as planned
 */
export function sampleRatioTest(users: readonly number[], ratio: number): { chiSquared: number; p: number } {
  const total = users.reduce((sum, count) => sum + count, 0);
  const control = total / (1 + (users.length - 1) * ratio);
  const chiSquared = users.reduce((sum, count, variant) => {
    const expected = variant === 0 ? control : control * ratio;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return { chiSquared, p: chiSquaredUpperTail(chiSquared, users.length - 1) };
}

/**
 * The fewest users off their planned number that set the alarm off, where one treatment lost them to the control.
 *
 * @param users of each variant, the control first, split as planned
 * @returns null where even all users of the treatment would not
 */
export function alarmingShift(users: readonly number[], ratio: number): number | null {
  const [control = 0, treatment = 0, ...others] = users;
  const isAlarm = (shift: number) =>
    sampleRatioTest([control + shift, treatment - shift, ...others], ratio).p < SAMPLE_RATIO_ALARM;
  if (!isAlarm(treatment)) return null;
  let [calm, alarm] = [0, treatment];
  while (alarm - calm > 1) {
    const middle = Math.floor((calm + alarm) / 2);
    if (isAlarm(middle)) alarm = middle;
    else calm = middle;
  }
  return alarm;
}

/**
 * Probability that a chi-squared variable exceeds a value: Q(a + 1, x) = Q(a, x) + xᵃe⁻ˣ/Γ(a + 1) from
 * Q(½, x) = P(|Z| > √2x) or Q(1, x) = e⁻ˣ.
 *
 * Source: Abramowitz and Stegun 26.4.4 and 26.4.5
 */
function chiSquaredUpperTail(value: number, degrees: number): number {
  const x = value / 2;
  const isOdd = degrees % 2 === 1;
  let tail = isOdd ? 2 * normalUpperTail(Math.sqrt(value)) : Math.exp(-x);
  // xᵃe⁻ˣ/Γ(a + 1) at a = ½ (Γ(3/2) = √π/2) or at a = 1.
  let term = isOdd ? (Math.sqrt(x) * Math.exp(-x) * 2) / Math.sqrt(Math.PI) : x * Math.exp(-x);
  for (let a = isOdd ? 0.5 : 1; a < degrees / 2; a++) {
    tail += term;
    term *= x / (a + 1);
  }
  return tail;
}
