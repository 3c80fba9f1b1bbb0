import {
  type JobRequestBundle,
  REPORT_TYPE,
  type Recommendation,
  type ReportEnvelope,
  ReportEnvelopeSchema,
  SEVERITIES,
  type Severity,
  canonicalHash,
  contentId,
  validateReport,
} from '../contracts/index.js';
import { type ActionableFinding, shortEvidence } from '../findings.js';
import { type RunnerRegistry, findRunner } from '../runners/registry.js';
import type { Redacted, RedactionCounts } from '../safety/redaction.js';
import type { RunContext } from './client.js';
import { sealDocument } from './document.js';

/** The counts that every report has; analyses add theirs beside them. */
export interface SummaryCounts {
  readonly seo_findings: number;
  readonly funnel_biggest_drop_off_step: string | null;
  readonly experiment_proposals: number;
  readonly content_drafts: number;
}

/** What the analyses found, before it becomes a report. */
export interface ReportContent<Summary extends SummaryCounts = SummaryCounts> {
  readonly findings: readonly ActionableFinding[];
  readonly summary: Summary;
  readonly eventCount: number;
  readonly runManifestCount: number;
  readonly notes: readonly string[];
}

/** Figures that no analysis knows. */
export interface RunFigures {
  readonly requests: RequestsSummary;
  readonly redactions: RedactionCounts;
}

export interface RequestsSummary {
  readonly by_job_type: readonly {
    readonly job_type: string;
    readonly requests: number;
    readonly requires_policy_token: boolean;
    readonly max_cost_usd: number;
  }[];
  readonly max_cost_usd_total: number;
}

export interface BuiltReport<Summary extends SummaryCounts = SummaryCounts> {
  readonly document: ReportEnvelope;
  /** The document's summary with its types. */
  readonly summary: Summary & RunFigures;
}

/** How many fixes head the recommendations. */
const MAX_FIXES = 5;

/** The report of one analysis: findings by severity, recommendations, figures; hashed and validated. */
export function buildReport<Summary extends SummaryCounts>(
  content: Redacted<ReportContent<Summary>>,
  redactions: RedactionCounts,
  bundle: JobRequestBundle,
  run: RunContext,
  runners: RunnerRegistry,
): BuiltReport<Summary> {
  const found = mergeById(content.findings).sort(
    (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity),
  );
  const summary = { ...content.summary, requests: summarizeRequests(bundle), redactions };
  const body = {
    report_type: REPORT_TYPE,
    summary,
    findings: found.map(({ finding }) => ({
      ...finding,
      ...(finding.evidence && { evidence: finding.evidence.map(shortEvidence) }),
    })),
    recommendations: [...fixes(found), ...approvals(bundle, runners)],
    inputs: {
      event_count: content.eventCount,
      run_manifest_count: content.runManifestCount,
      notes: [...content.notes],
    },
  };
  const identity = { tenant: run.tenant_id, project: run.project_id, trace: run.trace_id, body };
  const document = sealDocument({ report_id: contentId('report', identity), ...body }, run);
  const violations = validateReport(document);
  if (violations.length > 0) throw new Error(`the report breaks its contract: ${JSON.stringify(violations)}`);
  return { document: ReportEnvelopeSchema.parse(document), summary };
}

/** Two sections that say the same thing say it once. Different findings of one id are a bug: one would be lost. */
function mergeById(findings: readonly ActionableFinding[]): ActionableFinding[] {
  const merged = new Map<string, ActionableFinding>();
  for (const found of findings) {
    const other = merged.get(found.finding.id);
    if (other === undefined) merged.set(found.finding.id, found);
    else if (canonicalHash({ ...other }) !== canonicalHash({ ...found }))
      throw new Error(`two findings have the id ${found.finding.id}`);
  }
  return [...merged.values()];
}

function summarizeRequests(bundle: JobRequestBundle): RequestsSummary {
  const jobTypes = [...new Set(bundle.requests.map(({ request }) => request.job_type))];
  const byJobType = jobTypes.map((jobType) => {
    const entries = bundle.requests.filter(({ request }) => request.job_type === jobType);
    return {
      job_type: jobType,
      requests: entries.length,
      requires_policy_token: entries.some((entry) => entry.requires_policy_token === true),
      max_cost_usd: dollars(entries.map(({ request }) => request.constraints.max_cost_usd)),
    };
  });
  return {
    by_job_type: byJobType,
    max_cost_usd_total: dollars(byJobType.map(({ max_cost_usd }) => max_cost_usd)),
  };
}

/** Sums caps in whole cents, as 0.1 + 0.2 is not 0.3. */
function dollars(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

/** What to fix first is severity times reach. */
const SEVERITY_WEIGHTS: Readonly<Record<Severity, number>> = {
  critical: 100,
  warning: 10,
  opportunity: 3,
  info: 1,
};

/** The most worthwhile fixes that a person makes, each tied to its finding. */
function fixes(findings: readonly ActionableFinding[]): Recommendation[] {
  const worth = ({ finding, reach = 1 }: ActionableFinding) => SEVERITY_WEIGHTS[finding.severity] * reach;
  return findings
    .toSorted((a, b) => worth(b) - worth(a))
    .flatMap(({ finding, action }) => {
      if (action === undefined || finding.severity === 'info') return [];
      const { id, title } = finding;
      return [{ id: contentId('recommendation', { finding: id }), title, description: `${action} (${id})` }];
    })
    .slice(0, MAX_FIXES);
}

/** One per request: what approving it would make happen, at what cap, on what evidence. */
function approvals(bundle: JobRequestBundle, runners: RunnerRegistry): Recommendation[] {
  return bundle.requests.map(({ idempotency_key, request, requires_policy_token, job_type_status }) => {
    const runner = findRunner(request.job_type, runners);
    const cap = `${request.constraints.max_cost_usd.toFixed(2)} US dollars`;
    const token =
      requires_policy_token === true ? ' It is an action: besides approval it needs a policy token.' : '';
    const unavailable =
      job_type_status === 'unavailable'
        ? ' The catalog does not list this job type, so it cannot run now.'
        : '';
    return {
      id: contentId('recommendation', { request: idempotency_key }),
      title: `Decide on ${request.job_type} (${request.id})`,
      description: `Approving it lets JobForge ${runner?.onApproval ?? 'run the job'}. Cap: ${cap}. Evidence: ${request.context.notes ?? 'none'}${token}${unavailable}`,
      job_type: request.job_type,
      requires_policy_token: requires_policy_token === true,
    };
  });
}
