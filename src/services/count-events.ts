import { GrowthError } from '../errors.js';
import { countFunnel } from '../funnel/count-funnel.js';
import { clickHouseAccess } from '../funnel/clickhouse/access.js';
import { defineFunnel, filters } from '../funnel/definition.js';
import { type ColumnNames, columnNames } from '../funnel/event-columns.js';
import { findEventFiles } from '../funnel/event-files.js';
import type { FunnelResult } from '../funnel/summary.js';
import type { FunnelAnalysisInputs } from '../inputs/schema.js';
import type { OnProgress } from './section.js';

export interface CountedEvents {
  readonly result: FunnelResult;
  /** Where the events were, as evidence names it. */
  readonly source: string;
  /** What was read, for `report.inputs.notes`. */
  readonly note: string;
}

interface CountOptions {
  readonly root: string;
  readonly threads: number;
  readonly onProgress: OnProgress;
}

/**
 * Counts the funnel from where its events are: files, or a table of a ClickHouse server.
 *
 * @throws GrowthError `inputs_invalid` when neither is named, and what the engines throw
 */
export async function countEvents(
  inputs: FunnelAnalysisInputs,
  options: CountOptions,
): Promise<CountedEvents> {
  if (inputs.clickhouse !== undefined) return countTable(inputs, inputs.clickhouse, options);
  if (inputs.events_path !== undefined) return countFiles(inputs, inputs.events_path, options);
  throw new GrowthError('inputs_invalid', 'funnel_analysis names neither files nor a table');
}

async function countFiles(
  inputs: FunnelAnalysisInputs,
  eventsPath: string | readonly string[],
  { root, threads, onProgress }: CountOptions,
): Promise<CountedEvents> {
  const definition = defineFunnel(inputs);
  const files = await findEventFiles(root, eventsPath);
  onProgress({ stage: 'events', done: 0, total: files.length });
  let read = 0;
  const result = await countFunnel(files, definition, {
    threads,
    columns: givenColumns(inputs),
    onFile: () => onProgress({ stage: 'events', done: (read += 1), total: files.length }),
  });
  onProgress({ stage: 'events', done: files.length, total: files.length });
  const [first = 'events'] = files.map(({ relative }) => relative);
  return {
    result,
    source: files.length === 1 ? first : `${first} and ${files.length - 1} more`,
    note: `${files.length} ${files.length === 1 ? 'file' : 'files'}, ${result.summary.events_read} events read.`,
  };
}

async function countTable(
  inputs: FunnelAnalysisInputs,
  { table, database, where = {} }: NonNullable<FunnelAnalysisInputs['clickhouse']>,
  { onProgress }: CountOptions,
): Promise<CountedEvents> {
  const definition = defineFunnel(inputs);
  const access = clickHouseAccess(process.env);
  const { withClickHouse } = await import('../funnel/clickhouse/connection.js');
  const { countWithClickHouse } = await import('../funnel/clickhouse/clickhouse-engine.js');
  const events = { table, database, where: filters(where), columns: columnNames(givenColumns(inputs)) };
  const result = await withClickHouse(access, (connection) =>
    countWithClickHouse(connection, events, definition, {
      onQuery: (done, total) => onProgress({ stage: 'queries', done, total }),
    }),
  );
  const name = database === undefined ? table : `${database}.${table}`;
  return {
    result,
    source: `ClickHouse table ${name}`,
    note: `ClickHouse table ${name}, ${result.summary.events_read} events read.`,
  };
}

function givenColumns({ columns = {} }: FunnelAnalysisInputs): ColumnNames {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([part, name]) => (name === undefined ? [] : [[part, name] as const])),
  );
}
