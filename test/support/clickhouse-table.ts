import type { ClickHouseConnection } from '../../src/funnel/clickhouse/connection.js';
import type { ClickHouseTable } from '../../src/funnel/clickhouse/source.js';
import { type FunnelDefinition, defineFunnel } from '../../src/funnel/definition.js';
import { DEFAULT_COLUMNS } from '../../src/funnel/event-columns.js';
import { FunnelAnalysisSchema } from '../../src/inputs/schema.js';
import type { ClickHouseEngine } from './clickhouse-engines.js';

/** The table that `createEvents` makes, with the usual names of columns. */
export const EVENTS_TABLE: ClickHouseTable = {
  table: 'events',
  database: undefined,
  where: [],
  columns: DEFAULT_COLUMNS,
};

/** A funnel of the table: a, then b within a minute, but for what is given. */
export function defineTableFunnel(inputs: object): FunnelDefinition {
  return defineFunnel(
    FunnelAnalysisSchema.parse({
      clickhouse: { table: 'events' },
      steps: ['a', 'b'],
      window: '60s',
      ...inputs,
    }),
  );
}

/** @param columns and values as SQL */
export async function createEvents(
  { run }: ClickHouseEngine,
  columns: string,
  values: string,
): Promise<void> {
  await run('DROP TABLE IF EXISTS events');
  await run(`CREATE TABLE events (${columns}) ENGINE = Memory`);
  await run(`INSERT INTO events VALUES ${values}`);
}

export type ChangeAnswer = (row: Record<string, unknown>) => Record<string, unknown>;

/** A connection that changes what the server answers. */
export function lying(honest: ClickHouseConnection, change: ChangeAnswer): ClickHouseConnection {
  return {
    ...honest,
    rows: async (sql) => (await honest.rows(sql)).map(change),
    stream: async function* (sql) {
      for await (const row of honest.stream(sql)) yield change(row);
    },
  };
}
