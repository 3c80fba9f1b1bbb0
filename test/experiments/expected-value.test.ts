import { expect } from 'chai';
import { type StepRates, expectedValue } from '../../src/experiments/expected-value.js';
import type { FunnelFacts } from '../../src/experiments/funnel-facts.js';
import { proposeExperiments } from '../../src/experiments/proposal.js';
import { DEFAULT_PROPOSALS } from '../../src/inputs/schema.js';

const design = { alpha: 0.05, power: 0.8, sides: 2, variants: 2, ratio: 1 } as const;
const step: StepRates = {
  baseline: 0.1,
  baselineLow: 0.09,
  ceiling: 1,
  eligiblePerDay: 1000,
  downstream: 0.5,
};
const constant = (value: number) => ({ low: value, mid: value, high: value });
const prior = { lift: constant(0.1), chance_to_win: constant(0.2) };

describe('expectedValue', () => {
  it('is users × rate × lift × chance × detection × downstream; low takes the lower bound of the rate', () => {
    const value = expectedValue(step, 14_751, design, { lift_prior: prior });
    expect(value.detection_probability.mid).to.be.closeTo(0.8, 1e-4);
    expect(value.mid).to.be.closeTo(30_000 * 0.1 * 0.1 * 0.2 * 0.8 * 0.5, 0.01);
    expect(value.low / value.mid).to.be.closeTo(0.9, 1e-6);
    expect(value.high).to.equal(value.mid);
    expect(value.in_value).to.equal(null);
  });

  it('gives the same in money where a conversion has a value', () => {
    const value = expectedValue(step, 14_751, design, { lift_prior: prior, value_per_conversion: 30 });
    expect(value.in_value?.mid).to.be.closeTo(value.mid * 30, 1e-6);
  });

  it('lets no lift pass the ceiling', () => {
    const near = { ...step, baseline: 0.5, baselineLow: 0.5, ceiling: 0.51 };
    const value = expectedValue(near, 1e9, design, { lift_prior: prior });
    expect(value.detection_probability.mid).to.equal(1);
    expect(value.mid).to.be.closeTo(30_000 * 0.01 * 0.2 * 0.5, 1e-6);
    const none = expectedValue({ ...near, ceiling: 0.5 }, 1e9, design, { lift_prior: prior });
    expect(none).to.include({ low: 0, mid: 0, high: 0 });
  });

  it('takes the ceiling from the best segment of at least 30 users, and says so', () => {
    const funnel: FunnelFacts = {
      id: 'funnel-1',
      name: 'trial',
      steps: [
        { name: 'a', users: 20_029 },
        { name: 'b', users: 10_029 },
      ],
      segments: [
        { value: 'web', users: [10_000, 4950] },
        { value: 'phone', users: [10_000, 5050] },
        { value: 'rare', users: [29, 29] },
      ],
      windowSeconds: null,
      spanDays: 10,
    };
    const [plan] = proposeExperiments(funnel, DEFAULT_PROPOSALS);
    expect(plan?.assumptions.join('\n')).to.include(
      'No lift passes 51.5 %, the upper bound (95 %) of the best segment, phone. The effect that the test is sized for, to 55.1 %, does',
    );
    const [whole] = proposeExperiments({ ...funnel, segments: undefined }, { ...DEFAULT_PROPOSALS });
    expect(plan?.expected_value?.mid).to.equal(whole?.expected_value?.mid);
    const bold = { ...DEFAULT_PROPOSALS, lift_prior: prior };
    const [capped, free] = [funnel, { ...funnel, segments: undefined }].map(
      (facts) => proposeExperiments(facts, bold)[0]?.expected_value?.mid ?? 0,
    );
    expect(capped).to.be.lessThan((free ?? 0) / 2);
  });
});
