/** Candidate columns for each part of an event, the first one present counts. */
export interface EventColumns {
  readonly user: readonly string[];
  readonly event: readonly string[];
  readonly timestamp: readonly string[];
  readonly id: readonly string[];
}

/** Names of columns that are not the usual ones. */
export type ColumnNames = Partial<Record<keyof EventColumns, string>>;

export const DEFAULT_COLUMNS: EventColumns = {
  user: ['user_id'],
  event: ['event_name', 'event'],
  timestamp: ['timestamp', 'ts', 'occurred_at'],
  id: ['event_id'],
};

/** The columns to look for: those named, else the usual ones. */
export function columnNames(given: ColumnNames | undefined): EventColumns {
  const choose = (column: keyof EventColumns) => {
    const name = given?.[column];
    return name === undefined ? DEFAULT_COLUMNS[column] : [name];
  };
  return { user: choose('user'), event: choose('event'), timestamp: choose('timestamp'), id: choose('id') };
}
