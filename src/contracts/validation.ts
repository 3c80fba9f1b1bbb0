import type { z } from 'zod';
import {
  CanonicalizationError,
  canonicalHash,
  canonicalJson,
  childPointer,
  idempotencyKey,
} from './canonical.js';
import {
  BUNDLE_ID_PATTERN,
  BUNDLE_LIMITS,
  JobRequestBundleSchema,
  ReportEnvelopeSchema,
  RunnerMaturityReportSchema,
} from './compat.js';

export const VIOLATION_CODES = [
  'tenant_mismatch',
  'project_mismatch',
  'trace_mismatch',
  'unknown_job_type',
  'policy_token_missing',
  'auto_execute_forbidden',
  'approval_required',
  'cost_cap_exceeded',
  'cost_cap_missing',
  'idempotency_key_missing',
  'idempotency_key_mismatch',
  'duplicate_idempotency_key',
  'duplicate_request_id',
  'too_many_requests',
  'payload_too_large',
  'payload_invalid',
  'schema_version_unsupported',
  'canonical_hash_mismatch',
  'field_missing',
  'field_invalid',
  'field_unknown',
  'not_canonical',
  'sensitive_data',
] as const;

export type ViolationCode = (typeof VIOLATION_CODES)[number];

export interface Violation {
  readonly code: ViolationCode;
  /** JSON pointer (RFC 6901) into the document; '' is the document itself. */
  readonly pointer: string;
  readonly message: string;
}

/** What a validator must know of a job type; the runner registry supplies it. */
export interface JobTypeRule {
  readonly jobType: string;
  readonly isAction: boolean;
  readonly maxCostUsd: number;
  readonly payload: z.ZodType;
}

/** Head fields that a document must share with the run or the files beside it. */
export interface Expectation {
  readonly tenant_id?: string;
  readonly project_id?: string;
  readonly trace_id?: string;
}

export interface BundleRules {
  readonly jobTypes: readonly JobTypeRule[];
  readonly expect?: Expectation;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks a bundle against the contract: its form, its hashes and keys, one tenant and project
 * throughout, known job types (or marked unavailable), policy tokens for action jobs, caps and limits.
 *
 * @returns every violation, in document order within each check; empty when the bundle is valid.
 */
export function validateBundle(bundle: unknown, rules: BundleRules): Violation[] {
  const violations = validateForm(JobRequestBundleSchema, bundle, rules.expect);
  if (!isRecord(bundle)) return violations;
  if (typeof bundle['bundle_id'] === 'string' && !BUNDLE_ID_PATTERN.test(bundle['bundle_id'])) {
    violations.push(violation('field_invalid', '/bundle_id', 'must match ^[a-z0-9-]+$'));
  }
  const entries: readonly unknown[] = Array.isArray(bundle['requests']) ? bundle['requests'] : [];
  if (entries.length > BUNDLE_LIMITS.maxRequests) {
    violations.push(
      violation(
        'too_many_requests',
        '/requests',
        `${entries.length} requests; at most ${BUNDLE_LIMITS.maxRequests}`,
      ),
    );
  }
  entries.forEach((entry, index) => {
    if (isRecord(entry))
      violations.push(...entryViolations(bundle, entry, `/requests/${index}`, rules.jobTypes));
  });
  return [...violations, ...duplicates(entries), ...disorder(entries)];
}

/** Checks a report's form and hash. */
export function validateReport(report: unknown, expect?: Expectation): Violation[] {
  return validateForm(ReportEnvelopeSchema, report, expect);
}

/** Checks a runner maturity report's form and hash. */
export function validateMaturityReport(report: unknown, expect?: Expectation): Violation[] {
  return validateForm(RunnerMaturityReportSchema, report, expect);
}

function validateForm(schema: z.ZodType, document: unknown, expect: Expectation = {}): Violation[] {
  const parsed = schema.safeParse(document);
  const violations = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => issueViolations(issue, document));
  if (!isRecord(document)) return violations;
  for (const [field, code] of HEAD_MISMATCH) {
    const expected = expect[field];
    const actual = document[field];
    if (expected !== undefined && typeof actual === 'string' && actual !== expected) {
      violations.push(violation(code, `/${field}`, `is ${quote(actual)}, expected ${quote(expected)}`));
    }
  }
  return [...violations, ...hashViolations(document)];
}

const HEAD_MISMATCH = [
  ['tenant_id', 'tenant_mismatch'],
  ['project_id', 'project_mismatch'],
  ['trace_id', 'trace_mismatch'],
] as const;

function hashViolations(document: Json): Violation[] {
  try {
    const actual = canonicalHash(document);
    const declared = document['canonical_hash'];
    if (typeof declared !== 'string' || declared === actual) return [];
    return [
      violation(
        'canonical_hash_mismatch',
        '/canonical_hash',
        `is ${quote(declared)}, the content hashes to "${actual}"`,
      ),
    ];
  } catch (error) {
    if (error instanceof CanonicalizationError)
      return [violation('not_canonical', error.pointer, error.reason)];
    throw error;
  }
}

/** Codes of fields whose absence or wrong value has a name of its own. */
const NAMED_MISSING: Readonly<Record<string, ViolationCode>> = {
  idempotency_key: 'idempotency_key_missing',
  max_cost_usd: 'cost_cap_missing',
};
const NAMED_INVALID: Readonly<Record<string, ViolationCode>> = {
  schema_version: 'schema_version_unsupported',
  auto_execute: 'auto_execute_forbidden',
  require_approval: 'approval_required',
};

function issueViolations(issue: z.core.$ZodIssue, document: unknown): Violation[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const pointer = path.reduce<string>(childPointer, '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      violation('field_unknown', childPointer(pointer, key), 'is not a field of the contract'),
    );
  }
  const field = String(path.at(-1) ?? '');
  if (isMissing(document, path)) {
    return [violation(NAMED_MISSING[field] ?? 'field_missing', pointer, 'is required')];
  }
  return [violation(NAMED_INVALID[field] ?? 'field_invalid', pointer, issue.message)];
}

/** Whether a document has nothing at a path, so that "required" says more than "invalid". */
export function isMissing(document: unknown, path: readonly PropertyKey[]): boolean {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return true;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return false;
}

function entryViolations(
  bundle: Json,
  entry: Json,
  pointer: string,
  jobTypes: readonly JobTypeRule[],
): Violation[] {
  const request = entry['request'];
  if (!isRecord(request)) return [];
  const at = `${pointer}/request`;
  const rule = jobTypes.find((known) => known.jobType === request['job_type']);
  return [
    ...foreignViolations(bundle, request, at),
    ...jobTypeViolations(entry, request, at, rule),
    ...(rule?.isAction === true && entry['requires_policy_token'] !== true
      ? [
          violation(
            'policy_token_missing',
            `${pointer}/requires_policy_token`,
            `must be true for ${rule.jobType}`,
          ),
        ]
      : []),
    ...keyViolations(entry, request, pointer),
    ...payloadViolations(request, at, rule),
    ...capViolations(request, at, rule),
  ];
}

function foreignViolations(bundle: Json, request: Json, at: string): Violation[] {
  return HEAD_MISMATCH.slice(0, 2).flatMap(([field, code]) => {
    const [outer, inner] = [bundle[field], request[field]];
    if (typeof outer !== 'string' || typeof inner !== 'string' || outer === inner) return [];
    return [violation(code, `${at}/${field}`, `is ${quote(inner)}, the bundle's is ${quote(outer)}`)];
  });
}

function jobTypeViolations(
  entry: Json,
  request: Json,
  at: string,
  rule: JobTypeRule | undefined,
): Violation[] {
  const jobType = request['job_type'];
  if (rule !== undefined || typeof jobType !== 'string' || entry['job_type_status'] === 'unavailable')
    return [];
  return [
    violation(
      'unknown_job_type',
      `${at}/job_type`,
      `${quote(jobType)} is unknown and not marked "unavailable"`,
    ),
  ];
}

function keyViolations(entry: Json, request: Json, pointer: string): Violation[] {
  const { tenant_id, project_id, job_type, payload } = request;
  const declared = entry['idempotency_key'];
  if (typeof tenant_id !== 'string' || typeof project_id !== 'string' || typeof job_type !== 'string')
    return [];
  if (typeof declared !== 'string' || !isRecord(payload) || !isCanonicalizable(payload)) return [];
  const actual = idempotencyKey({ tenant_id, project_id, job_type, payload });
  if (declared === actual) return [];
  return [
    violation(
      'idempotency_key_mismatch',
      `${pointer}/idempotency_key`,
      `is ${quote(declared)}, the content gives "${actual}"`,
    ),
  ];
}

function payloadViolations(request: Json, at: string, rule: JobTypeRule | undefined): Violation[] {
  const payload = request['payload'];
  if (!isRecord(payload)) return [];
  const violations: Violation[] = [];
  if (isCanonicalizable(payload)) {
    const bytes = Buffer.byteLength(canonicalJson(payload));
    if (bytes > BUNDLE_LIMITS.maxPayloadBytes) {
      violations.push(
        violation(
          'payload_too_large',
          `${at}/payload`,
          `${bytes} bytes; at most ${BUNDLE_LIMITS.maxPayloadBytes}`,
        ),
      );
    }
  }
  const parsed = rule?.payload.safeParse(payload);
  for (const issue of parsed?.error?.issues ?? []) {
    const pointer = issue.path.reduce<string>(
      (parent, key) => childPointer(parent, String(key)),
      `${at}/payload`,
    );
    violations.push(violation('payload_invalid', pointer, issue.message));
  }
  return violations;
}

function capViolations(request: Json, at: string, rule: JobTypeRule | undefined): Violation[] {
  const constraints = request['constraints'];
  const cap = isRecord(constraints) ? constraints['max_cost_usd'] : undefined;
  if (rule === undefined || typeof cap !== 'number' || cap <= rule.maxCostUsd) return [];
  return [
    violation(
      'cost_cap_exceeded',
      `${at}/constraints/max_cost_usd`,
      `${cap} US dollars; ${rule.jobType} may cost at most ${rule.maxCostUsd}`,
    ),
  ];
}

function duplicates(entries: readonly unknown[]): Violation[] {
  const keys = new Map<string, number>();
  const ids = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    if (!isRecord(entry)) return [];
    const request = isRecord(entry['request']) ? entry['request'] : {};
    return [
      ...repeated(
        keys,
        entry['idempotency_key'],
        index,
        'duplicate_idempotency_key',
        `/requests/${index}/idempotency_key`,
      ),
      ...repeated(ids, request['id'], index, 'duplicate_request_id', `/requests/${index}/request/id`),
    ];
  });
}

/** Requests stand in one order only, so that equal content has equal bytes. */
function disorder(entries: readonly unknown[]): Violation[] {
  const keys = entries.map(sortKey);
  return keys.flatMap((key, index) => {
    const previous = keys[index - 1];
    if (key === undefined || previous === undefined || previous <= key) return [];
    return [
      violation('not_canonical', `/requests/${index}`, 'is out of order: job_type, then idempotency_key'),
    ];
  });
}

function sortKey(entry: unknown): string | undefined {
  if (!isRecord(entry) || !isRecord(entry['request'])) return undefined;
  const [jobType, key] = [entry['request']['job_type'], entry['idempotency_key']];
  return typeof jobType === 'string' && typeof key === 'string' ? `${jobType}\u0000${key}` : undefined;
}

function repeated(
  seen: Map<string, number>,
  value: unknown,
  index: number,
  code: ViolationCode,
  pointer: string,
): Violation[] {
  if (typeof value !== 'string') return [];
  const first = seen.get(value);
  if (first !== undefined) return [violation(code, pointer, `repeats that of request ${first}`)];
  seen.set(value, index);
  return [];
}

function isCanonicalizable(value: unknown): boolean {
  try {
    canonicalJson(value);
    return true;
  } catch (error) {
    if (error instanceof CanonicalizationError) return false;
    throw error;
  }
}

function violation(code: ViolationCode, pointer: string, message: string): Violation {
  return { code, pointer, message };
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quote(value: string): string {
  return JSON.stringify(value);
}
