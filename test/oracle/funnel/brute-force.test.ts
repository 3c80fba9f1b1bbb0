import { expect } from 'chai';
import fc from 'fast-check';
import { type OracleInputs, expectedFunnel } from './brute-force.js';
import { histories, timestamp } from './histories.js';
import { keptRows } from './rows.js';

/** [user, event, seconds, property] as one NDJSON file. */
function count(events: readonly (readonly [string, string, number, string?])[], inputs: OracleInputs) {
  const text = events
    .map(([user_id, event_name, timestamp, plan]) => JSON.stringify({ user_id, event_name, timestamp, plan }))
    .join('\n');
  return expectedFunnel([{ format: 'ndjson', text }], inputs);
}

const users = (funnel: { steps: readonly { users: number }[] }) => funnel.steps.map(({ users }) => users);
const AB: OracleInputs = { steps: ['a', 'b'] };

describe('the oracle for funnels, by examples done by hand', () => {
  it('drops a row for the first reason that applies, and keeps the earliest duplicate', () => {
    const rows = [
      '{"user_id":',
      '[1]',
      '',
      '{"user_id":" ","event_name":"","timestamp":"never"}',
      '{"user_id":"u","event_name":5,"timestamp":"never"}',
      '{"user_id":"u","event_name":"a","timestamp":"2024-02-30"}',
      '{"user_id":"u","event_name":"a","timestamp":9,"event_id":"x"}',
      '{"user_id":"u","event_name":"b","timestamp":8,"event_id":"x"}',
      '{"user_id":7,"event_name":"a","timestamp":8,"event_id":"x"}',
      '{"user_id":"7","event_name":"a","timestamp":8,"event_id":"x"}',
      '{"user_id":"u","event_name":"a","timestamp":8,"event_id":""}',
      '{"user_id":"u","event_name":"a","timestamp":8,"event_id":""}',
    ];
    const kept = keptRows([{ format: 'ndjson', text: rows.join('\n') }]);
    expect(kept.dropped).to.deep.equal({ bad_line: 2, no_user: 1, no_event: 1, bad_ts: 1, duplicate: 2 });
    expect(kept.rows.map(({ place }) => place)).to.deep.equal([6, 7, 9, 10]);
    expect(kept.read).to.equal(11);
  });

  it('reads one instant in every accepted form', () => {
    for (const instant of [1_709_164_800_000, 1_709_164_799_500, -500, 0]) {
      fc.assert(
        fc.property(timestamp(instant), (form) => {
          const text = JSON.stringify({ user_id: 'u', event_name: 'a', timestamp: form });
          expect(keptRows([{ format: 'ndjson', text }]).rows[0]?.time, text).to.equal(instant);
        }),
      );
    }
  });

  it('includes the edge of the window, counted from the first step', () => {
    const events = [
      ['u', 'a', 0],
      ['u', 'b', 40],
      ['u', 'c', 60],
    ] as const;
    expect(users(count(events, { steps: ['a', 'b', 'c'], window: '60s' }))).to.deep.equal([1, 1, 1]);
    expect(users(count(events, { steps: ['a', 'b', 'c'], window: '59s' }))).to.deep.equal([1, 1, 0]);
  });

  it('lets a user enter again, and lets one event fill one step only', () => {
    expect(
      users(
        count(
          [
            ['u', 'a', 0],
            ['u', 'a', 100],
            ['u', 'b', 110],
          ],
          { ...AB, window: '1m' },
        ),
      ),
    ).to.deep.equal([1, 1]);
    expect(users(count([['u', 'a', 0]], { steps: ['a', { name: 'again', event: 'a' }] }))).to.deep.equal([
      1, 0,
    ]);
    expect(
      users(
        count(
          [
            ['u', 'a', 0],
            ['u', 'a', 0],
          ],
          { steps: ['a', { name: 'again', event: 'a' }] },
        ),
      ),
    ).to.deep.equal([1, 1]);
  });

  it('tells the five modes apart', () => {
    const tie = [
      ['u', 'b', 0],
      ['u', 'a', 0],
    ] as const;
    const between = [
      ['u', 'a', 0],
      ['u', 'x', 1],
      ['u', 'b', 2],
    ] as const;
    const again = [
      ['u', 'a', 0],
      ['u', 'a', 100],
      ['u', 'b', 110],
    ] as const;
    const reverse = [
      ['u', 'b', 0],
      ['u', 'a', 5],
    ] as const;
    const depth = (events: Parameters<typeof count>[0], mode: NonNullable<OracleInputs['mode']>) =>
      users(count(events, { ...AB, mode, window: '1m' }));
    const table = {
      ordered: [
        depth(tie, 'ordered'),
        depth(between, 'ordered'),
        depth(again, 'ordered'),
        depth(reverse, 'ordered'),
      ],
      strict_increase: [
        depth(tie, 'strict_increase'),
        depth(between, 'strict_increase'),
        depth(again, 'strict_increase'),
        depth(reverse, 'strict_increase'),
      ],
      strict: [
        depth(tie, 'strict'),
        depth(between, 'strict'),
        depth(again, 'strict'),
        depth(reverse, 'strict'),
      ],
      first_touch: [
        depth(tie, 'first_touch'),
        depth(between, 'first_touch'),
        depth(again, 'first_touch'),
        depth(reverse, 'first_touch'),
      ],
      unordered: [
        depth(tie, 'unordered'),
        depth(between, 'unordered'),
        depth(again, 'unordered'),
        depth(reverse, 'unordered'),
      ],
    };
    const [yes, no] = [
      [1, 1],
      [1, 0],
    ];
    expect(table).to.deep.equal({
      ordered: [yes, yes, yes, no],
      strict_increase: [no, yes, yes, no],
      strict: [no, no, yes, no],
      first_touch: [yes, yes, no, no],
      unordered: [yes, yes, yes, yes],
    });
  });

  it('takes times and segments from the deepest attempt that begins earliest', () => {
    const events = [
      ['u', 'a', 0, 'late'],
      ['u', 'a', 100, 'first'],
      ['u', 'a', 100, 'second'],
      ['u', 'b', 130],
      ['v', 'a', 0],
      ['v', 'b', 10],
      ['w', 'a', 3],
    ] as const;
    const funnel = count(events, { ...AB, window: '1m', segment_by: 'plan' });
    expect(funnel.segments).to.deep.equal([
      { value: '(none)', users: [2, 1] },
      { value: 'first', users: [1, 1] },
    ]);
    // Waits of 30 s and 10 s: median 20, p90 10 + 0.9 × 20.
    expect(funnel.median_seconds_to_convert).to.equal(20);
    expect(funnel.p90_seconds_to_convert).to.equal(28);
    expect(funnel.steps[1]).to.include({ dropped_before: 1, conversion_from_previous: 0.666666667 });
    // The ends solve (2/3 − p)² = z² p(1 − p)/3.
    for (const p of funnel.steps[1]?.wilson95_from_previous ?? [NaN]) {
      expect((2 / 3 - p) ** 2).to.be.closeTo((1.959963984540054 ** 2 * p * (1 - p)) / 3, 1e-8);
    }
  });

  it('calls a user immature whose window ends after the newest event', () => {
    const events = [
      ['u', 'a', 40],
      ['v', 'a', 39],
      ['z', 'x', 99],
    ] as const;
    expect(count(events, { ...AB, window: '59s' }).immature_users).to.equal(0);
    expect(count(events, { ...AB, window: '60s' }).immature_users).to.equal(1);
    expect(count(events, { ...AB, window: '61s' }).immature_users).to.equal(2);
  });

  it('compares filters as text', () => {
    const text = [1, '1', true, 'true', null]
      .map((plan, index) => JSON.stringify({ user_id: index, event_name: 'a', timestamp: 1, plan }))
      .join('\n');
    const entered = (value: string | number | boolean) =>
      expectedFunnel([{ format: 'ndjson', text }], {
        steps: [{ event: 'a', where: { plan: value } }, 'b'],
      }).entered;
    expect([entered(1), entered('1'), entered(true), entered('True')]).to.deep.equal([2, 2, 2, 0]);
  });

  it('keeps fifty segments, and puts the rest under (other)', () => {
    const events = Array.from({ length: 53 }, (_, n) => [`u${n}`, 'a', 0, `s${n + 10}`] as const);
    const { segments } = count(events, { ...AB, segment_by: 'plan' });
    expect(segments?.length).to.equal(51);
    expect(segments?.at(0)).to.deep.equal({ value: 's10', users: [1, 0] });
    expect(segments?.at(-1)).to.deep.equal({ value: '(other)', users: [3, 0] });
  });

  it('meets deep funnels, ties and every reason to drop a row in its own histories', () => {
    const seen = { deep: 0, bad_line: 0, no_user: 0, no_event: 0, bad_ts: 0, duplicate: 0 };
    for (const { files, inputs } of fc.sample(histories(), { numRuns: 500, seed: 5 })) {
      const { converted, dropped } = expectedFunnel(files, inputs);
      if (converted > 0) seen.deep += 1;
      for (const reason of ['bad_line', 'no_user', 'no_event', 'bad_ts', 'duplicate'] as const) {
        if (dropped[reason] > 0) seen[reason] += 1;
      }
    }
    for (const [what, times] of Object.entries(seen)) expect(times, what).to.be.greaterThan(50);
  });
});
