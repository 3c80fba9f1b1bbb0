import type { z } from 'zod';

/** What kinds of values are called in messages. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** What things of a size are counted in, one and several. */
const UNITS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  array: ['item', 'items'],
  set: ['item', 'items'],
  object: ['key', 'keys'],
  string: ['character', 'characters'],
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'a time in ISO 8601 with its offset, such as 2024-01-31T09:00:00Z',
  url: 'a web address that begins with http:// or https://',
};

/** Longest text that a message repeats: a part of a secret would not be known for one. */
const MAX_SHOWN = 40;

/**
 * A problem in plain words: what is wanted and what was found. Messages that a schema has of its own come first.
 *
 * @returns undefined for kinds of problems that have words of their own elsewhere
 */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, ${found(issue.input)}`;
    case 'too_small':
      return sized('at least', issue.minimum, issue.inclusive ?? true, issue);
    case 'too_big':
      return sized('at most', issue.maximum, issue.inclusive ?? true, issue);
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}, ${found(issue.input)}`;
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? `text of the form ${issue.format}`}, ${found(issue.input)}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}, ${found(issue.input)}`;
    case 'invalid_union':
      return `has none of the forms that are allowed here, ${found(issue.input)}`;
    default:
      return undefined;
  }
}

function sized(
  bound: 'at least' | 'at most',
  limit: number | bigint,
  isInclusive: boolean,
  { origin, input }: { readonly origin: string; readonly input?: unknown },
): string {
  const units = UNITS[origin];
  if (units === undefined) {
    const strict = bound === 'at least' ? 'more than' : 'less than';
    return `must be ${isInclusive ? bound : strict} ${limit}, ${found(input)}`;
  }
  const [one, several] = units;
  if (origin === 'string' && limit === 1 && bound === 'at least') return 'must not be empty';
  return `must have ${bound} ${limit} ${Number(limit) === 1 ? one : several}, has ${sizeOf(input)}`;
}

function sizeOf(input: unknown): number | string {
  if (typeof input === 'string' || Array.isArray(input)) return input.length;
  return typeof input === 'object' && input !== null ? Object.keys(input).length : 'none';
}

function oneOf(values: readonly unknown[]): string {
  const shown = values.map((value) => JSON.stringify(value));
  return shown.length === 1 ? (shown[0] ?? '') : `one of ${shown.join(', ')}`;
}

function found(input: unknown): string {
  if (typeof input === 'string') {
    if (input === '') return 'found an empty text';
    return input.length > MAX_SHOWN
      ? `found a text of ${input.length} characters`
      : `found ${JSON.stringify(input)}`;
  }
  if (Array.isArray(input)) return 'found a list';
  if (typeof input === 'object' && input !== null) return 'found an object';
  return `found ${String(input)}`;
}
