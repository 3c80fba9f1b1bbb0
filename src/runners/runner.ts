import type { z } from 'zod';
import type { RunnerMaturity } from '../contracts/index.js';

const JOB_TYPE_PREFIX = 'autopilot.growth.';

/** A way in which a job can fail, and what a person does about it. */
export interface FailureMode {
  readonly mode: string;
  readonly remedy: string;
}

export type Metric = RunnerMaturity['metrics']['success'][number];

/**
 * Everything that is said about a runner, once. Help, docs/runners.md, runner-maturity.json, the
 * payload schemas, and the caps and approval rules of requests are all derived from this.
 */
export interface Runner<Payload extends z.ZodObject = z.ZodObject> {
  /** Short name; the job type is `autopilot.growth.<name>`. */
  readonly name: string;
  /** One line: what the job is for. */
  readonly purpose: string;
  /** Sections of the inputs file that ask for this job. */
  readonly askedForBy: readonly string[];
  /** An action changes something outside; its requests need a policy token besides approval. */
  readonly isAction: boolean;
  /** Input of the job, every field described. */
  readonly payload: Payload;
  readonly outputs: readonly string[];
  readonly failureModes: readonly FailureMode[];
  readonly idempotency: RunnerMaturity['idempotency'];
  readonly retry: RunnerMaturity['retry_guidance'];
  readonly metrics: { readonly success: readonly Metric[]; readonly failure: readonly Metric[] };
  /** Cap of one job in US dollars. */
  readonly maxCostUsd: number;
  /** What one request asks for where that is less than the cap. */
  readonly requestCapUsd?: (payload: z.infer<Payload>) => number;
  readonly costControls: readonly string[];
  /** What approving a request would make happen; ends the sentence "Approving it lets JobForge …". */
  readonly onApproval: string;
  readonly examplePayload: z.infer<Payload>;
}

/** Declares a runner; the payload's type flows into the example and the request cap. */
export function defineRunner<Payload extends z.ZodObject>(runner: Runner<Payload>): Runner<Payload> {
  return runner;
}

export function jobTypeOf(runner: Pick<Runner, 'name'>): string {
  return `${JOB_TYPE_PREFIX}${runner.name}`;
}

/** Success and failure metrics that every runner has. */
export const COMMON_SUCCESS: readonly Metric[] = [
  {
    metric: 'job_request_enqueued',
    description: 'Requests that JobForge accepted into its queue.',
    source: 'job_request',
  },
];
export const COMMON_FAILURE: readonly Metric[] = [
  {
    metric: 'bundle_validation_failed',
    description: 'Bundles that JobForge refused because a contract rule was broken.',
    source: 'job_request',
  },
  {
    metric: 'job_type_unavailable',
    description: 'Requests whose job type the catalog does not list.',
    source: 'job_request',
  },
];

export const SCHEMA_FAILURE: FailureMode = {
  mode: 'schema validation failure',
  remedy: 'compare the payload with the schema of the job type and run the analysis again',
};
export const UNAVAILABLE_FAILURE: FailureMode = {
  mode: 'job type unavailable',
  remedy: 'enable the job type in JobForge, or leave the request unapproved',
};
export const POLICY_TOKEN_FAILURE: FailureMode = {
  mode: 'policy token required',
  remedy: 'have the policy owner issue a token for this one job; approval alone is not enough',
};

export const POLICY_TOKEN_METRIC: Metric = {
  metric: 'policy_token_missing',
  description: 'Jobs denied because no policy token came with the approval.',
  source: 'job_request',
};

/** Equal payloads of one tenant and project are one request, however often the analysis runs. */
export const KEYED_BY_PAYLOAD: RunnerMaturity['idempotency'] = {
  strategy: 'bundle_idempotency_key',
  key_source: 'SHA-256 of the canonical {tenant_id, project_id, job_type, payload}',
};
