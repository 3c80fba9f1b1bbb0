import { payloadFields } from '../runners/payload-fields.js';
import type { RunnerRegistry } from '../runners/registry.js';
import { type Metric, type Runner, jobTypeOf } from '../runners/runner.js';
import { columns } from './table.js';

/** The runners in one table. */
export function runnersTable(runners: RunnerRegistry): string {
  return columns([
    ['JOB TYPE', 'ACTION', 'CAP (USD)', 'RETRIES', 'PURPOSE'],
    ...runners.map((runner) => [
      jobTypeOf(runner),
      runner.isAction ? 'yes' : 'no',
      runner.maxCostUsd.toFixed(2),
      String(runner.retry.max_retries),
      runner.purpose,
    ]),
  ]);
}

/** One runner in full. */
export function runnerText(runner: Runner): string {
  const { retry, idempotency, metrics } = runner;
  const wait =
    retry.retry_after_seconds === undefined ? '' : `, first after ${retry.retry_after_seconds} seconds`;
  const sections: [string, string[]][] = [
    [jobTypeOf(runner), [runner.purpose, `Asked for by: ${runner.askedForBy.join(', ')}`]],
    [
      'Approval',
      [
        runner.isAction ? 'Action: needs approval and a policy token.' : 'Needs approval; no policy token.',
        `Approving it lets JobForge ${runner.onApproval}.`,
      ],
    ],
    [
      'Inputs',
      payloadFields(runner).map(
        ({ name, type, required, description }) =>
          `${name} (${type}${required ? '' : ', optional'}): ${description}`,
      ),
    ],
    ['Outputs', [...runner.outputs]],
    ['Failure modes', runner.failureModes.map(({ mode, remedy }) => `${mode}: ${remedy}`)],
    ['Success metrics', metrics.success.map(metricLine)],
    ['Failure metrics', metrics.failure.map(metricLine)],
    ['Idempotency', [`${idempotency.strategy}: ${idempotency.key_source}`]],
    [
      'Retries',
      [
        `${retry.retryable ? `at most ${retry.max_retries}, ${retry.strategy}${wait}` : 'none'}. ${retry.reason}`,
      ],
    ],
    ['Cost', [`at most ${runner.maxCostUsd.toFixed(2)} US dollars a job`, ...runner.costControls]],
    ['Example payload', JSON.stringify(runner.examplePayload, null, 2).split('\n')],
  ];
  return sections
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}

function metricLine({ metric, source, description }: Metric): string {
  return `${metric} (${source}): ${description}`;
}
