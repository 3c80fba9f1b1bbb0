import { expect } from 'chai';
import fc from 'fast-check';
import { countedAttempt } from '../../src/funnel/attempt.js';

/**
 * The definition, searched exhaustively: of all attempts of the greatest depth the one with the
 * smallest (t1, t2, …). Shares no code with what it checks.
 */
function bruteForce(stepTimes: readonly (readonly number[])[], windowMs: number | null): number[] {
  let best: number[] = [];
  const extend = (times: number[]): void => {
    const isDeeper = times.length > best.length;
    const isSmaller =
      times.length === best.length &&
      times.some(
        (time, index) =>
          time < best[index]! && times.slice(0, index).every((other, at) => other === best[at]),
      );
    if (isDeeper || isSmaller) best = times;
    for (const next of stepTimes[times.length] ?? []) {
      const isInOrder = times.length === 0 || next >= times.at(-1)!;
      const isInTime = times.length === 0 || windowMs === null || next - times[0]! <= windowMs;
      if (isInOrder && isInTime) extend([...times, next]);
    }
  };
  extend([]);
  return best;
}

const times = fc
  .array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 })
  .map((list) => list.sort((a, b) => a - b));
const histories = fc.array(times, { minLength: 2, maxLength: 4 });
const windows = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });

describe('countedAttempt', () => {
  it('agrees with an exhaustive search over 10,000 small histories with ties', () => {
    fc.assert(
      fc.property(histories, windows, (stepTimes, windowMs) => {
        expect(countedAttempt(stepTimes, windowMs)).to.deep.equal(bruteForce(stepTimes, windowMs));
      }),
      { numRuns: 10_000 },
    );
  });

  const examples: [string, number[][], number | null, number[]][] = [
    ['a user who never entered', [[], [1]], 10, []],
    ['a second step before the first', [[5], [1]], 10, [5]],
    ['a tie, which counts in the favourable order', [[5], [5], [5]], 0, [5, 5, 5]],
    ['the window from the first step, inclusive', [[0], [10]], 10, [0, 10]],
    ['one millisecond beyond the window', [[0], [11]], 10, [0]],
    ['a window that is not renewed by later steps', [[0], [6], [12]], 10, [0, 6]],
    ['a second entry that gets further than the first', [[0, 20], [25], [28]], 10, [20, 25, 28]],
    ['the earliest of equally deep attempts', [[0, 1], [2]], 10, [0, 2]],
    ['no window', [[0], [1e12]], null, [0, 1e12]],
  ];
  for (const [what, stepTimes, windowMs, expected] of examples) {
    it(`handles ${what}`, () => {
      expect(countedAttempt(stepTimes, windowMs)).to.deep.equal(expected);
    });
  }
});
