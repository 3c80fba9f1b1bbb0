import { expect } from 'chai';
import { countWithClickHouse } from '../../../src/funnel/clickhouse/clickhouse-engine.js';
import type { ClickHouseConnection } from '../../../src/funnel/clickhouse/connection.js';
import { countFunnelDirectly } from '../../../src/funnel/direct-engine.js';
import { CLICKHOUSES, type ClickHouseEngine } from '../../support/clickhouse-engines.js';
import {
  type ChangeAnswer,
  EVENTS_TABLE,
  createEvents,
  defineTableFunnel,
  lying,
} from '../../support/clickhouse-table.js';
import { rejection } from '../../support/rejection.js';

for (const { name, isOld, isThere, use } of CLICKHOUSES) {
  describe(`a funnel on ClickHouse, with ${name}`, function () {
    this.timeout(120_000);
    before(function () {
      if (!isThere) this.skip();
    });

    const TWO_USERS = `('u', 'a', 1700000000, 'x'), ('u', 'b', 1700000060, 'y'), ('v', 'a', 1700000000, 'x')`;
    const createTwoUsers = (engine: ClickHouseEngine) =>
      createEvents(engine, 'user_id String, event String, ts Int64, plan String', TWO_USERS);

    it('decides what it can, and leaves users with two segments or a window between two entries to the state machine', () =>
      use(async (engine) => {
        // Of each kind one: decided; two segments; first entry mature, second immature, two steps.
        const rows = [
          ['decided', 'a', 0, 'x'],
          ['decided', 'b', 1, 'x'],
          ['segments', 'a', 0, 'x'],
          ['segments', 'a', 0, 'w'],
          ['window', 'a', 0, 'x'],
          ['window', 'a', 95, 'x'],
          ['window', 'b', 96, 'x'],
          ['newest', 'b', 100, 'x'],
        ] as const;
        await createEvents(
          engine,
          'user_id String, event String, ts Int64, plan String',
          rows.map(([user, event, ts, plan]) => `('${user}', '${event}', ${ts}, '${plan}')`).join(', '),
        );
        const definition = defineTableFunnel({ steps: ['a', 'b', 'c'], window: '10s', segment_by: 'plan' });
        const undecided: unknown[] = [];
        const watching = lying(engine.connection, (row) => {
          if (Number(row['decided']) === 0 && row['times'] !== undefined) undecided.push(row['g_user']);
          return row;
        });
        const { summary } = await countWithClickHouse(watching, EVENTS_TABLE, definition, { maxSample: 1 });
        expect(undecided.sort()).to.deep.equal(['segments', 'window']);
        const ordered = [...rows].sort((a, b) => a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
        const text = ordered
          .map(([user_id, event, ts, plan]) => JSON.stringify({ user_id, event, ts, plan }))
          .join('\n');
        const direct = countFunnelDirectly([text], definition).summary;
        expect(summary.segments).to.deep.equal(direct.segments);
        expect(summary.immature_users).to.equal(direct.immature_users);
        expect(summary.times_from).to.deep.equal({ users: 1, of: 3 });
      }));

    it('fails when the server contradicts the state machine, or sends fewer users than it counted', () =>
      use(async (engine) => {
        await createTwoUsers(engine);
        const definition = defineTableFunnel({ steps: ['a', 'b', 'c'], segment_by: 'plan' });
        const honest = await countWithClickHouse(engine.connection, EVENTS_TABLE, definition);
        expect(honest.summary.steps.map(({ users }) => users)).to.deep.equal([2, 1, 0]);
        const streamed =
          (change: ChangeAnswer): ChangeAnswer =>
          (row) =>
            row['times'] === undefined ? row : change(row);
        const lies: readonly (readonly [ChangeAnswer, RegExp])[] = [
          [
            streamed((row) => ({ ...row, depth: Number(row['depth']) + 1 })),
            /to step [23], .*the state machine to/,
          ],
          [streamed((row) => ({ ...row, immature: 1 - Number(row['immature']) })), /with the window open/],
          [streamed((row) => ({ ...row, segment: '+z' })), /counts a user/],
          [streamed((row) => ({ ...row, masks: [] })), /the state machine to 0/],
          [streamed((row) => ({ ...row, times: 'none' })), /not a list/],
          [streamed((row) => ({ ...row, sampled: 0 })), /sent 0 of 2 users of the sample/],
        ];
        for (const [lie, message] of lies) {
          const counting = countWithClickHouse(lying(engine.connection, lie), EVENTS_TABLE, definition);
          expect((await rejection(counting, 'clickhouse_failed')).message).to.match(message);
        }
      }));

    it('says which funnels it cannot count exactly', () =>
      use(async (engine) => {
        await createTwoUsers(engine);
        for (const mode of ['strict', 'first_touch', 'unordered']) {
          const counting = countWithClickHouse(engine.connection, EVENTS_TABLE, defineTableFunnel({ mode }));
          const error = await rejection(counting, 'clickhouse_unsupported');
          expect(error.message).to.include(`the mode "${mode}"`);
          expect(error.hint).to.include('events_path');
        }
        const again = defineTableFunnel({ steps: ['a', { name: 'again', event: 'a' }, 'b'] });
        if (!isOld) {
          expect(
            (await countWithClickHouse(engine.connection, EVENTS_TABLE, again)).summary.steps[1]?.users,
          ).to.equal(0);
          return;
        }
        const repeated = await rejection(
          countWithClickHouse(engine.connection, EVENTS_TABLE, again),
          'clickhouse_unsupported',
        );
        expect(repeated.message).to.match(
          /"a" can fill two steps, which ClickHouse 18\.16\.1 cannot .* needs 24\.10/,
        );
        await createEvents(
          engine,
          'user_id String, event String, ts Int64',
          "('u', 'a', 1), ('u', 'b', 1700000000123)",
        );
        const long = await rejection(
          countWithClickHouse(engine.connection, EVENTS_TABLE, defineTableFunnel({})),
          'clickhouse_unsupported',
        );
        expect(long.message).to.include('span more milliseconds');
      }));

    it('counts one event name with filters that exclude each other, on every server', () =>
      use(async (engine) => {
        await createTwoUsers(engine);
        const definition = defineTableFunnel({
          steps: [
            { name: 'first', event: 'a', where: { plan: ['x', 'z'] } },
            { name: 'second', event: 'a', where: { plan: 'y' } },
          ],
        });
        const { steps } = (await countWithClickHouse(engine.connection, EVENTS_TABLE, definition)).summary;
        expect(steps.map(({ users }) => users)).to.deep.equal([2, 0]);
      }));

    // Old servers do not explain, and refuse funnels whose steps are repeated.
    if (isOld) return;

    it('lets the server use partitions and the primary key', () =>
      use(async (engine) => {
        await engine.run('DROP TABLE IF EXISTS events');
        await engine.run(
          'CREATE TABLE events (user_id UInt32, event String, ts DateTime, land LowCardinality(String)) ENGINE = MergeTree PARTITION BY land ORDER BY (event, user_id)',
        );
        await engine.run(
          "INSERT INTO events VALUES (1, 'a', 1, 'DE'), (2, 'a', 1, 'FR'), (3, 'other', 1, 'DE')",
        );
        const asked: string[] = [];
        const watched: ClickHouseConnection = {
          ...engine.connection,
          rows: (sql) => (asked.push(sql), engine.connection.rows(sql)),
        };
        const german = { ...EVENTS_TABLE, where: [{ property: 'land', values: ['DE'] }] };
        await countWithClickHouse(watched, german, defineTableFunnel({}));
        const plans = await Promise.all(
          asked.slice(1).map((sql) => engine.run(`EXPLAIN indexes = 1 ${sql}`)),
        );
        expect(plans).to.have.lengthOf(2);
        for (const plan of plans) expect(plan).to.match(/Condition: \(land in 1-element set\)/);
        expect(plans[1]).to.match(/Condition: \(event in 2-element set\)/);
      }));

    it('leaves a user with many events of repeated steps to the state machine', () =>
      use(async (engine) => {
        await engine.run('DROP TABLE IF EXISTS events');
        await engine.run('CREATE TABLE events (user_id String, event String, ts Int64) ENGINE = Memory');
        await engine.run(
          "INSERT INTO events SELECT 'heavy', if(number % 2 = 0, 'a', 'b'), 1000 + number FROM numbers(4000)",
        );
        await engine.run("INSERT INTO events VALUES ('light', 'a', 1), ('light', 'b', 2), ('light', 'a', 3)");
        const definition = defineTableFunnel({
          steps: ['a', 'b', { name: 'again', event: 'a' }, 'c'],
          window: 'none',
        });
        const depths = new Map<unknown, number>();
        const watching = lying(engine.connection, (row) => {
          if (row['times'] !== undefined) depths.set(row['g_user'], Number(row['depth']));
          return row;
        });
        const { summary } = await countWithClickHouse(watching, EVENTS_TABLE, definition);
        expect(summary.steps.map(({ users }) => users)).to.deep.equal([2, 2, 2, 0]);
        expect([...depths].sort()).to.deep.equal([
          ['heavy', 0],
          ['light', 3],
        ]);
      }));
  });
}
