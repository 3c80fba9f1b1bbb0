import {
  BUNDLE_LIMITS,
  type BundleEntry,
  type JobRequestBundle,
  JobRequestBundleSchema,
  contentId,
  validateBundle,
} from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import { jobTypeRules } from '../runners/registry.js';
import type { Redacted } from '../safety/redaction.js';
import { type JobRequestDraft, type RequestOptions, type RunContext, prepareRequest } from './client.js';
import { sealDocument } from './document.js';

/**
 * The bundle of one analysis: equal requests once, in the contract's order, hashed and validated.
 *
 * @throws GrowthError `limit_exceeded` when the inputs ask for more than a bundle may hold.
 */
export function buildBundle(
  drafts: Redacted<readonly JobRequestDraft[]>,
  run: RunContext,
  options: RequestOptions,
): JobRequestBundle {
  const entries = drafts.map((draft) => prepareRequest(draft, run, options));
  const unique = new Map(entries.map((entry) => [entry.idempotency_key, entry]));
  const requests = [...unique.values()].sort(inContractOrder);
  const bundle = sealDocument({ bundle_id: bundleId(requests, run), requests }, run);
  const violations = validateBundle(bundle, { jobTypes: jobTypeRules(options.runners) });
  const overLimit = violations.filter(
    ({ code }) => code === 'too_many_requests' || code === 'payload_too_large',
  );
  if (overLimit.length > 0) {
    throw new GrowthError(
      'limit_exceeded',
      `the inputs ask for more than a bundle may hold (${BUNDLE_LIMITS.maxRequests} requests, ${BUNDLE_LIMITS.maxPayloadBytes} bytes a payload)`,
      {
        hint: overLimit.some(({ code }) => code === 'too_many_requests')
          ? 'Split the inputs into several runs.'
          : 'Shorten what the inputs say in the section of that request: goals, keywords, features, names of steps.',
        details: overLimit.map(({ pointer, message }) => ({ path: pointer, message })),
      },
    );
  }
  if (violations.length > 0)
    throw new Error(`the bundle breaks its own contract: ${JSON.stringify(violations)}`);
  return JobRequestBundleSchema.parse(bundle);
}

function bundleId(requests: readonly BundleEntry[], run: RunContext): string {
  const { tenant_id, project_id, trace_id } = run;
  const keys = requests.map((entry) => entry.idempotency_key);
  return contentId('bundle', { tenant_id, project_id, trace_id, keys });
}

function inContractOrder(a: BundleEntry, b: BundleEntry): number {
  return (
    compareCodeUnits(a.request.job_type, b.request.job_type) ||
    compareCodeUnits(a.idempotency_key, b.idempotency_key)
  );
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
