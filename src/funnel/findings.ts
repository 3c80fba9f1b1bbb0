import { type Evidence, type Finding, type Severity, contentId } from '../contracts/index.js';
import type { ActionableFinding } from '../findings.js';
import { experimentPropose } from '../runners/experiment-propose.js';
import { jobTypeOf } from '../runners/runner.js';
import { durationText } from './duration-text.js';
import { OTHER_SEGMENTS } from './segments.js';
import { percent, round9, wilson95 } from './statistics.js';
import { type FunnelSummary, totalDropped } from './summary.js';

/** Above this share of rows dropped, counts may be off enough to mislead. */
const DROPPED_SHARE = 0.01;
/** Above this share of entered users whose window is still open, rates are understated. */
const IMMATURE_SHARE = 0.05;
/** A step is slow when its median wait is so many times that of any other step, and no less than this. */
const SLOW_RATIO = 2;
const SLOW_SECONDS = 60;
/** Users below which a median or a segment's rate says little. */
const MIN_USERS = 30;

/** What the funnel tells, each with the counts that it stands on. */
export function funnelFindings(funnel: FunnelSummary, source: string): ActionableFinding[] {
  return [nobodyEntered, biggestDropoff, slowStep, differingSegments, immatureUsers, droppedRows].flatMap(
    (judge) => judge(funnel, source) ?? [],
  );
}

function nobodyEntered(funnel: FunnelSummary, source: string): ActionableFinding | undefined {
  if (funnel.entered > 0) return undefined;
  const event = funnel.steps[0]?.event ?? '';
  const title = `No user entered the funnel ${funnel.name}`;
  if (funnel.events_read === 0) {
    return finding(funnel, 'nobody-entered', 'warning', {
      title,
      description: `${source} holds no events, so there is nothing to count.`,
      action: `Export the events again: ${source} holds none.`,
      evidence: [count(source, 'Events read.', 0)],
    });
  }
  return finding(funnel, 'nobody-entered', 'warning', {
    title,
    description: `None of ${funnel.events_used} events used is one of the first step, "${event}" with the properties asked for, compared code point by code point. Check the spelling in funnel_analysis.steps.`,
    action: `Check the spelling of "${event}" and of its properties in funnel_analysis.steps.`,
    evidence: [count(source, `Events used, none of them of the first step.`, funnel.events_used)],
  });
}

function biggestDropoff(funnel: FunnelSummary, source: string): ActionableFinding | undefined {
  const drop = funnel.biggest_dropoff;
  if (drop === null) return undefined;
  const to = funnel.steps.find(({ name }) => name === drop.to_step);
  const from = funnel.steps.find(({ name }) => name === drop.from_step);
  if (to === undefined || from === undefined) return undefined;
  const [low, high] = (to.wilson95_from_previous ?? [0, 1]).map(percent);
  const converted = percent(to.conversion_from_previous ?? 0);
  const lowest =
    funnel.lowest_rate === null || funnel.lowest_rate.to_step === drop.to_step
      ? ''
      : ` The lowest rate is another one: ${percent(funnel.lowest_rate.rate)} from ${funnel.lowest_rate.from_step} to ${funnel.lowest_rate.to_step}.`;
  return finding(funnel, 'biggest-dropoff', 'warning', {
    title: `Most users are lost between ${drop.from_step} and ${drop.to_step}`,
    description: `${drop.users_lost} of ${from.users} users who reached ${drop.from_step} did not reach ${drop.to_step} (${windowText(funnel)}); ${converted} did (95 % interval ${low} to ${high}).${lowest} Why they stop is not in the data: watch users at this step before you change it.`,
    action: `Watch users between ${drop.from_step} and ${drop.to_step}, where ${drop.users_lost} of ${from.users} are lost, before you change anything; then test one change.`,
    evidence: [
      count(source, `Users who reached ${from.name}.`, from.users),
      count(source, `Users who reached ${to.name}.`, to.users),
      {
        type: 'calculation',
        path: source,
        description: `Conversion from ${from.name}: ${to.users} ÷ ${from.users}; Wilson score interval at 95 %.`,
        value: to.conversion_from_previous ?? 0,
      },
    ],
  });
}

function slowStep(funnel: FunnelSummary, source: string): ActionableFinding | undefined {
  const waits = funnel.steps
    .flatMap((step, index) => {
      const [median, previous] = [step.median_seconds_from_previous, funnel.steps[index - 1]];
      return median === null || previous === undefined ? [] : [{ step, previous, median }];
    })
    .sort((a, b) => b.median - a.median);
  const [slowest, next] = waits;
  if (slowest === undefined || next === undefined) return undefined;
  const { step, previous, median } = slowest;
  const { times_from: sample } = funnel;
  // Of the users at the step as many are timed as of those who entered.
  const timed = sample === undefined ? step.users : (step.users * sample.users) / sample.of;
  if (timed < MIN_USERS) return undefined;
  if (median < SLOW_SECONDS || median < SLOW_RATIO * next.median) return undefined;
  const p90 = durationText(step.p90_seconds_from_previous ?? median);
  return finding(funnel, 'slow-step', 'info', {
    title: `Users take longest from ${previous.name} to ${step.name}`,
    description: `${sample === undefined ? `Half of the ${step.users} users` : `In a sample of ${sample.users} of ${sample.of} users who entered, half of those`} who reached ${step.name} took ${durationText(median)} or more from ${previous.name}, a tenth ${p90} or more; the next slowest step is ${next.step.name} with a median of ${durationText(next.median)}. Whether they wait, compare or are held up is not in the data.`,
    evidence: [
      count(source, `Users who reached ${step.name}.`, step.users),
      {
        type: 'calculation',
        path: source,
        description: `Median seconds from ${previous.name} to ${step.name} (type 7 quantile${sample === undefined ? '' : ` of a sample of ${sample.users} users who entered`}).`,
        value: median,
      },
    ],
  });
}

/** The best and the worst segment, where their intervals do not overlap: then chance is a poor explanation. */
function differingSegments(funnel: FunnelSummary, source: string): ActionableFinding | undefined {
  const rates = (funnel.segments ?? [])
    .filter(({ value }) => value !== OTHER_SEGMENTS)
    .flatMap(({ value, users }) => {
      const [entered = 0, converted = 0] = [users[0], users.at(-1)];
      const interval = wilson95(converted, entered);
      return interval === null || entered < MIN_USERS
        ? []
        : [{ value, entered, converted, rate: converted / entered, interval }];
    })
    .sort((a, b) => b.rate - a.rate);
  const [best, worst] = [rates[0], rates.at(-1)];
  if (best === undefined || worst === undefined || best.interval[0] <= worst.interval[1]) return undefined;
  const told = (segment: typeof best) =>
    `${segment.converted} of ${segment.entered} (${percent(segment.rate)}, 95 % interval ${segment.interval.map(percent).join(' to ')})`;
  return finding(funnel, 'segments-differ', 'info', {
    title: `Users of ${best.value} convert more often than those of ${worst.value}`,
    description: `Of the segments with at least ${MIN_USERS} users, ${best.value} converts best, ${told(best)}, and ${worst.value} worst, ${told(worst)}. Segments are not assigned at random, so the property need not be the cause.`,
    evidence: [
      count(source, `Users of ${best.value} who entered.`, best.entered),
      count(source, `Users of ${worst.value} who entered.`, worst.entered),
      ...[best, worst].map((segment): Evidence => ({
        type: 'calculation',
        path: source,
        description: `Conversion of ${segment.value}: ${segment.converted} ÷ ${segment.entered}; Wilson score interval at 95 %.`,
        value: round9(segment.rate),
      })),
    ],
  });
}

function immatureUsers(funnel: FunnelSummary, source: string): ActionableFinding | undefined {
  if (funnel.entered === 0 || funnel.immature_users / funnel.entered <= IMMATURE_SHARE) return undefined;
  const share = percent(funnel.immature_users / funnel.entered);
  return finding(funnel, 'immature-users', 'info', {
    title: `Rates of the funnel ${funnel.name} are understated`,
    description: `${funnel.immature_users} of ${funnel.entered} users (${share}) entered so late that their window was still open at the newest event; some of them will convert yet. Leave the last ${windowText(funnel).replace('within ', '')} of entrances out, or wait, before you compare periods.`,
    evidence: [count(source, 'Users whose window was still open.', funnel.immature_users)],
  });
}

function droppedRows(funnel: FunnelSummary, source: string): ActionableFinding | undefined {
  const dropped = totalDropped(funnel.dropped);
  if (funnel.events_read === 0 || dropped / funnel.events_read <= DROPPED_SHARE) return undefined;
  return finding(funnel, 'dropped-rows', 'warning', {
    title: `${percent(dropped / funnel.events_read)} of the rows could not be used`,
    description: `${dropped} of ${funnel.events_read} rows were dropped; counts and rates stand on the rest. Repair the export if one reason stands out.`,
    action: `Repair the export: ${dropped} of ${funnel.events_read} rows could not be used.`,
    evidence: Object.entries<number>({ ...funnel.dropped })
      .filter(([, rows]) => rows > 0)
      .map(([reason, rows]) => count(source, `Rows dropped: ${reason}.`, rows)),
  });
}

function finding(
  funnel: FunnelSummary,
  kind: string,
  severity: Severity,
  { action, ...text }: Pick<Finding, 'title' | 'description' | 'evidence'> & { action?: string },
): ActionableFinding {
  return {
    finding: {
      id: contentId('finding', { funnel: funnel.name, kind }),
      severity,
      related_job_types: [jobTypeOf(experimentPropose)],
      ...text,
    },
    ...(action !== undefined && { action }),
  };
}

function count(path: string, description: string, value: number): Evidence {
  return { type: 'event_count', path, description, value };
}

function windowText(funnel: FunnelSummary): string {
  if (funnel.window_seconds === null) return 'at any later time';
  const units = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ] as const;
  const [seconds, unit] = units.find(([length]) => (funnel.window_seconds ?? 0) % length === 0) ?? [
    1,
    'second',
  ];
  const number = funnel.window_seconds / seconds;
  return `within ${number} ${unit}${number === 1 ? '' : 's'}`;
}
