import type { FunnelDefinition, FunnelMode } from './definition.js';
import type { UserHistory } from './history.js';
import { type UserCount, judgeUser } from './judged-user.js';
import { type SegmentSummary, SegmentTally } from './segments.js';
import { quantile, round9, wilson95 } from './statistics.js';

/** Why rows were not used, in the order in which reasons apply. */
export interface DroppedRows {
  readonly bad_line: number;
  readonly no_user: number;
  readonly no_event: number;
  readonly bad_ts: number;
  readonly duplicate: number;
}

/** Rows dropped for any reason. */
export function totalDropped({ bad_line, no_user, no_event, bad_ts, duplicate }: DroppedRows): number {
  return bad_line + no_user + no_event + bad_ts + duplicate;
}

/** What an engine knows besides the ordered rows. */
export interface EventCounts {
  readonly engine: string;
  readonly events_read: number;
  readonly events_used: number;
  readonly dropped: DroppedRows;
  readonly users_seen: number;
  /** Where times were not taken from all users who entered. */
  readonly times_from?: TimesSample | undefined;
}

/** A sample of users from which medians and 90th percentiles come, while counts are of all. */
export interface TimesSample {
  /** Users who entered and are in the sample. */
  readonly users: number;
  /** Users who entered. */
  readonly of: number;
}

export type Interval = readonly [number, number];

export interface FunnelStepSummary {
  /** From 1. */
  readonly step: number;
  readonly name: string;
  readonly event: string;
  readonly users: number;
  readonly conversion_from_previous: number | null;
  readonly conversion_from_first: number | null;
  readonly wilson95_from_previous: Interval | null;
  readonly wilson95_from_first: Interval | null;
  readonly dropped_before: number;
  readonly median_seconds_from_previous: number | null;
  readonly p90_seconds_from_previous: number | null;
}

export interface FunnelSummary {
  readonly name: string;
  readonly engine: string;
  readonly mode: FunnelMode;
  readonly window_seconds: number | null;
  readonly events_read: number;
  readonly events_used: number;
  readonly dropped: DroppedRows;
  readonly users_seen: number;
  readonly steps: readonly FunnelStepSummary[];
  readonly entered: number;
  readonly converted: number;
  readonly overall_conversion: number | null;
  readonly biggest_dropoff: { from_step: string; to_step: string; users_lost: number } | null;
  readonly lowest_rate: { from_step: string; to_step: string; rate: number } | null;
  readonly median_seconds_to_convert: number | null;
  readonly p90_seconds_to_convert: number | null;
  /** Absent where times come from all users. */
  readonly times_from?: TimesSample;
  readonly immature_users: number;
  readonly segments?: readonly SegmentSummary[];
}

export interface FunnelResult {
  readonly summary: FunnelSummary;
  /** Days between the oldest and the newest kept event, at least one; null without events. */
  readonly spanDays: number | null;
}

/** @param oldestMs and newestMs: times of kept events, milliseconds; null without any */
export function spanDays(oldestMs: number | null, newestMs: number | null): number | null {
  const DAY_MS = 86_400_000;
  return oldestMs === null || newestMs === null ? null : Math.max(1, (newestMs - oldestMs) / DAY_MS);
}

/** Collects users one by one and sums them up; keeps times per user that reached a step, nothing else. */
export class FunnelTally {
  readonly #users: number[];
  readonly #secondsFromPrevious: number[][];
  readonly #secondsToConvert: number[] = [];
  readonly #segments: SegmentTally | undefined;
  #immature = 0;

  /** @param newestMs time of the newest kept event of any user, milliseconds since 1970; null without any */
  constructor(
    readonly definition: FunnelDefinition,
    readonly newestMs: number | null,
  ) {
    this.#users = definition.steps.map(() => 0);
    this.#secondsFromPrevious = definition.steps.map(() => []);
    if (definition.segmentBy !== undefined) this.#segments = new SegmentTally(definition.steps.length);
  }

  /** @param segmentOf text of the segment property of an event of the history, null when missing */
  add(history: UserHistory, segmentOf: (event: number) => string | null): void {
    const user = judgeUser(history, this.definition, this.newestMs, segmentOf);
    if (user === undefined) return;
    this.count(user, 1);
    this.addTimes(user.times);
  }

  /** @param users how many like this one */
  count({ depth, segment, isImmature }: UserCount, users: number): void {
    for (let step = 0; step < depth; step++) this.#users[step] = (this.#users[step] ?? 0) + users;
    this.#segments?.add(segment, depth, users);
    if (isImmature) this.#immature += users;
  }

  /** @param times of the steps of a counted attempt, milliseconds since 1970 */
  addTimes(times: readonly number[]): void {
    times.slice(1).forEach((time, index) => {
      this.#secondsFromPrevious[index + 1]?.push((time - (times[index] ?? time)) / 1000);
    });
    const [start, end] = [times[0], times.at(-1)];
    if (times.length === this.definition.steps.length && start !== undefined && end !== undefined) {
      this.#secondsToConvert.push((end - start) / 1000);
    }
  }

  summary(counts: EventCounts): FunnelSummary {
    const { steps, windowMs, name, mode } = this.definition;
    const users = this.#users;
    const [entered = 0] = users;
    const converted = users.at(-1) ?? 0;
    const times = Float64Array.from(this.#secondsToConvert).sort();
    return {
      name,
      engine: counts.engine,
      mode,
      window_seconds: windowMs === null ? null : windowMs / 1000,
      events_read: counts.events_read,
      events_used: counts.events_used,
      dropped: counts.dropped,
      users_seen: counts.users_seen,
      steps: steps.map((step, index) => ({ ...this.#step(index), name: step.name, event: step.event })),
      entered,
      converted,
      overall_conversion: rate(converted, entered),
      biggest_dropoff: this.#biggestDropoff(),
      lowest_rate: this.#lowestRate(),
      median_seconds_to_convert: rounded(quantile(times, 0.5)),
      p90_seconds_to_convert: rounded(quantile(times, 0.9)),
      ...(counts.times_from !== undefined && { times_from: counts.times_from }),
      immature_users: this.#immature,
      ...(this.#segments !== undefined && { segments: this.#segments.summary() }),
    };
  }

  #step(index: number): Omit<FunnelStepSummary, 'name' | 'event'> {
    const users = this.#users[index] ?? 0;
    const [entered = 0] = this.#users;
    if (index === 0) {
      return {
        step: 1,
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
    const previous = this.#users[index - 1] ?? 0;
    const times = Float64Array.from(this.#secondsFromPrevious[index] ?? []).sort();
    return {
      step: index + 1,
      users,
      conversion_from_previous: rate(users, previous),
      conversion_from_first: rate(users, entered),
      wilson95_from_previous: interval(users, previous),
      wilson95_from_first: interval(users, entered),
      dropped_before: previous - users,
      median_seconds_from_previous: rounded(quantile(times, 0.5)),
      p90_seconds_from_previous: rounded(quantile(times, 0.9)),
    };
  }

  /** Most users lost between neighbours, the earlier on a tie; null if none is lost. */
  #biggestDropoff(): FunnelSummary['biggest_dropoff'] {
    let biggest: FunnelSummary['biggest_dropoff'] = null;
    for (const { from, to, before, after } of this.#transitions()) {
      if (before - after > (biggest?.users_lost ?? 0)) {
        biggest = { from_step: from, to_step: to, users_lost: before - after };
      }
    }
    return biggest;
  }

  #lowestRate(): FunnelSummary['lowest_rate'] {
    let lowest: FunnelSummary['lowest_rate'] = null;
    for (const { from, to, before, after } of this.#transitions()) {
      const converted = rate(after, before);
      if (converted !== null && converted < (lowest?.rate ?? Infinity)) {
        lowest = { from_step: from, to_step: to, rate: converted };
      }
    }
    return lowest;
  }

  #transitions(): { from: string; to: string; before: number; after: number }[] {
    const { steps } = this.definition;
    return steps.slice(1).map((step, index) => ({
      from: steps[index]?.name ?? '',
      to: step.name,
      before: this.#users[index] ?? 0,
      after: this.#users[index + 1] ?? 0,
    }));
  }
}

/** Share of users; null where the denominator is 0. */
function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : round9(part / whole);
}

function interval(part: number, whole: number): Interval | null {
  const bounds = wilson95(part, whole);
  return bounds === null ? null : [round9(bounds[0]), round9(bounds[1])];
}

function rounded(value: number | null): number | null {
  return value === null ? null : round9(value);
}
