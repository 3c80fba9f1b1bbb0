/**
 * Prepares dry-run job requests for JobForge.
 *
 * This file is a shim: it stands where the platform's official client package will stand. To
 * migrate, let `prepareRequest` call that package's request builder; nothing else in `growth` builds
 * a request. It never sends anything, and no part of it could: a request only ever becomes a line in
 * a bundle that a person approves elsewhere.
 */
import { type BundleEntry, idempotencyKey } from '../contracts/index.js';
import { type RunnerRegistry, findRunner } from '../runners/registry.js';
import type { Redacted } from '../safety/redaction.js';

/** Who asked for the analysis and when; in every document. */
export interface RunContext {
  readonly tenant_id: string;
  readonly project_id: string;
  readonly trace_id: string;
  /** ISO 8601, UTC. */
  readonly created_at: string;
}

/** What an analysis asks for; caps, approval and policy rules come from the registry, not from here. */
export interface JobRequestDraft {
  readonly jobType: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly priority: 'low' | 'normal' | 'high' | 'critical';
  /** On what evidence the request stands; shown to the person who approves. */
  readonly evidence: string;
}

export interface RequestOptions {
  readonly runners: RunnerRegistry;
  /** Job types that JobForge lists; without a catalog nothing is said about availability. */
  readonly catalog?: ReadonlySet<string>;
}

/** One request of a bundle: approval required, never executed, capped by its runner. */
export function prepareRequest(
  draft: Redacted<JobRequestDraft>,
  run: RunContext,
  options: RequestOptions,
): BundleEntry {
  const runner = findRunner(draft.jobType, options.runners);
  if (runner === undefined) throw new Error(`no runner is registered for ${draft.jobType}`);
  const { tenant_id, project_id, trace_id, created_at } = run;
  const payload = runner.payload.parse(draft.payload);
  const key = idempotencyKey({ tenant_id, project_id, job_type: draft.jobType, payload });
  return {
    idempotency_key: key,
    ...(options.catalog && {
      job_type_status: options.catalog.has(draft.jobType) ? ('available' as const) : ('unavailable' as const),
    }),
    requires_policy_token: runner.isAction,
    request: {
      id: `request-${key.slice(0, 16)}`,
      tenant_id,
      project_id,
      job_type: draft.jobType,
      created_at,
      payload,
      priority: draft.priority,
      context: { triggered_by: 'growth', trace_id, notes: draft.evidence },
      constraints: {
        auto_execute: false,
        require_approval: true,
        max_cost_usd: runner.requestCapUsd?.(payload) ?? runner.maxCostUsd,
      },
    },
  };
}
