import { expect } from 'chai';
import { countWithClickHouse } from '../../../src/funnel/clickhouse/clickhouse-engine.js';
import { quoteIdentifier, quoteString } from '../../../src/funnel/clickhouse/literal.js';
import { countFunnelDirectly } from '../../../src/funnel/direct-engine.js';
import { CLICKHOUSES } from '../../support/clickhouse-engines.js';
import { EVENTS_TABLE, createEvents, defineTableFunnel, lying } from '../../support/clickhouse-table.js';
import { rejection } from '../../support/rejection.js';

for (const { name, isOld, isThere, use } of CLICKHOUSES) {
  describe(`a table of ClickHouse, with ${name}`, function () {
    this.timeout(120_000);
    before(function () {
      if (!isThere) this.skip();
    });

    it('reads back every text that is quoted as it was', () =>
      use(async ({ connection }) => {
        for (const text of ["'", '\\', "\\'", '\0', '\n', '`', '%27', 'é😀', "x' OR 1=1 --", '{p:String}']) {
          const answer = await connection.rows(`SELECT ${quoteString(text)} AS ${quoteIdentifier(text)}`);
          expect(answer).to.deep.equal([{ [text]: text }]);
        }
      }));

    it('reads times of every type of column, rounded down to milliseconds', () =>
      use(async (engine) => {
        const old: readonly (readonly [type: string, sql: string, milliseconds: number])[] = [
          ['DateTime', '1700000000', 1_700_000_000_000],
          ["DateTime('America/New_York')", '1700000000', 1_700_000_000_000],
          ['Nullable(DateTime)', '1700000000', 1_700_000_000_000],
          ['Date', "'2024-02-29'", Date.UTC(2024, 1, 29)],
          ['UInt32', '1700000000', 1_700_000_000_000],
          ['Int64', '-1', -1000],
          ['Int64', '1700000000123', 1_700_000_000_123],
          ['UInt64', '1700000000123999', 1_700_000_000_123],
          ['Int64', '1700000000123999999', 1_700_000_000_123],
          ['Float64', '1700000000.123', 1_700_000_000_123],
          ['Float64', '1700000000123', 1_700_000_000_123],
          ['Float64', '-0.0001', -1],
          ['Decimal(18, 4)', '1700000000.1239', 1_700_000_000_123],
          ['String', "'2024-02-29T12:00:00.1239+05:30'", Date.UTC(2024, 1, 29, 6, 30, 0, 123)],
          ['String', "'2024-02-29 12:00'", Date.UTC(2024, 1, 29, 12)],
          ['LowCardinality(String)', "'2024-02-29T12:00Z'", Date.UTC(2024, 1, 29, 12)],
          ['LowCardinality(Nullable(String))', "'2024-02-29'", Date.UTC(2024, 1, 29)],
          ['FixedString(10)', "'2024-02-29'", Date.UTC(2024, 1, 29)],
          ['Nullable(String)', "'1700000000.123'", 1_700_000_000_123],
          ['String', "'-1700000000123456.7'", -1_700_000_000_124],
          ['String', "'18446744073709551616'", 18_446_744_073_709],
        ];
        const modern: typeof old = [
          ['DateTime64(3)', "'2024-02-29 12:00:00.123'", Date.UTC(2024, 1, 29, 12, 0, 0, 123)],
          ['DateTime64(6)', "'2024-02-29 12:00:00.123999'", Date.UTC(2024, 1, 29, 12, 0, 0, 123)],
          ["DateTime64(9, 'UTC')", "'1969-12-31 23:59:59.999999999'", -1],
          ['DateTime64(0)', "'2024-02-29 12:00:00'", Date.UTC(2024, 1, 29, 12)],
          ['Date32', "'1969-12-31'", -86_400_000],
        ];
        for (const [type, sql, milliseconds] of isOld ? old : [...old, ...modern]) {
          // The second event lies a known time after the first, so that only the first is in question.
          await createEvents(
            engine,
            `user_id String, event String, ts ${type}`,
            `('u', 'a', ${sql}), ('u', 'a', ${sql})`,
          );
          let oldest: unknown;
          const watching = lying(engine.connection, (row) => {
            oldest ??= row['oldest'];
            return row;
          });
          const { summary } = await countWithClickHouse(watching, EVENTS_TABLE, defineTableFunnel({}));
          expect(Number(oldest), `${type} ${sql}`).to.equal(milliseconds);
          expect(summary.entered).to.equal(1);
        }
      }));

    it('drops times that are none, as files do', () =>
      use(async (engine) => {
        const times = [
          '2024-02-30',
          '2024-13-01',
          '2024-02-28T24:00:00Z',
          '2024-02-28T12:00:00+24:00',
          '2024-02-28t12:00:00z',
          '2024-02-28T12:00:00,5Z',
          '1e9',
          '',
          'yesterday',
          '2024-02-29Z',
        ];
        const values = times.map((time) => `('u', 'a', '${time}')`).join(', ');
        await createEvents(engine, 'user_id String, event String, ts String', `${values}, ('u', 'a', '1')`);
        const { dropped } = (
          await countWithClickHouse(engine.connection, EVENTS_TABLE, defineTableFunnel({}))
        ).summary;
        const lines = times.map((ts) => JSON.stringify({ user_id: 'u', event: 'a', ts }));
        const direct = countFunnelDirectly(
          [[...lines, '{"user_id":"u","event":"a","ts":1}'].join('\n')],
          defineTableFunnel({}),
        );
        expect(dropped).to.deep.equal(direct.summary.dropped);
        expect(dropped.bad_ts).to.equal(times.length);
      }));

    it('takes a number or a UUID for a user by its text, and reads properties of any type', () =>
      use(async (engine) => {
        for (const [type, user] of [
          ['UInt64', '7'],
          ['Int8', '-7'],
          ['UUID', "'61f0c404-5cb3-11e7-907b-a6006ad3dba0'"],
          ['FixedString(3)', "'abc'"],
          ['LowCardinality(String)', "'abc'"],
          ['LowCardinality(Nullable(String))', "'abc'"],
          ['Nullable(UInt32)', '7'],
        ]) {
          await createEvents(
            engine,
            `user_id ${type ?? ''}, event String, ts UInt32, n Int32, f Float64, e Enum8('x' = 1), d Date`,
            `(${user ?? ''}, 'a', 1, 5, 1.5, 'x', '2024-02-29'), (${user ?? ''}, 'b', 2, 5, 1.5, 'x', '2024-02-29')`,
          );
          for (const where of [{ n: 5 }, { n: ['05', '5'] }, { f: 1.5 }, { e: 'x' }, { d: '2024-02-29' }]) {
            const definition = defineTableFunnel({ steps: ['a', { event: 'b', where }], segment_by: 'n' });
            const filters = Object.entries(where).map(([property, values]) => ({
              property,
              values: [values].flat().map(String),
            }));
            const { summary } = await countWithClickHouse(
              engine.connection,
              { ...EVENTS_TABLE, where: filters },
              definition,
            );
            expect(summary.converted, `${type ?? ''} ${JSON.stringify(where)}`).to.equal(1);
            expect(summary.segments).to.deep.equal([{ value: '5', users: [1, 1] }]);
          }
          const none = { ...EVENTS_TABLE, where: [{ property: 'n', values: ['05', '300', '-1'] }] };
          expect(
            (await countWithClickHouse(engine.connection, none, defineTableFunnel({}))).summary.events_read,
          ).to.equal(0);
        }
      }));

    it('counts nothing in an empty table, and says which column holds nothing', () =>
      use(async (engine) => {
        await createEvents(engine, 'user_id String, event String, ts UInt32', "('', 'a', 1)");
        await rejection(
          countWithClickHouse(engine.connection, EVENTS_TABLE, defineTableFunnel({})),
          'events_column_missing',
        );
        await engine.run('DROP TABLE events');
        await engine.run('CREATE TABLE events (user_id String, event String, ts UInt32) ENGINE = Memory');
        const { summary, spanDays } = await countWithClickHouse(
          engine.connection,
          EVENTS_TABLE,
          defineTableFunnel({}),
        );
        expect([summary.events_read, summary.entered, spanDays]).to.deep.equal([0, 0, null]);
      }));

    it('reads rows by properties that may be missing, and keeps the times of duplicates apart', () =>
      use(async (engine) => {
        await createEvents(
          engine,
          'user_id String, event String, ts Int64, plan LowCardinality(Nullable(String)), n Nullable(Int8), event_id String',
          `('u', 'a', 5, 'x', 1, 'i'), ('u', 'a', 1, 'x', 1, 'i'), ('u', 'b', 4, 'x', 1, ''), ('v', 'a', 1, NULL, NULL, 'i')`,
        );
        for (const where of [[{ property: 'plan', values: ['x'] }], [{ property: 'n', values: ['1'] }]]) {
          const { summary } = await countWithClickHouse(
            engine.connection,
            { ...EVENTS_TABLE, where },
            defineTableFunnel({ window: '3s' }),
          );
          expect([summary.events_read, summary.dropped.duplicate, summary.converted]).to.deep.equal([
            3, 1, 1,
          ]);
        }
      }));
  });
}
