import { GrowthError } from '../errors.js';
import { DEFAULT_COLUMNS, type EventColumns } from './event-columns.js';
import type { EventFile } from './event-file.js';
import type { DroppedRows } from './summary.js';

/**
 * When not one row has a user, a name or a time, the columns have other names; counting zero would mislead.
 *
 * @throws GrowthError `events_column_missing`
 */
export function assertColumns(eventsRead: number, dropped: DroppedRows): void {
  const wanting = [
    ['user', dropped.no_user, DEFAULT_COLUMNS.user],
    ['event', dropped.no_event, DEFAULT_COLUMNS.event],
    ['timestamp', dropped.bad_ts, DEFAULT_COLUMNS.timestamp],
  ] as const;
  const missing = wanting.find(([, count]) => eventsRead > 0 && count === eventsRead);
  if (missing === undefined) return;
  const message = `no row has a usable ${missing[0]} column (usual names: ${missing[2].join(', ')})`;
  throw new GrowthError('events_column_missing', message, {
    details: [{ path: `/funnel_analysis/columns/${missing[0]}`, message }],
  });
}

/** The error of a file with a header that lacks a column. */
export function columnMissing(
  file: EventFile,
  part: 'user' | 'event' | 'timestamp',
  columns: EventColumns,
  present: readonly string[],
): GrowthError {
  const message = `"${file.relative}" has no column ${columns[part].join(' or ')}; it has ${present.join(', ')}`;
  return new GrowthError('events_column_missing', message, {
    details: [{ path: `/funnel_analysis/columns/${part}`, message }],
  });
}
