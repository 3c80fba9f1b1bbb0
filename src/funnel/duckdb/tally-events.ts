import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import { assertColumns } from '../columns.js';
import type { FunnelDefinition } from '../definition.js';
import { type DroppedRows, FunnelTally, type FunnelResult, spanDays, totalDropped } from '../summary.js';
import { markDuplicates } from './duplicates.js';
import { firstRow } from './first-row.js';
import { type DropReason, KEPT, reasonOf } from './judge-sql.js';
import { partitions } from './partitions.js';
import { UserGroups } from './user-groups.js';

/** Lines that the table of events does not tell from rows without values, or does not hold. */
interface UnreadLines {
  readonly unclearBad: number;
  readonly rejected: number;
}

/**
 * Sums up the table of events.
 *
 * @throws GrowthError `events_column_missing`
 */
export async function tallyEvents(
  connection: DuckDBConnection,
  definition: FunnelDefinition,
  lines: UnreadLines,
): Promise<FunnelResult> {
  const rows = new Map<DropReason | 'kept', number>();
  const counts = await connection.runAndReadAll(
    'SELECT least(steps, 0) AS outcome, count(*) FROM events GROUP BY outcome',
  );
  for (const [outcome, count] of counts.getRows()) {
    rows.set(reasonOf(Number(outcome)) ?? 'kept', Number(count));
  }
  const of = (reason: DropReason | 'kept') => rows.get(reason) ?? 0;

  const duplicate = await markDuplicates(connection, of('kept'));
  const dropped: DroppedRows = {
    bad_line: of('bad_line') + lines.unclearBad + lines.rejected,
    no_user: of('no_user') + of('unclear') - lines.unclearBad,
    no_event: of('no_event'),
    bad_ts: of('bad_ts'),
    duplicate,
  };
  const eventsUsed = of('kept') - duplicate;
  const eventsRead = eventsUsed + totalDropped(dropped);
  assertColumns(eventsRead, dropped);

  const [oldest, newest] = await firstRow(connection, 'SELECT min(ts), max(ts) FROM used');
  const usersSeen = await countUsers(connection, of('kept'));
  const [oldestMs, newestMs] = eventsUsed === 0 ? [null, null] : [Number(oldest), Number(newest)];
  const funnel = new FunnelTally(definition, newestMs);
  await forEachUser(connection, definition, of('kept'), funnel);
  const summary = funnel.summary({
    engine: 'duckdb',
    events_read: eventsRead,
    events_used: eventsUsed,
    dropped,
    users_seen: usersSeen,
  });
  return { summary, spanDays: spanDays(oldestMs, newestMs) };
}

async function countUsers(connection: DuckDBConnection, kept: number): Promise<number> {
  let users = 0;
  for (const part of partitions('u', kept)) {
    const sql = `SELECT count(*) FROM (SELECT DISTINCT u, v FROM events WHERE ${KEPT} AND ${part})`;
    users += Number((await firstRow(connection, sql))[0]);
  }
  return users;
}

/** Streams the events of one user after the other to the state machine. */
async function forEachUser(
  connection: DuckDBConnection,
  { mode, segmentBy }: FunnelDefinition,
  kept: number,
  funnel: FunnelTally,
): Promise<void> {
  // Neighbours are counted among all events of a user, other modes see only those of a step.
  const wanted = mode === 'strict' ? 'true' : 'steps <> 0';
  const hasSegments = segmentBy !== undefined;
  // A hash of 64 bits is no number of JavaScript; its upper 53 bits are.
  const columns = `(u >> 11)::DOUBLE, v, ts::DOUBLE, steps${hasSegments ? ', segment' : ''}`;
  const users = new UserGroups((history, segmentOf) => funnel.add(history, segmentOf));
  for (const part of partitions('u', kept)) {
    // A key of more than three columns would be sorted at half the speed; v is told apart afterwards.
    const stream = await connection.stream(
      `SELECT ${columns} FROM used WHERE ${wanted} AND ${part} ORDER BY u, ts, row`,
    );
    for (;;) {
      const chunk = await stream.fetchChunk();
      const rows = chunk?.rowCount ?? 0;
      if (chunk === null || rows === 0) break;
      const [upper, lower, time, steps, segment] = Array.from({ length: chunk.columnCount }, (_, column) =>
        chunk.getColumnVector(column),
      );
      for (let row = 0; row < rows; row++) {
        users.add({
          upper: number(upper, row),
          lower: number(lower, row),
          time: number(time, row),
          steps: number(steps, row),
          segment: text(segment, row),
        });
      }
    }
    users.end();
  }
}

function number(vector: DuckDBVector | undefined, row: number): number {
  return Number(vector?.getItem(row));
}

function text(vector: DuckDBVector | undefined, row: number): string | null {
  const value: unknown = vector?.getItem(row);
  return typeof value === 'string' ? value : null;
}
