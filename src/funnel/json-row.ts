import type { EventColumns } from './event-columns.js';

/** An event as text, before it is judged; null for what is missing or of another type. */
export interface RawEvent {
  readonly user: string | null;
  readonly event: string | null;
  readonly time: string | null;
  readonly id: string | null;
  /** Values of the properties that filters and segments read, in their order. */
  readonly properties: readonly (string | null)[];
}

type Kind = 'string' | 'number' | 'boolean';

/** @returns null for a line that is not a JSON object */
export function jsonRow(line: string, columns: EventColumns, properties: readonly string[]): RawEvent | null {
  const parsed = parse(line);
  if (!isRecord(parsed) || hasLoneSurrogate(line)) return null;
  const text = (candidates: readonly string[], ...kinds: readonly Kind[]) => {
    const key = candidates.find((name) => Object.hasOwn(parsed, name) && parsed[name] !== null);
    return key === undefined ? null : valueText(parsed[key], kinds, () => exactNumber(line, key));
  };
  return {
    user: text(columns.user, 'string', 'number'),
    event: text(columns.event, 'string'),
    time: text(columns.timestamp, 'string', 'number'),
    id: text(columns.id, 'string', 'number'),
    properties: properties.map((name) => text([name], 'string', 'number', 'boolean')),
  };
}

/** As DuckDB reads JSON: Python writes NaN and Infinity, which are no values, and lists may end with a comma. */
function parse(line: string): unknown {
  return parseStrictly(line) ?? parseStrictly(line.replaceAll(LENIENT, strictToken));
}

const LENIENT = /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])|-?(?:nan|inf(?:inity)?)\b/gi;

function strictToken(token: string): string {
  if (token.startsWith('"')) return token;
  return token === ',' ? '' : 'null';
}

function parseStrictly(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Half a character, which is no Unicode text (and which DuckDB refuses). */
function hasLoneSurrogate(line: string): boolean {
  if (!/\\u[dD]/.test(line)) return false;
  const rest = line.replaceAll(/\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\[^u]/g, '');
  return /\\u[dD][89a-fA-F]/.test(rest);
}

function valueText(value: unknown, kinds: readonly Kind[], exact: () => string): string | null {
  if (!kinds.some((kind) => typeof value === kind)) return null;
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return String(value === 0 ? 0 : value);
  return Number.isInteger(value) ? exact() : String(value).replace('e+', 'e');
}

/** The digits of a whole number that a double does not hold: every number of the line is read as text. */
function exactNumber(line: string, key: string): string {
  const quoted = line.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
  const parsed = parse(quoted);
  const written = isRecord(parsed) ? String(parsed[key]) : '';
  return /^-?\d+$/.test(written) ? written : String(Number(written)).replace('e+', 'e');
}
