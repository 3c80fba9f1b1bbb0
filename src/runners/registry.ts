import type { JobTypeRule } from '../contracts/index.js';
import { contentDraft } from './content-draft.js';
import { experimentPropose } from './experiment-propose.js';
import { experimentRun } from './experiment-run.js';
import { publishContent } from './publish-content.js';
import { type Runner, jobTypeOf } from './runner.js';
import { seoScan } from './seo-scan.js';

/** Runners in the order in which people meet them; nothing else lists them. */
export type RunnerRegistry = readonly Runner[];

export const registry: RunnerRegistry = [
  seoScan,
  experimentPropose,
  contentDraft,
  experimentRun,
  publishContent,
];

/** Finds a runner by short name (`seo_scan`), runner id (`growth.seo_scan`) or job type. */
export function findRunner(name: string, runners: RunnerRegistry): Runner | undefined {
  const short = name.replace(/^(?:autopilot\.)?growth\./, '');
  return runners.find((runner) => runner.name === short);
}

/** What validators must know of each job type. */
export function jobTypeRules(runners: RunnerRegistry): JobTypeRule[] {
  return runners.map((runner) => ({
    jobType: jobTypeOf(runner),
    isAction: runner.isAction,
    maxCostUsd: runner.maxCostUsd,
    payload: runner.payload,
  }));
}
