import { expect } from 'chai';
import fc from 'fast-check';
import { compareRates } from '../../src/experiments/comparison.js';
import { decisionRule } from '../../src/experiments/decision-rule.js';
import { sampleRatioTest } from '../../src/experiments/sample-ratio.js';
import { type TestDesign, sampleSize } from '../../src/experiments/sample-size.js';

const usual: TestDesign = { alpha: 0.05, power: 0.8, sides: 2, variants: 2, ratio: 1 };
const ruleOf = (baseline: number, effect: number, design: TestDesign) =>
  decisionRule(baseline, sampleSize(baseline, effect, design)!, design);

describe('decisionRule', () => {
  it('finds the fewest conversions that win and the most that lose, at any split', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        fc.double({ min: 0.05, max: 0.3, noNaN: true }),
        fc.constantFrom(0.5, 1, 3),
        fc.integer({ min: 2, max: 4 }),
        (baseline, effect, ratio, variants) => {
          const rule = ruleOf(baseline, effect, { ...usual, ratio, variants });
          const p = (conversions: number) =>
            compareRates(rule.control, { users: rule.treatment_users, conversions })!.p;
          const { wins_from: win, loses_to: loss } = rule;
          const alpha = 0.05 / (variants - 1);
          expect(p(win!.conversions)).to.be.lessThan(alpha);
          expect(p(win!.conversions - 1)).to.be.at.least(alpha - 1e-12);
          expect(p(loss!.conversions)).to.be.lessThan(alpha);
          expect(p(loss!.conversions + 1)).to.be.at.least(alpha - 1e-12);
        },
      ),
    );
  });

  it('has no loss in a one-sided test, and one bound at 1 − α', () => {
    const rule = ruleOf(0.1, 0.1, { ...usual, sides: 1 });
    expect(rule.loses_to).to.equal(null);
    expect(rule.confidence).to.equal(0.9);
    const win = rule.wins_from!;
    const two = compareRates(rule.control, { users: rule.treatment_users, conversions: win.conversions })!;
    expect(win.p)
      .to.be.closeTo(two.p / 2, 1e-9)
      .and.lessThan(0.05);
  });

  it('reads nothing from too little data', () => {
    const rule = decisionRule(0.01, { control: 100, treatment: 100, total: 200 }, usual);
    expect(rule).to.include({ loses_to: null });
    const tiny = decisionRule(0.5, { control: 8, treatment: 8, total: 16 }, usual);
    expect(tiny).to.include({ wins_from: null, loses_to: null });
    expect(tiny.sample_ratio).to.include({ alarming_shift: 7 });
    expect(decisionRule(0.5, { control: 2, treatment: 2, total: 4 }, usual).sample_ratio).to.include({
      alarming_shift: null,
      p: null,
    });
  });

  it('names the smallest shift of users that sets the sample-ratio alarm off', () => {
    for (const [variants, ratio] of [
      [2, 1],
      [2, 3],
      [4, 0.5],
    ] as const) {
      const { planned, alarming_shift: shift } = ruleOf(0.1, 0.1, { ...usual, variants, ratio }).sample_ratio;
      const p = (moved: number) =>
        sampleRatioTest([planned[0]! + moved, planned[1]! - moved, ...planned.slice(2)], ratio).p;
      expect(p(shift!)).to.be.lessThan(0.001);
      expect(p(shift! - 1)).to.be.at.least(0.001);
    }
  });
});
