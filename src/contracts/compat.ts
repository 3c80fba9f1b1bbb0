/**
 * The contract that JobForge ingests, pinned at schema_version 2024-09-01.
 *
 * This file is a shim: it stands where the platform's official contract package will stand. To
 * migrate, re-export that package's schemas under the names below; nothing else in `growth` defines
 * or repeats the contract. Documents carry only the fields named here, so that a strict parser and
 * one that drops unknown fields hash the same bytes.
 */
import { z } from 'zod';

export const SCHEMA_VERSION = '2024-09-01';
export const MODULE_ID = 'growth';
export const REPORT_TYPE = 'growth.analysis';

/** Limits of one bundle; a larger one is refused before anything is written. */
export const BUNDLE_LIMITS = { maxRequests: 100, maxPayloadBytes: 65_536 } as const;
export const BUNDLE_ID_PATTERN = /^[a-z0-9-]+$/;
export const SLUG_PATTERN = /^[a-z0-9_-]{1,64}$/;
/** From the worst on. */
export const SEVERITIES = ['critical', 'warning', 'info', 'opportunity'] as const;

const text = (description: string) => z.string().min(1).describe(description);
const time = (description: string) =>
  z.iso.datetime().describe(`${description} (ISO 8601, UTC, ending in Z).`);
const sha256 = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe(description);

const head = {
  schema_version: z.literal(SCHEMA_VERSION).describe('Version of this contract.'),
  module_id: z.literal(MODULE_ID).describe('The module that wrote the document.'),
  tenant_id: text('Tenant whose data was analysed.'),
  project_id: text('Project of the tenant.'),
  trace_id: text('Trace under which the analysis was asked for.'),
  created_at: time('When the document was made'),
  canonical_hash: sha256(
    'SHA-256 of the canonical form without canonical_hash and canonical_hash_algorithm, 64 lower-case hex digits.',
  ),
  canonical_hash_algorithm: z.literal('sha256').describe('Hash function of canonical_hash.'),
  canonicalization: z
    .literal('sorted_keys')
    .describe('Compact JSON with keys sorted by UTF-16 code unit at every level.'),
};

export const JobRequestSchema = z
  .strictObject({
    tenant_id: text("The bundle's tenant."),
    project_id: text("The bundle's project."),
    id: text('Id of the request, unique in the bundle.'),
    job_type: text('Type of the job, for example autopilot.growth.seo_scan.'),
    created_at: time('When the request was made'),
    payload: z
      .record(z.string(), z.unknown())
      .describe('Input of the job; its fields depend on the job type.'),
    priority: z
      .enum(['low', 'normal', 'medium', 'high', 'critical'])
      .describe('Urgency; growth writes low, normal, high or critical.')
      .optional(),
    context: z
      .strictObject({
        triggered_by: text('What asked for the job.'),
        correlation_id: z.string().describe('Id shared with related requests.').optional(),
        related_audit_id: z.string().describe('Id of the audit this follows from.').optional(),
        notes: z.string().describe('Remarks for the person who approves.').optional(),
        trace_id: z.string().describe('Trace of the analysis.').optional(),
      })
      .describe('Where the request comes from.'),
    constraints: z
      .strictObject({
        auto_execute: z.literal(false).describe('Never true: a person approves every job.'),
        require_approval: z.literal(true).describe('Always true.'),
        max_cost_usd: z.number().nonnegative().describe("Cost cap in US dollars, at most the runner's."),
        deadline: time('Latest useful start').optional(),
      })
      .describe('What the platform must respect.'),
    schema_version: z.string().describe('Left out by growth; accepted for other writers.').optional(),
  })
  .describe('One dry-run job request.');

export const BundleEntrySchema = z
  .strictObject({
    idempotency_key: sha256('SHA-256 of the canonical {tenant_id, project_id, job_type, payload}.'),
    job_type_status: z
      .enum(['available', 'unavailable'])
      .describe('Whether the catalog in use lists the job type; absent without a catalog.')
      .optional(),
    requires_policy_token: z
      .boolean()
      .describe('True for action jobs, which are denied without a policy token.')
      .optional(),
    request: JobRequestSchema,
  })
  .describe('A request with its idempotency key.');

export const JobRequestBundleSchema = z
  .strictObject({
    ...head,
    bundle_id: text('Id of the bundle, derived from its content.'),
    requests: z
      .array(BundleEntrySchema)
      .describe('Requests, ordered by job_type, then idempotency_key, by UTF-16 code unit.'),
  })
  .describe('Dry-run job requests of one analysis.');

export const EvidenceSchema = z
  .strictObject({
    type: z
      .enum(['html_element', 'json_path', 'url', 'event_count', 'calculation', 'assumption'])
      .describe('Kind of evidence.'),
    path: z.string().describe('Where: file with line and column, JSON pointer, or name of the source.'),
    description: z.string().describe('What was seen there.'),
    value: z.union([z.string(), z.number(), z.boolean()]).describe('The value seen.').optional(),
  })
  .describe('One piece of evidence.');

export const SeveritySchema = z.enum(SEVERITIES).describe('How much it matters.');

export const FindingSchema = z
  .strictObject({
    id: text('Id of the finding, the same in every run that finds it.'),
    title: text('The finding in one line.'),
    description: text('What it means, why it matters, how to fix it, and how often it occurs.'),
    severity: SeveritySchema,
    evidence: z.array(EvidenceSchema).describe('Up to ten entries, the worst first.').optional(),
    related_job_types: z.array(z.string()).describe('Job types that act on the finding.').optional(),
  })
  .describe('One rule or conclusion with its evidence.');

export const RecommendationSchema = z
  .strictObject({
    id: text('Id of the recommendation.'),
    title: text('What to do, in one line.'),
    description: text('What it would make happen, at what cap, on what evidence.'),
    job_type: z.string().describe('The job to approve; absent where a person acts.').optional(),
    requires_policy_token: z.boolean().describe('True for action jobs.').optional(),
  })
  .describe('A worthwhile next step.');

export const ReportEnvelopeSchema = z
  .strictObject({
    ...head,
    report_id: text('Id of the report, derived from its content.'),
    report_type: z.literal(REPORT_TYPE).describe('Kind of report.'),
    summary: z
      .looseObject({
        seo_findings: z.int().nonnegative().describe('Number of SEO findings.'),
        funnel_biggest_drop_off_step: z
          .string()
          .nullable()
          .describe('Step before which most users are lost; null if none or no funnel.'),
        experiment_proposals: z.int().nonnegative().describe('Number of experiment proposals.'),
        content_drafts: z.int().nonnegative().describe('Number of content drafts.'),
      })
      .describe('Figures of the analysis; open to further fields.'),
    findings: z.array(FindingSchema).describe('What was found, the most severe first.'),
    recommendations: z.array(RecommendationSchema).describe('What to do, the most worthwhile first.'),
    inputs: z
      .strictObject({
        event_count: z.int().nonnegative().describe('JobForge event envelopes in the inputs.'),
        run_manifest_count: z.int().nonnegative().describe('Run manifests in the inputs.'),
        notes: z.array(z.string()).describe('Sections that were used, and remarks on them.').optional(),
      })
      .describe('What the analysis was given.'),
  })
  .describe('Findings and recommendations of one analysis.');

const metric = z
  .strictObject({
    metric: text('Name of the metric.'),
    description: text('What it counts.'),
    source: z.enum(['report', 'job_request', 'runner', 'external']).describe('Where it is measured.'),
  })
  .describe('One metric.');

export const RunnerMaturitySchema = z
  .strictObject({
    runner_id: text('The job type without autopilot.'),
    job_type: text('Job type that the runner executes.'),
    purpose: text('What the runner is for.'),
    inputs: z.array(z.string().min(1)).describe('What it needs.'),
    outputs: z.array(z.string().min(1)).describe('What it yields.'),
    failure_modes: z.array(z.string().min(1)).describe('How it can fail, each with what to do.'),
    idempotency: z
      .strictObject({
        strategy: z
          .enum(['bundle_idempotency_key', 'request_id', 'payload_hash'])
          .describe('What makes two requests the same.'),
        key_source: text('From what the key is made.'),
      })
      .describe('How repeated requests are recognized.'),
    retry_guidance: z
      .strictObject({
        retryable: z.boolean().describe('Whether a failed job may be tried again.'),
        retry_after_seconds: z.number().nonnegative().describe('Wait before the first retry.').optional(),
        max_retries: z.int().nonnegative().describe('Retries at most.'),
        strategy: z.enum(['immediate', 'exponential_backoff', 'fixed_interval']).describe('How waits grow.'),
        reason: text('Why this guidance.'),
      })
      .describe('Whether and how to retry.'),
    metrics: z
      .strictObject({
        success: z.array(metric).describe('What tells that it works.'),
        failure: z.array(metric).describe('What tells that it does not.'),
      })
      .describe('How the runner is watched.'),
    finops: z
      .strictObject({
        max_cost_usd: z.number().nonnegative().describe('Cost cap of one job in US dollars.'),
        cost_controls: z.array(z.string().min(1)).describe('What keeps the cost below the cap.'),
      })
      .describe('What it may cost.'),
  })
  .describe('Readiness of one runner.');

export const RunnerMaturityReportSchema = z
  .strictObject({ ...head, runners: z.array(RunnerMaturitySchema).describe('Every runner of the registry.') })
  .describe('Readiness of the runners behind the job types.');

export type Severity = z.infer<typeof SeveritySchema>;
export type Evidence = z.infer<typeof EvidenceSchema>;
export type Finding = z.infer<typeof FindingSchema>;
export type Recommendation = z.infer<typeof RecommendationSchema>;
export type JobRequest = z.infer<typeof JobRequestSchema>;
export type BundleEntry = z.infer<typeof BundleEntrySchema>;
export type JobRequestBundle = z.infer<typeof JobRequestBundleSchema>;
export type ReportEnvelope = z.infer<typeof ReportEnvelopeSchema>;
export type RunnerMaturity = z.infer<typeof RunnerMaturitySchema>;
export type RunnerMaturityReport = z.infer<typeof RunnerMaturityReportSchema>;
