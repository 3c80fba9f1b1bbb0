/**
 * The raw rows of event files, read a second time: line by line, from the definitions in docs/funnels.md
 * only, sharing nothing with `src`. Where the definitions leave something open, a comment says how it is
 * read here.
 */

export interface OracleFile {
  readonly format: 'ndjson';
  readonly text: string;
}

export interface Columns {
  readonly user?: string;
  readonly event?: string;
  readonly timestamp?: string;
  readonly id?: string;
}

export interface Row {
  readonly user: string;
  readonly event: string;
  /** Whole milliseconds since 1970, UTC. */
  readonly time: number;
  readonly id: string | null;
  /** Place in (file, row) order. */
  readonly place: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Dropped {
  bad_line: number;
  no_user: number;
  no_event: number;
  bad_ts: number;
  duplicate: number;
}

export interface KeptRows {
  readonly read: number;
  /** By (file, row). */
  readonly rows: readonly Row[];
  readonly dropped: Readonly<Dropped>;
}

/*
 * What the definitions leave open, and how the oracle reads it; histories stay off what is not listed.
 * - A blank line holds nothing but spaces, tabs and carriage returns.
 * - A user is text or a number; true, an object or a list is as good as no user.
 * - A user is blank when it is empty or white space only; a blank is kept in a name that has more.
 * - Of the usual names of a column, the first whose value in the row is neither missing nor null counts.
 * - A column that `columns` names replaces the usual ones.
 * - An event id is text or a number; null, missing and the empty text are no id; a blank is one.
 * - Text that is a decimal number is a time as the number is, because CSV knows only text.
 * - A time on a day that the calendar lacks, or an hour past 23, is a bad_ts.
 * - An open window is t1 + W later than the newest kept event of any user; without a window none is open.
 * - Step 1 has conversions 1 also when nobody entered.
 * - lowest_rate is null only where no step has a rate; a rate of 1 can be the lowest.
 * - A property that is null or missing has the segment (none), and a filter never matches it.
 * - Segments of equal N1 are in order of code points; (other) comes last and beside the fifty.
 * - unordered: t1 … tk are the times of the set in their order, and the segment is the earliest event of it.
 * - strict: e1 may be any step-1 event, and neighbours in the list are of any name.
 */

const USUAL = {
  user: ['user_id'],
  event: ['event_name', 'event'],
  timestamp: ['timestamp', 'ts', 'occurred_at'],
  id: ['event_id'],
} as const;

/** Rows that count, and why the others do not. */
export function keptRows(files: readonly OracleFile[], columns: Columns = {}): KeptRows {
  const dropped: Dropped = { bad_line: 0, no_user: 0, no_event: 0, bad_ts: 0, duplicate: 0 };
  const rows: Row[] = [];
  const lines = files.flatMap(({ text }) => text.split('\n')).filter((line) => /[^ \t\r]/.test(line));
  for (const [place, line] of lines.entries()) {
    const row = readRow(line, place, columns);
    if (typeof row === 'string') dropped[row] += 1;
    else rows.push(row);
  }
  const kept = rows.filter((row) => !rows.some((other) => isDuplicateOf(row, other)));
  dropped.duplicate = rows.length - kept.length;
  return { read: lines.length, rows: kept, dropped };
}

/** Value of a property as it is compared and shown; null for none. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A property of a row; null for none. */
export function propertyOf(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  return Object.hasOwn(fields, name) ? asText(fields[name]) : null;
}

function isDuplicateOf(row: Row, other: Row): boolean {
  if (row === other || row.id === null || row.id !== other.id || row.user !== other.user) return false;
  return other.time < row.time || (other.time === row.time && other.place < row.place);
}

function readRow(line: string, place: number, columns: Columns): Row | keyof Dropped {
  const fields = parseObject(line);
  if (fields === null) return 'bad_line';
  const field = (column: keyof typeof USUAL): unknown => {
    const names = columns[column] === undefined ? USUAL[column] : [columns[column]];
    return names
      .map((name) => (Object.hasOwn(fields, name) ? fields[name] : null))
      .find((value) => value !== null);
  };
  const [user, event, time, id] = [field('user'), field('event'), timeOf(field('timestamp')), field('id')];
  const who = typeof user === 'boolean' ? null : asText(user);
  if (who === null || who.trim() === '') return 'no_user';
  if (typeof event !== 'string' || event === '') return 'no_event';
  if (time === null) return 'bad_ts';
  return { user: who, event, time, id: asText(id) === '' ? null : asText(id), place, fields };
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Whole milliseconds since 1970, rounded down; null when it is no time. */
function timeOf(value: unknown): number | null {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string') return null;
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return ofNumber(Number(value));
  const match = ISO.exec(value);
  if (match === null) return null;
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour = '0',
    minute = '0',
    second = '0',
    fraction = '',
    zone = 'Z',
  ] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  const minutes = offset === null ? 0 : Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  const east = offset?.[1] === '-' ? -minutes : minutes;
  const seconds = (Number(hour) * 60 + Number(minute) - east) * 60 + Number(second);
  return date.getTime() + seconds * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

function ofNumber(value: number): number | null {
  const size = Math.abs(value);
  const milliseconds =
    size < 1e11 ? value * 1000 : size < 1e14 ? value : size < 1e17 ? value / 1000 : value / 1_000_000;
  return Number.isFinite(milliseconds) ? Math.floor(milliseconds) : null;
}
