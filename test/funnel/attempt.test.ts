import { expect } from 'chai';
import fc from 'fast-check';
import { countedAttempt } from '../../src/funnel/attempt.js';
import type { FunnelMode } from '../../src/funnel/definition.js';

type Event = readonly [time: number, steps: number];
const MODES: readonly FunnelMode[] = ['ordered', 'strict_increase', 'strict', 'first_touch', 'unordered'];

/**
 * The definitions, searched exhaustively: of all attempts of the greatest depth the one with the smallest
 * (t1, t2, …), then the one whose first event comes first. Shares no code with what it checks.
 */
function bruteForce(events: readonly Event[], mode: FunnelMode, steps: number, window: number) {
  const firstTouch = events.find(([, mask]) => mask & 1)?.[0];
  let best: { times: number[]; first: number } | undefined;
  const judge = (chosen: number[]) => {
    const sorted = chosen.toSorted((a, b) => a - b);
    const order = mode === 'unordered' ? sorted : chosen;
    const times = order.map((index) => events[index]![0]);
    const [first] = order;
    if (first === undefined || times.at(-1)! - times[0]! > window) return;
    if (mode === 'first_touch' && times[0] !== firstTouch) return;
    if (mode === 'strict' && order.some((index, at) => index !== first + at)) return;
    const isOrdered = times.every(
      (time, at) => at === 0 || (mode === 'strict_increase' ? time > times[at - 1]! : time >= times[at - 1]!),
    );
    if (!isOrdered) return;
    const compared =
      best === undefined
        ? -1
        : best.times.length - times.length ||
          times.map((time, at) => time - best!.times[at]!).find((difference) => difference !== 0) ||
          first - best.first;
    if (compared < 0) best = { times, first };
  };
  const fill = (step: number, chosen: number[]) => {
    judge(chosen);
    if (step === steps) return;
    if (mode === 'unordered') fill(step + 1, chosen);
    events.forEach(([, mask], index) => {
      if ((mask >> step) & 1 && !chosen.includes(index)) fill(step + 1, [...chosen, index]);
    });
  };
  fill(0, []);
  return best;
}

function attempt(events: readonly Event[], mode: FunnelMode, steps: number, windowMs: number | null) {
  const definition = { mode, steps: Array.from({ length: steps }, () => step), windowMs };
  return countedAttempt(
    { times: events.map(([time]) => time), steps: events.map(([, mask]) => mask) },
    definition,
  );
}
const step = { name: 's', event: 's', where: [] };

/** Masks of distinct names, of repeated ones, and of filters that overlap. */
const masks = fc.constantFrom(
  [0, 1, 2, 4],
  [0, 5, 2],
  [0, 3, 4],
  [7, 0],
  [0, 1, 3, 6, 4],
  [1, 2, 3, 4, 5, 6, 7],
  [11, 4, 2],
);
const histories = masks.chain((list) =>
  fc.array(fc.tuple(fc.integer({ min: -3, max: 6 }), fc.constantFrom(...list)), { maxLength: 7 }),
);

describe('countedAttempt', () => {
  for (const mode of MODES) {
    it(`agrees with an exhaustive search over 10,000 small histories in mode ${mode}`, () => {
      fc.assert(
        fc.property(
          histories,
          fc.integer({ min: 2, max: 4 }),
          fc.option(fc.nat(9), { nil: null }),
          (list, steps, windowMs) => {
            const events = list.toSorted((a, b) => a[0] - b[0]);
            const known = events.map(([time, mask]) => [time, mask & ((1 << steps) - 1)] as const);
            expect(attempt(known, mode, steps, windowMs)).to.deep.equal(
              bruteForce(known, mode, steps, windowMs ?? Infinity),
            );
          },
        ),
        { numRuns: 10_000 },
      );
    });
  }

  const [A, B, C] = [1, 2, 4];
  const examples: [string, FunnelMode, Event[], number | null, number[] | undefined][] = [
    ['a user who never entered', 'ordered', [[1, B]], 10, undefined],
    [
      'a second step before the first',
      'ordered',
      [
        [1, B],
        [5, A],
      ],
      10,
      [5],
    ],
    [
      'a tie, which counts in the favourable order',
      'ordered',
      [
        [5, C],
        [5, B],
        [5, A],
      ],
      0,
      [5, 5, 5],
    ],
    [
      'a tie, which does not increase',
      'strict_increase',
      [
        [5, A],
        [5, B],
      ],
      10,
      [5],
    ],
    [
      'the window from the first step, inclusive',
      'ordered',
      [
        [0, A],
        [10, B],
      ],
      10,
      [0, 10],
    ],
    [
      'one millisecond beyond the window',
      'ordered',
      [
        [0, A],
        [11, B],
      ],
      10,
      [0],
    ],
    [
      'a window that later steps do not renew',
      'ordered',
      [
        [0, A],
        [6, B],
        [12, C],
      ],
      10,
      [0, 6],
    ],
    [
      'a second entry that gets further',
      'ordered',
      [
        [0, A],
        [20, A],
        [25, B],
        [28, C],
      ],
      10,
      [20, 25, 28],
    ],
    [
      'a second entry, which first touch leaves out',
      'first_touch',
      [
        [0, A],
        [20, A],
        [25, B],
      ],
      10,
      [0],
    ],
    [
      'the earliest of equally deep attempts',
      'ordered',
      [
        [0, A],
        [1, A],
        [2, B],
      ],
      10,
      [0, 2],
    ],
    [
      'no window',
      'ordered',
      [
        [0, A],
        [1e12, B],
      ],
      null,
      [0, 1e12],
    ],
    ['one event, which fills one of two equal steps', 'ordered', [[0, A | B]], 10, [0]],
    [
      'two events of one instant for two equal steps',
      'ordered',
      [
        [0, A | B],
        [0, A | B],
      ],
      0,
      [0, 0],
    ],
    [
      'another event in between',
      'strict',
      [
        [0, A],
        [1, 0],
        [2, B],
      ],
      10,
      [0],
    ],
    [
      'neighbours after a false start',
      'strict',
      [
        [0, A],
        [1, A],
        [2, B],
      ],
      10,
      [1, 2],
    ],
    [
      'the reverse order',
      'unordered',
      [
        [0, C],
        [1, B],
        [2, A],
      ],
      10,
      [0, 1, 2],
    ],
    ['a step that was never entered by the first', 'unordered', [[0, C]], 10, [0]],
  ];
  for (const [what, mode, events, windowMs, expected] of examples) {
    it(`handles ${what} in mode ${mode}`, () => {
      expect(attempt(events, mode, 3, windowMs)?.times).to.deep.equal(expected);
    });
  }

  it('takes a history of a million events in seconds, whatever the mode', () => {
    const events = Array.from({ length: 1_000_000 }, (_, index): Event => [index, index % 3 === 0 ? A : B]);
    for (const mode of MODES) {
      const started = performance.now();
      attempt(events, mode, 3, 100);
      expect(performance.now() - started, mode).to.be.below(5000);
    }
  });
});
