import { expect } from 'chai';
import fc from 'fast-check';
import { normalQuantile } from '../../src/experiments/normal.js';
import { type TestDesign, detectableEffect, sampleSize } from '../../src/experiments/sample-size.js';

const usual: TestDesign = { alpha: 0.05, power: 0.8, sides: 2, variants: 2, ratio: 1 };

describe('sampleSize', () => {
  /** Values of R's power.prop.test (rounded up) and, with several variants or unequal groups, of the published formula. */
  const table: [number, number, Partial<TestDesign>, number, number, number][] = [
    [0.1, 0.1, {}, 14_751, 14_751, 29_502],
    [0.1, 0.1, { power: 0.9 }, 19_747, 19_747, 39_494],
    [0.1, 0.1, { sides: 1 }, 11_620, 11_620, 23_240],
    [0.01, 0.05, {}, 637_010, 637_010, 1_274_020],
    [0.1, 0.1, { variants: 4 }, 19_676, 19_676, 78_704],
    [0.1, 0.1, { ratio: 3 }, 9915, 29_745, 39_660],
  ];
  for (const [baseline, effect, design, control, treatment, total] of table) {
    it(`is ${control} and ${treatment} at ${baseline}, effect ${effect}, ${JSON.stringify(design)}`, () => {
      expect(sampleSize(baseline, effect, { ...usual, ...design })).to.deep.equal({
        control,
        treatment,
        total,
      });
    });
  }

  it('is null where the rate would reach 1 or nobody converts', () => {
    expect(sampleSize(0.8, 0.25, usual)).to.equal(null);
    expect(sampleSize(0, 0.1, usual)).to.equal(null);
    expect(sampleSize(1, 0.1, usual)).to.equal(null);
  });

  it('is null where more users than people would be needed', () => {
    expect(sampleSize(1e-9, 0.0001, usual)).to.equal(null);
  });

  it('shrinks as the effect grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.double({ min: 0.02, max: 0.4, noNaN: true }),
        (baseline, effect) => {
          expect(sampleSize(baseline, effect * 1.1, usual)!.total).to.be.at.most(
            sampleSize(baseline, effect, usual)!.total,
          );
        },
      ),
    );
  });
});

describe('detectableEffect', () => {
  it('is 12.201 % with 10,000 users in each group at a rate of 10 %', () => {
    expect(detectableEffect(0.1, 20_000, usual)).to.be.closeTo(0.12201, 0.000005);
  });

  it('is the inverse of the sample size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.7, noNaN: true }),
        fc.double({ min: 0.05, max: 0.3, noNaN: true }),
        fc.integer({ min: 2, max: 5 }),
        (baseline, effect, variants) => {
          const design = { ...usual, variants };
          const reached = detectableEffect(baseline, sampleSize(baseline, effect, design)!.total, design)!;
          expect(reached).to.be.at.most(effect + 1e-9);
          expect(reached).to.be.closeTo(effect, effect * 0.02);
        },
      ),
    );
  });

  it('is null where too few users could show even a rate of 1', () => {
    expect(detectableEffect(0.5, 4, usual)).to.equal(null);
    expect(detectableEffect(0, 1000, usual)).to.equal(null);
  });
});

describe('normalQuantile', () => {
  /** Values of R's qnorm, 15 digits. */
  const table: [number, number][] = [
    [0.5, 0],
    [0.975, 1.95996398454005],
    [0.8, 0.841621233572914],
    [0.9, 1.2815515655446],
    [0.001, -3.09023230616781],
    [1e-10, -6.36134090240406],
    [1e-20, -9.26234008979841],
  ];
  for (const [probability, quantile] of table) {
    it(`is ${quantile} at ${probability}`, () => {
      expect(normalQuantile(probability)).to.be.closeTo(quantile, 1e-12);
    });
  }

  it('refuses what is no probability', () => {
    for (const value of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(value)).to.throw(RangeError);
  });

  it('ends for rates so small that the effect is huge', () => {
    const design = { alpha: 0.05, power: 0.8, sides: 2, variants: 2, ratio: 1 } as const;
    for (const baseline of [1e-9, 1e-12]) {
      const effect = detectableEffect(baseline, 1000, design)!;
      expect(sampleSize(baseline, effect, design)!.total).to.be.within(998, 1000);
    }
  });
});
