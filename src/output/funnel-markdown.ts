import { durationText } from '../funnel/duration-text.js';
import type { SegmentSummary } from '../funnel/segments.js';
import { percent, wilson95 } from '../funnel/statistics.js';
import type { FunnelSummary } from '../funnel/summary.js';
import { escapeMarkdown as md, table } from './markdown.js';

/** Characters of the longest bar. */
const BAR_WIDTH = 20;

/** The funnel as a table with bars and intervals, both measures of drop-off, and its segments. */
export function funnelMarkdown(summary: FunnelSummary): string {
  const rows = summary.steps.map((step) => [
    String(step.step),
    md(step.name),
    String(step.users),
    bar(step.conversion_from_first),
    step.step === 1 ? '' : rate(step.conversion_from_previous),
    step.wilson95_from_previous === null ? '' : step.wilson95_from_previous.map(percent).join(' to '),
    rate(step.conversion_from_first),
    step.step === 1 ? '' : String(step.dropped_before),
    wait(step.median_seconds_from_previous),
  ]);
  const window =
    summary.window_seconds === null ? 'no window' : `window ${durationText(summary.window_seconds)}`;
  const dropped = Object.entries(summary.dropped)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ');
  const parts = [
    `## Funnel ${md(summary.name)}`,
    `Mode ${summary.mode}, ${window}, counted ${summary.engine === 'direct' ? 'in memory' : `with ${summary.engine}`}. ${summary.events_used} of ${summary.events_read} events used (dropped: ${md(dropped)}), ${summary.users_seen} users seen, ${summary.immature_users} with their window still open.`,
    table(
      [
        'Step',
        'Name',
        'Users',
        'Share',
        'From previous',
        '95 % interval',
        'From first',
        'Lost before',
        summary.times_from === undefined ? 'Median wait' : 'Median wait (sample)',
      ],
      rows,
    ),
    summary.times_from === undefined
      ? ''
      : `Counts are of all users; waits are estimated from a sample of ${summary.times_from.users} of the ${summary.times_from.of} users who entered.`,
    dropOffs(summary),
    ...(summary.segments === undefined ? [] : [segments(summary.segments)]),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Most users lost and lowest rate, which often differ. */
function dropOffs({ biggest_dropoff: lost, lowest_rate: lowest }: FunnelSummary): string {
  const lines = [
    ...(lost === null
      ? []
      : [`- Most users lost: ${lost.users_lost}, from ${md(lost.from_step)} to ${md(lost.to_step)}`]),
    ...(lowest === null
      ? []
      : [`- Lowest rate: ${percent(lowest.rate)}, from ${md(lowest.from_step)} to ${md(lowest.to_step)}`]),
  ];
  return lines.join('\n');
}

function segments(list: readonly SegmentSummary[]): string {
  const rows = list.map(({ value, users }) => {
    const [entered = 0] = users;
    const converted = users.at(-1) ?? 0;
    const interval = wilson95(converted, entered);
    return [
      md(value),
      users.join(' → '),
      rate(entered === 0 ? null : converted / entered),
      interval === null ? '' : interval.map(percent).join(' to '),
    ];
  });
  return `### Segments\n\n${table(['Value', 'Users by step', 'First to last', '95 % interval'], rows)}`;
}

function bar(share: number | null): string {
  return '█'.repeat(Math.round(BAR_WIDTH * (share ?? 0)));
}

function rate(share: number | null): string {
  return share === null ? 'no users' : percent(share);
}

function wait(seconds: number | null): string {
  return seconds === null ? '' : durationText(seconds);
}
