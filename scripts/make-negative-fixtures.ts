/**
 * Writes fixtures/jobforge/negative/*.json: bundles that break exactly one rule of the contract each,
 * named after the code with which they are rejected. Hashes and keys are right for what each holds.
 *
 * Run it with `pnpm fixtures:negatives` when a rule is added or a payload changes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUNDLE_LIMITS, canonicalHash, idempotencyKey } from '../src/contracts/index.js';
import { experimentRun } from '../src/runners/experiment-run.js';
import { jobTypeOf, type Runner } from '../src/runners/runner.js';
import { seoScan } from '../src/runners/seo-scan.js';

/** A bundle before it is checked: anything may be changed or missing. */
type Loose = Record<string, unknown>;
interface Entry extends Loose {
  request: Loose & { constraints: Loose };
}
interface Bundle extends Loose {
  requests: Entry[];
}

const ZEROS = '0'.repeat(64);

/** One change each; keys and the hash are computed after it unless `afterwards` says otherwise. */
const NEGATIVES: Record<
  string,
  { change?: (bundle: Bundle, entry: Entry) => void; afterwards?: (bundle: Bundle) => void }
> = {
  'approval_required.json': { change: (_, entry) => (entry.request.constraints['require_approval'] = false) },
  'auto_execute_forbidden.json': { change: (_, entry) => (entry.request.constraints['auto_execute'] = true) },
  'canonical_hash_mismatch.json': { afterwards: (bundle) => (bundle['canonical_hash'] = ZEROS) },
  'cost_cap_exceeded.json': {
    change: (_, entry) => (entry.request.constraints['max_cost_usd'] = seoScan.maxCostUsd * 2),
  },
  'cost_cap_missing.json': { change: (_, entry) => delete entry.request.constraints['max_cost_usd'] },
  'duplicate_idempotency_key.json': {
    change: (bundle, entry) =>
      bundle.requests.push({ ...entry, request: { ...entry.request, id: 'request-2' } }),
  },
  'duplicate_request_id.json': {
    change: (bundle) =>
      bundle.requests.push({ ...entryOf(seoScan, { ...seoScan.examplePayload, max_pages: 10 }) }),
  },
  'field_invalid.created_at.json': {
    change: (bundle) => (bundle['created_at'] = '2024-01-01T00:00:00+01:00'),
  },
  'field_missing.tenant_id.json': { change: (bundle) => delete bundle['tenant_id'] },
  'field_unknown.json': { change: (_, entry) => (entry.request['retries'] = 3) },
  'idempotency_key_mismatch.json': {
    afterwards: (bundle) => bundle.requests.forEach((entry) => (entry['idempotency_key'] = ZEROS)),
  },
  'idempotency_key_missing.json': {
    afterwards: (bundle) => bundle.requests.forEach((entry) => delete entry['idempotency_key']),
  },
  'not_canonical.order.json': {
    change: (bundle) =>
      bundle.requests.unshift(entryOf(seoScan, { ...seoScan.examplePayload, max_pages: 10 }, 'request-2')),
    afterwards: (bundle) =>
      bundle.requests.sort((a, b) => (String(a['idempotency_key']) < String(b['idempotency_key']) ? 1 : -1)),
  },
  'payload_invalid.json': {
    change: (_, entry) => (entry.request['payload'] = { ...seoScan.examplePayload, max_pages: 0 }),
  },
  'payload_too_large.json': {
    change: (_, entry) =>
      (entry.request['payload'] = {
        ...seoScan.examplePayload,
        source_path: 'a'.repeat(BUNDLE_LIMITS.maxPayloadBytes),
      }),
  },
  'policy_token_missing.json': {
    change: (bundle) =>
      (bundle.requests = [
        { ...entryOf(experimentRun, experimentRun.examplePayload), requires_policy_token: false },
      ]),
  },
  'project_mismatch.json': { change: (_, entry) => (entry.request['project_id'] = 'another-project') },
  'schema_version_unsupported.json': { change: (bundle) => (bundle['schema_version'] = '2023-01-01') },
  'tenant_mismatch.json': { change: (_, entry) => (entry.request['tenant_id'] = 'another-tenant') },
  'too_many_requests.json': {
    change: (bundle) =>
      (bundle.requests = Array.from({ length: BUNDLE_LIMITS.maxRequests + 1 }, (_, index) =>
        entryOf(seoScan, { ...seoScan.examplePayload, max_pages: index + 1 }, `request-${index + 1}`),
      )),
  },
  'unknown_job_type.json': {
    change: (_, entry) => (entry.request['job_type'] = 'autopilot.growth.unheard_of'),
  },
};

const folder = path.join(import.meta.dirname, '..', 'fixtures', 'jobforge', 'negative');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [file, { change, afterwards }] of Object.entries(NEGATIVES)) {
  const bundle = validBundle();
  const [entry] = bundle.requests;
  if (entry !== undefined) change?.(bundle, entry);
  for (const each of bundle.requests) each['idempotency_key'] = keyOf(each);
  if (afterwards === undefined || !file.startsWith('not_canonical')) bundle.requests.sort(byKey);
  // Keys are changed before the hash is taken, the hash itself after.
  if (file.startsWith('canonical_hash')) {
    bundle['canonical_hash'] = canonicalHash(bundle);
    afterwards?.(bundle);
  } else {
    afterwards?.(bundle);
    bundle['canonical_hash'] = canonicalHash(bundle);
  }
  writeFileSync(path.join(folder, file), `${JSON.stringify(bundle, null, 2)}\n`);
}

function validBundle(): Bundle {
  return {
    schema_version: '2024-09-01',
    module_id: 'growth',
    tenant_id: 'acme',
    project_id: 'lanternfish',
    trace_id: 'negative',
    created_at: '2024-01-01T00:00:00.000Z',
    canonical_hash: ZEROS,
    canonical_hash_algorithm: 'sha256',
    canonicalization: 'sorted_keys',
    bundle_id: 'bundle-negative',
    requests: [entryOf(seoScan, seoScan.examplePayload)],
  };
}

function entryOf(
  runner: Pick<Runner, 'name' | 'isAction' | 'maxCostUsd'>,
  payload: unknown,
  id = 'request-1',
): Entry {
  return {
    idempotency_key: ZEROS,
    requires_policy_token: runner.isAction,
    request: {
      tenant_id: 'acme',
      project_id: 'lanternfish',
      id,
      job_type: jobTypeOf(runner),
      created_at: '2024-01-01T00:00:00.000Z',
      payload,
      priority: 'normal',
      context: { triggered_by: 'growth', trace_id: 'negative' },
      constraints: { auto_execute: false, require_approval: true, max_cost_usd: runner.maxCostUsd },
    },
  };
}

function keyOf({ request }: Entry): string {
  const [tenant_id, project_id, job_type] = [
    request['tenant_id'],
    request['project_id'],
    request['job_type'],
  ].map(String);
  return idempotencyKey({
    tenant_id: tenant_id ?? '',
    project_id: project_id ?? '',
    job_type: job_type ?? '',
    payload: request['payload'],
  });
}

function byKey(a: Entry, b: Entry): number {
  return String(a['idempotency_key']) < String(b['idempotency_key']) ? -1 : 1;
}
