import { GrowthError } from '../../errors.js';

/** Codes of ClickHouse's errors (src/Common/ErrorCodes.cpp), what they say to a user, and the next step. */
const SERVER_ERRORS: Readonly<Record<number, readonly [reason: string, hint: string]>> = {
  16: ['the table lacks a column', 'Check funnel_analysis.columns against the table.'],
  47: ['the table lacks a column', 'Check funnel_analysis.columns against the table.'],
  60: ['there is no such table', 'Check clickhouse.table and clickhouse.database.'],
  62: [
    'the query is longer than the server allows, or not understood',
    'Use fewer values in filters, or raise max_query_size in the profile of the user.',
  ],
  81: ['there is no such database', 'Check clickhouse.database.'],
  159: [
    'a query took longer than allowed',
    'Read fewer rows with clickhouse.where, or ask for a longer limit.',
  ],
  160: ['a query would take longer than allowed', 'Read fewer rows with clickhouse.where.'],
  164: ['the user may only send queries without settings', 'Give the user a profile with readonly = 1 or 2.'],
  192: ['it does not know the user', 'Check GROWTH_CLICKHOUSE_USER.'],
  193: ['the password is wrong', 'Check GROWTH_CLICKHOUSE_PASSWORD.'],
  194: ['it asks for a password', 'Set GROWTH_CLICKHOUSE_PASSWORD.'],
  241: [
    'a query needs more memory than the server allows',
    'Read fewer rows with clickhouse.where, or let the server spill: max_bytes_before_external_group_by.',
  ],
  291: ['the user may not read the database', 'Grant SELECT on the table.'],
  394: ['somebody ended the query', 'Run again.'],
  396: ['an answer has more rows than allowed', 'Read fewer rows with clickhouse.where.'],
  452: [
    'the profile of the user forbids the limits of a query',
    'Let the profile hold them and readonly = 1 (docs/clickhouse.md).',
  ],
  497: ['the user may not read the table', 'Grant SELECT on the table.'],
  516: ['user or password is wrong', 'Check GROWTH_CLICKHOUSE_USER and GROWTH_CLICKHOUSE_PASSWORD.'],
};

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
]);
const CHECK_URL = 'Check GROWTH_CLICKHOUSE_URL, and that the server runs.';

/** What a user can act on; the server's own words may hold addresses and data, so they are not repeated. */
export function clickHouseFailure(error: unknown): GrowthError {
  if (error instanceof GrowthError) return error;
  const [reason, hint] = explain(error);
  return failed(reason, hint);
}

/** An error of the server or its answers, in our words. */
export function failed(reason: string, hint: string): GrowthError {
  const message = `ClickHouse failed: ${reason}`;
  return new GrowthError('clickhouse_failed', message, {
    hint,
    details: [{ path: '/funnel_analysis/clickhouse', message: reason }],
  });
}

function explain(error: unknown): readonly [reason: string, hint: string] {
  const { code, message } = partsOf(error);
  if (UNREACHABLE.has(code)) return [`the server cannot be reached (${code})`, CHECK_URL];
  if (message.startsWith('Timeout error')) {
    return [
      'the server did not answer in time',
      'Read fewer rows with clickhouse.where, or try again later.',
    ];
  }
  const number = serverErrorNumber(error);
  if (number === undefined) {
    return [
      /CERT|TLS|SSL/.test(code) ? `the connection is not secure (${code})` : 'the connection broke',
      CHECK_URL,
    ];
  }
  const known = SERVER_ERRORS[number];
  const column = /(?:Unknown (?:expression )?identifier:?|There is no column) [`']?([\w.]{1,64})/.exec(
    message,
  );
  if (known === undefined) return [`error ${number} of the server`, 'Its log says more.'];
  return column?.[1] === undefined ? known : [`${known[0]} (${column[1]})`, known[1]];
}

function serverErrorNumber(error: unknown): number | undefined {
  const { code, message } = partsOf(error);
  const number = /^Code: (\d+)/.exec(message)?.[1] ?? (/^\d+$/.test(code) ? code : undefined);
  return number === undefined ? undefined : Number(number);
}

function partsOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  return { code: 'code' in error ? String(error.code) : '', message: error.message };
}
