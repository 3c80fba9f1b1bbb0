import { expect } from 'chai';
import fc from 'fast-check';
import { defineFunnel } from '../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../src/funnel/direct-engine.js';
import { countWithDuckDb } from '../../src/funnel/duckdb/duckdb-engine.js';
import { findEventFiles } from '../../src/funnel/event-files.js';
import { FUNNEL_MODES, type FunnelAnalysisInputs } from '../../src/inputs/schema.js';
import { GrowthError } from '../../src/errors.js';
import { folderWith } from '../support/growth.js';

const text = (...values: string[]) => fc.constantFrom(...values);
const time = text(
  ...['1', '2', '3.5', '"2"', '"1970-01-01"', '"1970-01-01T00:00:02Z"', '"1970-01-01 00:00:03.0019"'],
  ...[
    '"1970-01-01T01:00:02+01"',
    '"1969-12-31T19:00:01.5-0500"',
    '-1',
    '-0.0005',
    '99999999999',
    '100000000000',
  ],
  ...[
    '1704067200500999',
    '1704067200500999000',
    '"1704067200500999999"',
    '1.5e0',
    '1e3',
    '"1e3"',
    '2.0',
    '-0',
  ],
  ...['"2024-02-30"', '"2024-02-29T23:59"', '"2024-01-01T24:00"', '"2024-01-01T00:00:60"', '"0000-01-01"'],
  ...['"2024-01-01Z"', '"2024-01-01T00:00+16:00"', '"2024-01-01T00:00-15:59"', '"2024-01-01T00:00+00:60"'],
  ...[
    '""',
    'null',
    'true',
    '"yesterday"',
    '[]',
    '"0.9999999999"',
    '"12345678901234567890.5"',
    '"9999-12-31T23:59:59.9999999"',
  ],
);
const value = text(
  '"p"',
  '"q"',
  '""',
  '5',
  '5.0',
  '5.5',
  'true',
  'null',
  '{}',
  '12345678901234567890',
  '1e-7',
  '"5"',
);
const row = fc
  .record({
    user: text('"u"', '"v"', '1', '"1"', '1.0', 'null', '" "', '"\\u00e9"', '"e\\u0301"', '9007199254740993'),
    event: text('"a"', '"b"', '"c"', '"x"', '""', '5'),
    time,
    id: text('"i"', '"j"', '7', '""', 'null', 'true'),
    plan: value,
  })
  .map(
    (one) =>
      `{"user_id":${one.user},"event":${one.event},"ts":${one.time},"event_id":${one.id},"plan":${one.plan}}`,
  );
const line = fc.oneof(
  { weight: 12, arbitrary: row },
  {
    weight: 1,
    arbitrary: text('', '  ', '\t', 'not json', '[1]', '5', '{"user_id":"u"', '{"user_id":"\\ud800"}'),
  },
);
const inputs = fc.record({
  mode: fc.constantFrom(...FUNNEL_MODES),
  window: text('1s', '2s', '1m', 'none'),
  segment_by: fc.option(text('plan', 'user_id'), { nil: undefined }),
  steps: fc.constantFrom<FunnelAnalysisInputs['steps'][]>(
    ['a', 'b', 'c'],
    ['a', { name: 'again', event: 'a' }, 'b'],
    [{ event: 'a', where: { plan: ['p', 5] } }, 'b'],
    [
      'a',
      { name: 'filtered', event: 'a', where: { plan: 'q' } },
      { event: 'b', where: { plan: [true, ''] } },
    ],
  ),
});

describe('countFunnelDirectly', () => {
  it('agrees with DuckDB in every field but the engine, on random rows, good and bad', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { maxLength: 30 }), { minLength: 1, maxLength: 2 }),
        inputs,
        async (files, given) => {
          const texts = files.map((lines) => lines.join('\n'));
          const definition = defineFunnel({ events_path: 'x', funnel_name: 'f', ...given });
          const root = folderWith(
            Object.fromEntries(texts.map((content, index) => [`${index}.ndjson`, content])),
          );
          const found = await findEventFiles(root, '*.ndjson');
          const outcome = async (count: () => unknown) => {
            try {
              return JSON.stringify(await count(), (key, one: unknown) => (key === 'engine' ? '' : one));
            } catch (error) {
              if (error instanceof GrowthError) return error.message;
              throw error;
            }
          };
          expect(await outcome(() => countFunnelDirectly(texts, definition))).to.deep.equal(
            await outcome(() => countWithDuckDb(found, definition, { threads: 1 })),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('counts a thousand small files in a few seconds', () => {
    const definition = defineFunnel({
      events_path: 'x',
      funnel_name: 'f',
      steps: ['a', 'b'],
      window: '7d',
      mode: 'ordered',
    });
    const content = '{"user_id":"u","event":"a","ts":1}\n{"user_id":"u","event":"b","ts":2}';
    const started = performance.now();
    for (let run = 0; run < 1000; run++) {
      expect(countFunnelDirectly([content], definition).summary.converted).to.equal(1);
    }
    expect(performance.now() - started).to.be.below(5000);
  });
});
