import { contentId } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import type { FunnelFacts } from '../experiments/funnel-facts.js';
import { type ExperimentProposal, proposeExperiments } from '../experiments/proposal.js';
import { proposeRequest, runRequest } from '../experiments/requests.js';
import type { ActionableFinding } from '../findings.js';
import { funnelFindings } from '../funnel/findings.js';
import { impossibleMetrics } from '../funnel/metrics.js';
import type { FunnelSummary } from '../funnel/summary.js';
import { containedPath, readContained } from '../inputs/containment.js';
import { metricsIds, refuseSensitiveId } from '../inputs/load.js';
import { parseJson } from '../inputs/parse.js';
import { schemaProblems } from '../inputs/problems.js';
import {
  type AnalyzeInputs,
  DEFAULT_PROPOSALS,
  type FunnelAnalysisInputs,
  type FunnelMetrics,
  FunnelMetricsSchema,
} from '../inputs/schema.js';
import type { FunnelMetricsSummary } from '../output/report-summary.js';
import { countEvents } from './count-events.js';
import type { OnProgress, SectionResult } from './section.js';

export interface FunnelSectionResult extends SectionResult {
  readonly funnel?: FunnelSummary;
  readonly funnel_metrics?: FunnelMetricsSummary;
  readonly biggestDropOffStep: string | null;
  readonly experiments: readonly ExperimentProposal[];
}

export interface FunnelOptions {
  readonly root: string;
  readonly threads: number;
  readonly onProgress: OnProgress;
}

/** A funnel with what is known of it, counted here or handed in. */
interface KnownFunnel {
  readonly facts: FunnelFacts;
  readonly findings: readonly ActionableFinding[];
  readonly note: string;
  readonly summary: Pick<FunnelSectionResult, 'funnel' | 'funnel_metrics' | 'biggestDropOffStep'>;
}

/**
 * Counts the funnel (or takes the one handed in), proposes experiments, and asks for the jobs.
 * Where both `funnel_analysis` and `funnel_metrics` are given, proposals stand on the one counted here.
 */
export async function analyzeFunnel(
  inputs: AnalyzeInputs,
  options: FunnelOptions,
): Promise<FunnelSectionResult> {
  const funnel = await knownFunnel(inputs, options);
  if (funnel === undefined) {
    const asked = inputs.experiment_proposals === undefined ? 'experiment_run' : 'experiment_proposals';
    throw new GrowthError('funnel_metrics_missing', `/${asked}: there is no funnel to base experiments on`, {
      details: [
        { path: `/${asked}`, message: 'needs funnel_analysis, funnel_metrics or funnel_metrics_path' },
      ],
    });
  }
  const proposals = inputs.experiment_proposals ?? DEFAULT_PROPOSALS;
  const experiments = proposeExperiments(funnel.facts, proposals);
  const run =
    inputs.experiment_run === undefined
      ? {}
      : runRequest(inputs.experiment_run, experiments, proposals.max_duration_days);
  return {
    ...funnel.summary,
    experiments,
    findings: [...funnel.findings, ...(run.refusal === undefined ? [] : [run.refusal])],
    requests: [proposeRequest(funnel.facts, proposals), ...(run.request === undefined ? [] : [run.request])],
    notes: [
      funnel.note,
      ...(inputs.experiment_proposals === undefined ? [] : ['experiment_proposals: options for proposals']),
      ...(inputs.experiment_run === undefined
        ? []
        : [`experiment_run: ${run.request === undefined ? 'refused, see the findings' : 'asked for'}`]),
    ],
  };
}

async function knownFunnel(inputs: AnalyzeInputs, options: FunnelOptions): Promise<KnownFunnel | undefined> {
  const path = inputs.experiment_proposals?.funnel_metrics_path;
  const handedIn =
    inputs.funnel_metrics ?? (path === undefined ? undefined : await readMetrics(path, options.root));
  const metrics = handedIn === undefined ? undefined : metricsFunnel(handedIn);
  if (inputs.funnel_analysis === undefined) return metrics;
  const counted = await countedFunnel(inputs.funnel_analysis, options);
  if (metrics === undefined) return counted;
  return {
    ...counted,
    findings: [...counted.findings, ...metrics.findings],
    note: `${counted.note} ${metrics.note}; proposals stand on the funnel counted here.`,
    summary: { ...metrics.summary, ...counted.summary },
  };
}

async function countedFunnel(inputs: FunnelAnalysisInputs, options: FunnelOptions): Promise<KnownFunnel> {
  const { result, source, note } = await countEvents(inputs, options);
  const { summary, spanDays } = result;
  const steps = summary.steps.map(({ name, users }) => ({ name, users }));
  return {
    facts: {
      id: contentId('funnel', {
        name: summary.name,
        mode: summary.mode,
        window_seconds: summary.window_seconds,
        steps,
      }),
      name: summary.name,
      steps,
      segments: summary.segments,
      windowSeconds: summary.window_seconds,
      spanDays,
    },
    findings: funnelFindings(summary, source),
    note: `funnel_analysis: ${note}`,
    summary: { funnel: summary, biggestDropOffStep: summary.biggest_dropoff?.to_step ?? null },
  };
}

function metricsFunnel(metrics: FunnelMetrics): KnownFunnel {
  const steps = metrics.steps.map(({ step_name, unique_users }) => ({
    name: step_name,
    users: unique_users,
  }));
  const losses = steps
    .slice(1)
    .map((step, index) => ({ step, lost: (steps[index]?.users ?? 0) - step.users }));
  const most = Math.max(0, ...losses.map(({ lost }) => lost));
  return {
    facts: {
      id: metrics.id,
      name: metrics.funnel_name,
      steps,
      windowSeconds: null,
      spanDays: spanDays(metrics),
    },
    findings: impossibleMetrics(metrics),
    note: `funnel_metrics: ${metrics.id} from ${metrics.source_file}, counted elsewhere`,
    summary: {
      funnel_metrics: {
        funnel_metrics_id: metrics.id,
        name: metrics.funnel_name,
        source_file: metrics.source_file,
        steps,
      },
      biggestDropOffStep:
        (most > 0 ? losses.find(({ lost }) => lost === most)?.step.name : undefined) ?? null,
    },
  };
}

/** Days from the start to the end of the range, at least one; null where they are no times. */
function spanDays({ date_range: { start, end } }: FunnelMetrics): number | null {
  const milliseconds = Date.parse(end) - Date.parse(start);
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? Math.max(1, milliseconds / 86_400_000) : null;
}

/** A funnel of twenty steps takes some kilobytes. */
export const MAX_METRICS_BYTES = 1024 * 1024;

async function readMetrics(given: string, root: string): Promise<FunnelMetrics> {
  const file = await containedPath(root, given, 'file', '/experiment_proposals/funnel_metrics_path');
  const bytes = readContained(file, MAX_METRICS_BYTES, (problem, cause) => {
    const message = `"${file.relative}" ${problem}`;
    return new GrowthError('funnel_metrics_invalid', `${file.pointer}: ${message}`, {
      details: [{ path: file.pointer, message }],
      cause,
    });
  });
  const document = await parseJson(bytes.toString('utf8'), file.relative);
  const details = schemaProblems(FunnelMetricsSchema, document);
  if (details.length > 0) {
    throw new GrowthError('funnel_metrics_invalid', `${file.relative} is not a funnel_metrics document`, {
      details,
    });
  }
  const metrics = FunnelMetricsSchema.parse(document);
  for (const [pointer, id] of metricsIds(metrics, `${file.relative}: `)) await refuseSensitiveId(id, pointer);
  return metrics;
}
