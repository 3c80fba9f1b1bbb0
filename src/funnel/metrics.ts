import { type Evidence, contentId } from '../contracts/index.js';
import type { ActionableFinding } from '../findings.js';
import type { FunnelMetrics } from '../inputs/schema.js';

/** A conclusion about figures that cannot be true together. */
interface Contradiction {
  readonly kind: string;
  readonly title: string;
  readonly why: string;
  readonly find: (metrics: FunnelMetrics) => Evidence[];
}

const CONTRADICTIONS: readonly Contradiction[] = [
  {
    kind: 'impossible-counts',
    title: 'hold counts that cannot be true',
    why: 'A step of a funnel cannot have more users than the step before it, nor a funnel more conversions than entrances; steps that gain users get no proposal.',
    find: risingCounts,
  },
  {
    kind: 'contradictory-counts',
    title: 'count the same users twice, differently',
    why: 'Entrances are the users of the first step, conversions those of the last, and a drop-off is the difference of two steps. Proposals use the users of the steps.',
    find: differingCounts,
  },
  {
    kind: 'contradictory-rates',
    title: 'hold rates that do not follow from their counts',
    why: 'A rate is one count by another, up to the decimals that are written. Proposals use the counts, not these rates.',
    find: differingRates,
  },
  {
    kind: 'unknown-step',
    title: 'name a drop-off step that they do not have',
    why: 'The report names the step that loses most by the counts instead.',
    find: unknownDropOffStep,
  },
  {
    kind: 'reversed-dates',
    title: 'end before they start',
    why: 'Users a day, and so the duration of a test, cannot be worked out; set experiment_proposals.eligible_users_per_day or correct the dates.',
    find: reversedDates,
  },
];

/** Figures of a funnel computed elsewhere that cannot be true: one finding per kind, naming both numbers of each. */
export function impossibleMetrics(metrics: FunnelMetrics): ActionableFinding[] {
  return CONTRADICTIONS.flatMap(({ kind, title, why, find }) => {
    const evidence = find(metrics);
    if (evidence.length === 0) return [];
    const action = `Check how ${metrics.source_file} was counted.`;
    return [
      {
        action,
        finding: {
          id: contentId('finding', { funnel_metrics: metrics.id, kind }),
          title: `The funnel metrics ${metrics.funnel_name} ${title}`,
          description: `${why} Found in ${evidence.length} ${evidence.length === 1 ? 'place' : 'places'}. ${action}`,
          severity: 'warning' as const,
          evidence: evidence.slice(0, 10),
        },
      },
    ];
  });
}

function risingCounts({ steps, total_conversions, total_entrances }: FunnelMetrics): Evidence[] {
  const rising = neighbours(steps).flatMap(({ before, step, index }) =>
    step.unique_users <= before.unique_users
      ? []
      : [
          place(
            `/steps/${index}/unique_users`,
            `${step.step_name} has more users (${step.unique_users}) than ${before.step_name} before it (${before.unique_users}).`,
            step.unique_users,
          ),
        ],
  );
  if (total_conversions <= total_entrances) return rising;
  return [
    ...rising,
    place(
      '/total_conversions',
      `More conversions (${total_conversions}) than entrances (${total_entrances}).`,
      total_conversions,
    ),
  ];
}

function differingCounts({ steps, total_conversions, total_entrances }: FunnelMetrics): Evidence[] {
  const [first, last] = [steps[0], steps.at(-1)];
  const differs = (path: string, what: string, given: number, counted: number | undefined, from: string) =>
    counted === undefined || given === counted
      ? []
      : [place(path, `${what} is ${given}, but ${from} ${counted}.`, given)];
  return [
    ...differs(
      '/total_entrances',
      'total_entrances',
      total_entrances,
      first?.unique_users,
      'the first step has',
    ),
    ...differs(
      '/total_conversions',
      'total_conversions',
      total_conversions,
      last?.unique_users,
      'the last step has',
    ),
    // Where users are gained, the rising counts say so already.
    ...neighbours(steps).flatMap(({ before, step, index }) =>
      step.unique_users > before.unique_users
        ? []
        : differs(
            `/steps/${index - 1}/drop_off_count`,
            `drop_off_count of ${before.step_name}`,
            before.drop_off_count,
            before.unique_users - step.unique_users,
            `${before.unique_users} − ${step.unique_users} users are`,
          ),
    ),
  ];
}

function differingRates(metrics: FunnelMetrics): Evidence[] {
  const differs = (path: string, what: string, rate: number, part: number, whole: number) => {
    const counted = whole === 0 ? 0 : part / whole;
    return Math.abs(rate - counted) <= roundingError(rate)
      ? []
      : [place(path, `${what} is ${rate}, but ${part} ÷ ${whole} is ${Number(counted.toFixed(6))}.`, rate)];
  };
  return [
    ...differs(
      '/overall_conversion_rate',
      'overall_conversion_rate',
      metrics.overall_conversion_rate,
      metrics.total_conversions,
      metrics.total_entrances,
    ),
    ...metrics.steps.flatMap((step, index) =>
      differs(
        `/steps/${index}/drop_off_rate`,
        `drop_off_rate of ${step.step_name}`,
        step.drop_off_rate,
        step.drop_off_count,
        step.unique_users,
      ),
    ),
  ];
}

/** Half a unit of the last decimal written, at most half a percentage point: 0.35 may stand for 0.345 to 0.355. */
function roundingError(rate: number): number {
  const [, decimals = ''] = /\.(\d+)$/.exec(String(rate)) ?? [];
  return Math.min(0.005, 0.5 * 10 ** -decimals.length) + 1e-9;
}

function unknownDropOffStep({ steps, biggest_drop_off_step: named }: FunnelMetrics): Evidence[] {
  const names = steps.map(({ step_name }) => step_name);
  if (named === null || names.includes(named)) return [];
  return [
    place(
      '/biggest_drop_off_step',
      `"${named}" is none of the ${names.length} steps: ${names.join(', ')}.`,
      named,
    ),
  ];
}

function reversedDates({ date_range: { start, end } }: FunnelMetrics): Evidence[] {
  return Date.parse(end) < Date.parse(start)
    ? [place('/date_range/end', `The range ends on ${end}, before it starts on ${start}.`, end)]
    : [];
}

function neighbours(steps: FunnelMetrics['steps']) {
  return steps.slice(1).flatMap((step, index) => {
    const before = steps[index];
    return before === undefined ? [] : [{ before, step, index: index + 1 }];
  });
}

function place(path: string, description: string, value: number | string): Evidence {
  return { type: 'json_path', path, description, value };
}
