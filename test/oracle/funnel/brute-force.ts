import { type Mode, type Rules, countedAttempt } from './attempts.js';
import { type Columns, type Dropped, type OracleFile, type Row, keptRows, propertyOf } from './rows.js';

export type Scalar = string | number | boolean;

/** The section `funnel_analysis` but for where its events lie. */
export interface OracleInputs {
  readonly steps: readonly (
    | string
    | {
        readonly name?: string;
        readonly event: string;
        readonly where?: Readonly<Record<string, Scalar | readonly Scalar[]>>;
      }
  )[];
  readonly funnel_name?: string;
  readonly window?: string;
  readonly mode?: Mode;
  readonly columns?: Columns;
  readonly segment_by?: string;
}

type Interval = readonly [number, number] | null;

export interface ExpectedStep {
  readonly step: number;
  readonly name: string;
  readonly event: string;
  readonly users: number;
  readonly conversion_from_previous: number | null;
  readonly conversion_from_first: number | null;
  readonly wilson95_from_previous: Interval;
  readonly wilson95_from_first: Interval;
  readonly dropped_before: number;
  readonly median_seconds_from_previous: number | null;
  readonly p90_seconds_from_previous: number | null;
}

export interface ExpectedFunnel {
  readonly name: string;
  readonly mode: Mode;
  readonly window_seconds: number | null;
  readonly events_read: number;
  readonly events_used: number;
  readonly dropped: Readonly<Dropped>;
  readonly users_seen: number;
  readonly steps: readonly ExpectedStep[];
  readonly entered: number;
  readonly converted: number;
  readonly overall_conversion: number | null;
  readonly biggest_dropoff: { from_step: string; to_step: string; users_lost: number } | null;
  readonly lowest_rate: { from_step: string; to_step: string; rate: number } | null;
  readonly median_seconds_to_convert: number | null;
  readonly p90_seconds_to_convert: number | null;
  readonly immature_users: number;
  readonly segments?: readonly { value: string; users: readonly number[] }[];
}

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const MAX_SEGMENTS = 50;

/** `summary.funnel` without `engine`, from the definitions of docs/funnels.md only. */
export function expectedFunnel(files: readonly OracleFile[], inputs: OracleInputs): ExpectedFunnel {
  const { read, rows, dropped } = keptRows(files, inputs.columns);
  const windowSeconds = secondsOf(inputs.window ?? '7d');
  const rules: Rules = {
    mode: inputs.mode ?? 'ordered',
    windowMs: windowSeconds === null ? null : windowSeconds * 1000,
    steps: inputs.steps.map((step) => stepOf(step)),
  };
  const users = new Set(rows.map(({ user }) => user));
  const attempts = [...users]
    .map((user) =>
      countedAttempt(
        rows.filter((row) => row.user === user),
        rules,
      ),
    )
    .filter(({ length }) => length > 0);
  const reached = rules.steps.map((_, index) => attempts.filter(({ length }) => length > index).length);
  const steps = rules.steps.map(({ name, event }, index) => ({
    step: index + 1,
    name,
    event,
    ...stepNumbers(reached, attempts, index),
  }));
  const [entered, converted] = [reached[0] ?? 0, reached.at(-1) ?? 0];
  const whole = attempts.filter(({ length }) => length === steps.length).map((a) => between(a.at(-1), a[0]));
  return {
    name: inputs.funnel_name ?? 'funnel',
    mode: rules.mode,
    window_seconds: windowSeconds,
    events_read: read,
    events_used: rows.length,
    dropped,
    users_seen: users.size,
    steps,
    entered,
    converted,
    overall_conversion: rounded(rate(converted, entered)),
    ...dropOffs(rules, reached),
    median_seconds_to_convert: rounded(quantile7(whole, 0.5)),
    p90_seconds_to_convert: rounded(quantile7(whole, 0.9)),
    immature_users: countImmature(attempts, rows, rules),
    ...(inputs.segment_by === undefined
      ? {}
      : { segments: segments(attempts, inputs.segment_by, steps.length) }),
  };
}

function stepOf(step: OracleInputs['steps'][number]): Rules['steps'][number] {
  if (typeof step === 'string') return { name: step, event: step, where: {} };
  const where = Object.entries(step.where ?? {}).map(([property, value]): [string, string[]] => [
    property,
    [value].flat().map(String),
  ]);
  return { name: step.name ?? step.event, event: step.event, where: Object.fromEntries(where) };
}

function secondsOf(window: string): number | null {
  const match = /^(\d+)([smhd])$/.exec(window);
  const unit = match?.[2];
  return unit === 's' || unit === 'm' || unit === 'h' || unit === 'd'
    ? Number(match?.[1]) * SECONDS[unit]
    : null;
}

function stepNumbers(reached: readonly number[], attempts: readonly (readonly Row[])[], index: number) {
  const [users, previous, first] = [reached[index] ?? 0, reached[index - 1] ?? 0, reached[0] ?? 0];
  if (index === 0) {
    return {
      users,
      conversion_from_previous: 1,
      conversion_from_first: 1,
      wilson95_from_previous: null,
      wilson95_from_first: null,
      dropped_before: 0,
      median_seconds_from_previous: null,
      p90_seconds_from_previous: null,
    };
  }
  const waits = attempts.filter(({ length }) => length > index).map((a) => between(a[index], a[index - 1]));
  return {
    users,
    conversion_from_previous: rounded(rate(users, previous)),
    conversion_from_first: rounded(rate(users, first)),
    wilson95_from_previous: wilson(users, previous),
    wilson95_from_first: wilson(users, first),
    dropped_before: previous - users,
    median_seconds_from_previous: rounded(quantile7(waits, 0.5)),
    p90_seconds_from_previous: rounded(quantile7(waits, 0.9)),
  };
}

function dropOffs({ steps }: Rules, reached: readonly number[]) {
  let biggest: ExpectedFunnel['biggest_dropoff'] = null;
  let lowest: ExpectedFunnel['lowest_rate'] = null;
  for (const [index, users] of reached.entries()) {
    const [from, to, previous] = [steps[index - 1], steps[index], reached[index - 1]];
    if (from === undefined || to === undefined || previous === undefined) continue;
    const names = { from_step: from.name, to_step: to.name };
    const lost = previous - users;
    if (lost > (biggest?.users_lost ?? 0)) biggest = { ...names, users_lost: lost };
    if (previous > 0 && users / previous < (lowest?.rate ?? Infinity)) {
      lowest = { ...names, rate: users / previous };
    }
  }
  return {
    biggest_dropoff: biggest,
    lowest_rate: lowest === null ? null : { ...lowest, rate: nine(lowest.rate) },
  };
}

function countImmature(attempts: readonly (readonly Row[])[], rows: readonly Row[], rules: Rules): number {
  const { windowMs, steps } = rules;
  if (windowMs === null) return 0;
  const newest = Math.max(...rows.map(({ time }) => time));
  return attempts.filter(([first, ...rest]) => {
    return first !== undefined && rest.length + 1 < steps.length && first.time + windowMs > newest;
  }).length;
}

function segments(attempts: readonly (readonly Row[])[], property: string, depth: number) {
  const valueOf = ([first]: readonly Row[]): string =>
    first === undefined ? '(none)' : (propertyOf(first.fields, property) ?? '(none)');
  const counted = (value: string, members: readonly (readonly Row[])[]) => ({
    value,
    users: Array.from({ length: depth }, (_, index) => members.filter((a) => a.length > index).length),
  });
  const all = [...new Set(attempts.map(valueOf))]
    .map((value) =>
      counted(
        value,
        attempts.filter((attempt) => valueOf(attempt) === value),
      ),
    )
    .sort((a, b) => (b.users[0] ?? 0) - (a.users[0] ?? 0) || byCodePoint(a.value, b.value));
  const shown = all.slice(0, MAX_SEGMENTS);
  const others = attempts.filter((attempt) => !shown.some(({ value }) => value === valueOf(attempt)));
  return others.length === 0 ? shown : [...shown, counted('(other)', others)];
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [index, character] of left.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function between(later: Row | undefined, earlier: Row | undefined): number {
  return ((later?.time ?? NaN) - (earlier?.time ?? NaN)) / 1000;
}

const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const nine = (value: number): number => Number(value.toFixed(9)) + 0;

const rounded = (value: number | null): number | null => (value === null ? null : nine(value));

/** Hyndman and Fan 1996, type 7: h = (n − 1)p + 1, x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋+1 − x⌊h⌋). */
function quantile7(values: readonly number[], p: number): number | null {
  const x = [...values].sort((a, b) => a - b);
  const h = (x.length - 1) * p;
  const [low, high] = [x[Math.floor(h)], x[Math.ceil(h)]];
  return low === undefined || high === undefined ? null : low + (h - Math.floor(h)) * (high - low);
}

/** Wilson 1927, as (2np + z² ∓ z√(z² + 4np(1 − p))) / 2(n + z²). */
function wilson(users: number, n: number): Interval {
  if (n === 0) return null;
  const z = 1.959963984540054;
  const middle = 2 * users + z * z;
  const spread = z * Math.sqrt(z * z + (4 * users * (n - users)) / n);
  const scale = 2 * (n + z * z);
  return [nine(Math.max(0, (middle - spread) / scale)), nine(Math.min(1, (middle + spread) / scale))];
}
