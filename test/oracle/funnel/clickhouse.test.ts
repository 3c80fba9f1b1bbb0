import { expect } from 'chai';
import fc from 'fast-check';
import { GrowthError } from '../../../src/errors.js';
import { countWithClickHouse } from '../../../src/funnel/clickhouse/clickhouse-engine.js';
import type { ClickHouseTable } from '../../../src/funnel/clickhouse/source.js';
import { defineFunnel } from '../../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../../src/funnel/direct-engine.js';
import { DEFAULT_COLUMNS } from '../../../src/funnel/event-columns.js';
import type { FunnelResult, FunnelSummary } from '../../../src/funnel/summary.js';
import { FunnelAnalysisSchema } from '../../../src/inputs/schema.js';
import { CLICKHOUSES, type ClickHouseEngine } from '../../support/clickhouse-engines.js';
import { type OracleInputs, expectedFunnel } from './brute-force.js';
import { DISTINCT_STEPS, type History, histories } from './histories.js';
import { type OracleFile, asText, keptRows } from './rows.js';

const TABLE: ClickHouseTable = {
  table: 'events',
  database: undefined,
  where: [],
  columns: DEFAULT_COLUMNS,
};
const COLUMNS = ['user_id', 'event_name', 'timestamp', 'event_id', 'plan'] as const;
const CREATE = `CREATE TABLE events (${COLUMNS.map((name) => `${name} Nullable(String)`).join(', ')}) ENGINE = Memory`;

type TableRow = Readonly<Record<(typeof COLUMNS)[number], string | null>>;

/** Once the duplicate with the smaller name stayed, not the earlier one. */
const EARLIEST_DUPLICATE: History = {
  files: [
    {
      format: 'ndjson',
      text: [
        '{"user_id":"u","event_name":"a","timestamp":"2024-02-29T00:00:01Z","event_id":"1"}',
        '{"user_id":"u","event_name":"b","timestamp":"2024-02-28T23:59:59Z","event_id":"1"}',
      ].join('\n'),
    },
  ],
  inputs: { steps: ['a', 'c'] },
};

const MODES = ['ordered', 'strict_increase'] as const;
/** Half of them such as every server can count. */
const HISTORIES = fc.oneof(histories(MODES), histories(MODES, DISTINCT_STEPS));

/** What a table can hold of files: objects, with text or null in every column; in the order of a table. */
function tableRows(files: readonly OracleFile[]): TableRow[] {
  const rows = files
    .flatMap(({ text }) => text.split(/\r?\n/))
    .flatMap((line) => {
      const { dropped } = keptRows([{ format: 'ndjson', text: line }]);
      return line.trim() === '' || dropped.bad_line > 0 ? [] : [JSON.parse(line) as Record<string, unknown>];
    })
    .map((row): TableRow => ({
      user_id: asText(row['user_id']),
      event_name: typeof row['event_name'] === 'string' ? row['event_name'] : null,
      timestamp: asText(row['timestamp']),
      event_id: asText(row['event_id']),
      plan: asText(row['plan']),
    }));
  return rows
    .map((row) => ({ row, time: keptRows([ndjson([row])]).rows[0]?.time ?? 0 }))
    .sort(
      (a, b) =>
        a.time - b.time ||
        byBytes(a.row.event_name ?? '', b.row.event_name ?? '') ||
        byBytes(ofSegment(a.row), ofSegment(b.row)),
    )
    .map(({ row }) => row);
}

/** Of one time and name, rows are in the order of the segment's value, missing last. */
const ofSegment = ({ plan }: TableRow): string => (plan === null ? '-' : `+${plan}`);
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function ndjson(rows: readonly TableRow[]): OracleFile {
  return { format: 'ndjson', text: rows.map((row) => JSON.stringify(row)).join('\n') };
}

const definitionOf = (inputs: OracleInputs) =>
  defineFunnel(FunnelAnalysisSchema.parse({ ...inputs, events_path: 'events.ndjson' }));

async function fill({ run }: ClickHouseEngine, rows: readonly TableRow[]): Promise<void> {
  await run('DROP TABLE IF EXISTS events');
  await run(CREATE);
  if (rows.length > 0) await run(`INSERT INTO events FORMAT JSONEachRow ${ndjson(rows).text}`);
}

/** undefined where the server cannot count it, or where no row can be used: that is an error, and no funnel. */
async function counted(count: () => Promise<FunnelResult>): Promise<FunnelResult | undefined> {
  try {
    return await count();
  } catch (error) {
    const isExpected =
      error instanceof GrowthError &&
      ['clickhouse_unsupported', 'events_column_missing'].includes(error.code);
    if (isExpected) return undefined;
    throw error;
  }
}

const withoutEngine = ({ engine: _, ...summary }: FunnelSummary) => summary;

const asTheyAre = (rows: TableRow[]): TableRow[] => rows;

/** Over more users, so that some are left out of a sample. */
const spread = (rows: TableRow[]): TableRow[] =>
  rows.map((row, index) => ({ ...row, user_id: row.user_id?.replace(/^u$/, `u${index % 4}`) ?? null }));

/** @returns funnels that were counted */
async function compareAll(
  runs: number,
  engine: ClickHouseEngine,
  change: (rows: TableRow[]) => TableRow[],
  compare: (rows: TableRow[], inputs: OracleInputs) => Promise<boolean>,
): Promise<number> {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(HISTORIES, async ({ files, inputs }) => {
      const rows = change(tableRows(files));
      await fill(engine, rows);
      if (await compare(rows, inputs)) compared += 1;
    }),
    { numRuns: runs, endOnFailure: true, examples: [[EARLIEST_DUPLICATE]] },
  );
  return compared;
}

/** Users in the order in which a sample takes them. */
async function inSampleOrder({ run }: ClickHouseEngine): Promise<string[]> {
  const answer = await run(
    `SELECT DISTINCT assumeNotNull(user_id) AS user FROM events WHERE isNotNull(user_id) ORDER BY cityHash64(user), user FORMAT JSONEachRow`,
  );
  return answer
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { user: string }).user);
}

const TIMES = /_seconds_/;

function timesOf(summary: FunnelSummary): unknown {
  const only = (fields: object) => Object.entries(fields).filter(([name]) => TIMES.test(name));
  return [only(summary), summary.steps.map(only)];
}

function withoutTimes(summary: FunnelSummary): unknown {
  const rest = (fields: object) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !TIMES.test(name)));
  const { steps, engine: _, times_from: __, ...others } = summary;
  return { ...rest(others), steps: steps.map(rest) };
}

for (const { name, isOld, isThere, use } of CLICKHOUSES) {
  // The analyzer of today takes half a second for what the old server does at once.
  const runs = isOld ? 200 : 50;

  describe(`ClickHouse and the other engines, with ${name}`, function () {
    this.timeout(300_000);
    before(function () {
      if (!isThere) this.skip();
    });

    it('count the same funnels in every field', () =>
      use(async (engine) => {
        const compared = await compareAll(runs, engine, asTheyAre, async (rows, inputs) => {
          const found = await counted(() =>
            countWithClickHouse(engine.connection, TABLE, definitionOf(inputs)),
          );
          if (found === undefined) return false;
          expect(withoutEngine(found.summary)).to.deep.equal(expectedFunnel([ndjson(rows)], inputs));
          const direct = countFunnelDirectly([ndjson(rows).text], definitionOf(inputs));
          expect(withoutEngine(found.summary)).to.deep.equal(withoutEngine(direct.summary));
          expect(found.spanDays).to.equal(direct.spanDays);
          return true;
        });
        expect(compared).to.be.greaterThan(isOld ? runs / 3 : runs / 2);
      }));

    it('with a small sample: counts of all users, times of exactly the sampled ones', () =>
      use(async (engine) => {
        let sampled = 0;
        await compareAll(runs, engine, spread, async (rows, inputs) => {
          const definition = definitionOf(inputs);
          const found = await counted(() =>
            countWithClickHouse(engine.connection, TABLE, definition, { maxSample: 2 }),
          );
          if (found === undefined) return false;
          const direct = countFunnelDirectly([ndjson(rows).text], definition).summary;
          expect(withoutTimes(found.summary)).to.deep.equal(withoutTimes(direct));
          if (direct.entered <= 2) {
            expect(found.summary.times_from).to.equal(undefined);
            expect(timesOf(found.summary)).to.deep.equal(timesOf(direct));
            return true;
          }
          sampled += 1;
          expect(found.summary.times_from).to.deep.equal({ users: 2, of: direct.entered });
          const alone = (user: string) =>
            countFunnelDirectly([ndjson(rows.filter(({ user_id }) => user_id === user)).text], definition)
              .summary;
          const entered = (await inSampleOrder(engine)).filter(
            (user) => user.trim() !== '' && counts(() => alone(user)) && alone(user).entered > 0,
          );
          const chosen = rows.filter(({ user_id }) => entered.slice(0, 2).includes(user_id ?? ''));
          expect(timesOf(found.summary)).to.deep.equal(
            timesOf(countFunnelDirectly([ndjson(chosen).text], definition).summary),
          );
          return true;
        });
        expect(sampled).to.be.greaterThan(runs / 20);
      }));
  });
}

/** Whether a funnel can be counted of rows: at least one has a name and a time. */
function counts(count: () => FunnelSummary): boolean {
  try {
    return count().users_seen > 0;
  } catch (error) {
    if (error instanceof GrowthError && error.code === 'events_column_missing') return false;
    throw error;
  }
}
