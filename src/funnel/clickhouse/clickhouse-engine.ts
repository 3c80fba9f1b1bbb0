import { assertColumns } from '../columns.js';
import type { FunnelDefinition } from '../definition.js';
import type { UserCount } from '../judged-user.js';
import { type FunnelResult, FunnelTally, spanDays, totalDropped } from '../summary.js';
import type { ClickHouseConnection } from './connection.js';
import { countsSql, segmentOf, stepRowsSql } from './events-sql.js';
import { failed } from './failure.js';
import { readStreamedUsers, tallyStreamedUsers } from './histories.js';
import { type ClickHouseTable, type EventsSource, describeSource } from './source.js';
import { type UserSource, groupsSql, historiesSql } from './users-sql.js';
import { assertCountable, depthSql } from './window-funnel.js';

/** Users whose times stand for those of all, at most. */
const MAX_SAMPLE = 200_000;
/** Queries that count: rows, then users; the third reads the sample. */
const QUERIES = 3;

export interface ClickHouseOptions {
  readonly maxSample?: number;
  /** Called before each query with how many were answered. */
  readonly onQuery?: (answered: number, queries: number) => void;
}

/**
 * Counts a funnel on a ClickHouse server: rows, depths, segments and open windows there; times, and users
 * whom the server cannot decide, by the state machine here. On every user that both have seen they must
 * agree.
 *
 * @throws GrowthError `clickhouse_failed`, `clickhouse_unsupported`, `events_column_missing`
 */
export async function countWithClickHouse(
  connection: ClickHouseConnection,
  table: ClickHouseTable,
  definition: FunnelDefinition,
  { maxSample = MAX_SAMPLE, onQuery = () => undefined }: ClickHouseOptions = {},
): Promise<FunnelResult> {
  assertCountable(definition, connection);
  const source = await describeSource(connection, table, definition);
  onQuery(0, QUERIES);
  const { oldestMs, newestMs, isInWholeSeconds, ...rows } = await countRows(connection, source);
  assertColumns(rows.events_read, rows.dropped);
  const funnel = new FunnelTally(definition, newestMs);
  let entered = 0;
  if (oldestMs !== null && newestMs !== null) {
    const stepRows = stepRowsSql(source, definition, {
      newestMs,
      hasDuplicates: rows.dropped.duplicate > 0,
    });
    const depth = depthSql(
      definition,
      { oldestMs, newestMs, isInWholeSeconds },
      connection.version,
      stepRows,
    );
    const users: UserSource = { definition, stepRows, depth, newestMs };
    onQuery(1, QUERIES);
    entered = await countUsers(connection, users, funnel, maxSample, () => onQuery(2, QUERIES));
  }
  onQuery(QUERIES, QUERIES);
  const summary = funnel.summary({
    engine: 'clickhouse',
    ...rows,
    times_from: entered > maxSample ? { users: maxSample, of: entered } : undefined,
  });
  return { summary, spanDays: spanDays(oldestMs, newestMs) };
}

async function countRows(connection: ClickHouseConnection, source: EventsSource) {
  const [counts] = await connection.rows(countsSql(source));
  const number = (name: string) => Number(counts?.[name]);
  const dropped = {
    bad_line: 0,
    no_user: number('no_user'),
    no_event: number('no_event'),
    bad_ts: number('bad_ts'),
    duplicate: number('duplicate'),
  };
  const used = number('used');
  return {
    events_read: used + totalDropped(dropped),
    events_used: used,
    dropped,
    users_seen: number('users'),
    oldestMs: used === 0 ? null : number('oldest'),
    newestMs: used === 0 ? null : number('newest'),
    isInWholeSeconds: number('fractions') === 0,
  };
}

/** @returns users who entered */
async function countUsers(
  connection: ClickHouseConnection,
  users: UserSource,
  funnel: FunnelTally,
  maxSample: number,
  onCounted: () => void,
): Promise<number> {
  const groups = await connection.rows(groupsSql(users));
  let [decided, undecided] = [0, 0];
  for (const group of groups) {
    const like = Number(group['users']);
    if (Number(group['decided']) === 0) undecided += like;
    else {
      decided += like;
      funnel.count(userCount(group), like);
    }
  }
  onCounted();
  const entered = decided + undecided;
  const sample = entered <= maxSample ? undefined : maxSample;
  const histories = connection.stream(historiesSql(users, sample, undecided > 0));
  const streamed = await tallyStreamedUsers(readStreamedUsers(histories), users, funnel);
  // Old servers break off without an error, and others may have written to the table.
  if (streamed.sampled !== (sample ?? entered) || streamed.undecided !== undecided) {
    throw failed(
      `it sent ${streamed.sampled} of ${sample ?? entered} users of the sample and ${streamed.undecided} of ${undecided} that it cannot decide`,
      'The answer broke off, or the table changed meanwhile: run again.',
    );
  }
  return entered;
}

function userCount(row: Readonly<Record<string, unknown>>): UserCount {
  return {
    depth: Number(row['depth']),
    segment: segmentOf(String(row['segment'])),
    isImmature: Number(row['immature']) === 1,
  };
}
