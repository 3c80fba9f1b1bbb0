import fc from 'fast-check';
import type { OracleInputs } from './brute-force.js';
import type { Mode } from './attempts.js';
import type { OracleFile } from './rows.js';

/**
 * Small raw event files and inputs, made so that the hard cases are common: few users, few names and few
 * times, so that ties, repeats and windows met to the millisecond happen all the time.
 */
export interface History {
  readonly files: readonly OracleFile[];
  readonly inputs: OracleInputs;
}

const MODES: readonly Mode[] = ['ordered', 'strict_increase', 'strict', 'first_touch', 'unordered'];
/** é in two normalizations, and letter case, are different names. */
const NAMES = ['a', 'b', 'A', '\u00e9', 'e\u0301'] as const;
const USERS = ['u', 'U', 'u ', '\u00e9', 'e\u0301', '7', 7, -3] as const;
/** 2024-02-28T23:59:59Z: a leap day and midnight are near. */
const BASE = Date.UTC(2024, 1, 28, 23, 59, 59);
const PROPERTY = 'plan';
const VALUES = ['pro', 'Pro', 'true', '1', true, false, 1, 1.5, '', null] as const;
const NO_TIMES = ['', 'yesterday', '2024-02-30', '2024-13-01', '2024-02-28T25:00:00Z', true, null] as const;
const NO_OBJECTS = ['{"user_id":', 'nonsense', '[1]', '"text"', '12', 'null', '{} {}'] as const;

/** One instant in one of the forms that are accepted. */
export const timestamp = (milliseconds: number): fc.Arbitrary<string | number> => {
  const iso = new Date(milliseconds).toISOString();
  const east = new Date(milliseconds + 5.5 * 3_600_000).toISOString();
  const west = new Date(milliseconds - 3 * 3_600_000).toISOString();
  const forms: (string | number)[] = [
    iso,
    iso.replace('Z', ''),
    iso.replace('T', ' '),
    iso.replace('Z', '999999Z'),
    `${east.slice(0, -1)}+05:30`,
    `${west.slice(0, -1)}-0300`,
    `${west.slice(0, -1)}-03`,
  ];
  if (iso.endsWith('.000Z')) forms.push(iso.replace('.000Z', 'Z'), `${iso.slice(0, -5)}.0`);
  if (iso.endsWith(':00.000Z')) forms.push(`${iso.slice(0, 16)}Z`, iso.slice(0, 16));
  if (iso.endsWith('T00:00:00.000Z')) forms.push(iso.slice(0, 10));
  // Of milliseconds, a number below 1e11 would mean seconds.
  if (Math.abs(milliseconds) >= 1e11) forms.push(milliseconds, String(milliseconds), milliseconds * 1000);
  if (milliseconds % 500 === 0) forms.push(milliseconds / 1000, String(milliseconds / 1000));
  return fc.constantFrom(...forms);
};

/** Steps of 500 ms and of 1 ms about the base; now and then before 1970. */
const instant = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 8 }).map((n) => BASE + n * 500) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }).map((n) => BASE + 1000 + n) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }).map((n) => n * 500) },
);

const fields = fc.record(
  {
    user_id: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('u', 'U') },
      { weight: 4, arbitrary: fc.constantFrom(...USERS) },
      { weight: 1, arbitrary: fc.constantFrom('', ' ', null) },
    ),
    event_name: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('a', 'b') },
      { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
      { weight: 1, arbitrary: fc.constantFrom('', null, 5, ' a', 'a ') },
    ),
    timestamp: fc.oneof(
      { weight: 16, arbitrary: instant.chain(timestamp) },
      { weight: 1, arbitrary: fc.constantFrom(...NO_TIMES) },
    ),
    event_id: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('1', 1, 'x') },
      { weight: 3, arbitrary: fc.constantFrom('', null) },
    ),
    [PROPERTY]: fc.constantFrom(...VALUES),
  },
  { requiredKeys: ['event_name', 'timestamp'] },
);

/** As `fields`, but nearly always with a user: most rows must count for a funnel to be deep. */
const row = fc.tuple(fields, fc.integer({ min: 0, max: 15 })).map(([one, missing]) => {
  return 'user_id' in one || missing === 0 ? one : { user_id: 'u', ...one };
});

const line = fc.oneof(
  { weight: 20, arbitrary: row.map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: fc.constantFrom(...NO_OBJECTS) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\t') },
);

const file: fc.Arbitrary<OracleFile> = fc
  .tuple(fc.array(line, { maxLength: 12, size: 'max' }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, isEnded]) => ({
    format: 'ndjson',
    text: lines.join(end) + (isEnded && lines.length > 0 ? end : ''),
  }));

const scalar = fc.constantFrom('pro', 'Pro', 'true', '1', '1.5', true, false, 1, 1.5);

const step = (name: string): fc.Arbitrary<OracleInputs['steps'][number]> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(name) },
    {
      weight: 1,
      arbitrary: fc
        .oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 3 }))
        .map((value) => ({ event: name, where: { [PROPERTY]: value } })),
    },
  );

const REPEATED_STEPS = fc.array(fc.constantFrom('a', 'b', 'a', 'b', 'A'), { minLength: 2, maxLength: 4 });
/** Each event in one step only. */
export const DISTINCT_STEPS = fc.constantFrom<string[][]>(
  ['a', 'b'],
  ['b', 'a'],
  ['a', 'b', 'A'],
  ['b', 'A', 'a', '\u00e9'],
);

/** Inputs whose steps may repeat an event; names of steps are told apart by their number then. */
const inputsOf = (modes: readonly Mode[], names: fc.Arbitrary<string[]>): fc.Arbitrary<OracleInputs> =>
  fc
    .record(
      {
        steps: names.chain((names) => fc.tuple(...names.map((name) => step(name)))),
        window: fc.constantFrom('0s', '1s', '2s', '7d', 'none'),
        mode: fc.constantFrom(...modes),
        funnel_name: fc.constantFrom('trial', 'Versuch \u00e9'),
        segment_by: fc.constant(PROPERTY),
      },
      { requiredKeys: ['steps'] },
    )
    .map((inputs) => ({ ...inputs, steps: inputs.steps.map(withOwnName) }));

function withOwnName(given: OracleInputs['steps'][number], index: number): OracleInputs['steps'][number] {
  return typeof given === 'string'
    ? { name: `${index + 1} ${given}`, event: given }
    : { ...given, name: `${index + 1} ${given.event}` };
}

export const histories = (
  modes: readonly Mode[] = MODES,
  steps: fc.Arbitrary<string[]> = REPEATED_STEPS,
): fc.Arbitrary<History> =>
  fc.record({ files: fc.array(file, { minLength: 1, maxLength: 2 }), inputs: inputsOf(modes, steps) });
