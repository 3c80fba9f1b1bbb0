import type { Evidence, Finding, JobRequestBundle } from '../contracts/index.js';
import type { ContentDraft } from '../content/draft.js';
import type { ExperimentProposal } from '../experiments/proposal.js';
import { percent } from '../funnel/statistics.js';
import type { FunnelSummary } from '../funnel/summary.js';
import { escapeMarkdown as md, table } from './markdown.js';
import { siteMarkdown } from './site-markdown.js';
import type { AnalysisReport } from './report-summary.js';

type ReportSummary = AnalysisReport['summary'];

/** The report for people: the same facts as report.json, in reading order. */
export function renderReport({ document, summary }: AnalysisReport, bundle: JobRequestBundle): string {
  const sections = [
    heading(document),
    overview(summary),
    recommendations(document.recommendations),
    findings(document.findings),
    summary.seo === undefined || !('links' in summary.seo) ? '' : siteMarkdown(summary.seo),
    summary.funnel === undefined ? '' : funnel(summary.funnel),
    experiments(summary.experiments),
    drafts(summary.content),
    requests(bundle),
    SAFETY,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const SAFETY = `## Safety

Nothing was executed, published or sent. Every request above is a proposal: JobForge runs it only after a person approves it, and action jobs only with a policy token besides. Secrets and personal data were replaced before anything was written.`;

function heading(document: AnalysisReport['document']): string {
  return `# Growth report

${table(
  ['Tenant', 'Project', 'Trace', 'Made at', 'Report'],
  [
    [document.tenant_id, document.project_id, document.trace_id, document.created_at, document.report_id].map(
      md,
    ),
  ],
)}`;
}

function overview(summary: ReportSummary): string {
  const rows: [string, string][] = [];
  if (summary.seo !== undefined) {
    const { pages, occurrences, by_severity } = summary.seo;
    rows.push(
      'links' in summary.seo
        ? ['Pages scanned', `${pages} (${summary.seo.indexable_pages} indexable)`]
        : ['Routes read from Next.js sources', String(pages)],
      [
        'SEO findings',
        `${summary.seo_findings}, in ${occurrences} places: ${by_severity.critical} critical, ${by_severity.warning} warning, ${by_severity.info} info, ${by_severity.opportunity} opportunity`,
      ],
    );
  } else if (summary.seo_findings > 0) rows.push(['SEO findings', String(summary.seo_findings)]);
  if (summary.funnel !== undefined) {
    const { entered, converted, overall_conversion } = summary.funnel;
    rows.push(['Funnel', `${entered} users entered, ${converted} converted (${rate(overall_conversion)})`]);
  }
  rows.push(
    ['Biggest drop-off before', md(summary.funnel_biggest_drop_off_step ?? 'none')],
    ['Experiment proposals', String(summary.experiment_proposals)],
    ['Content drafts', String(summary.content_drafts)],
    ['Redactions', redactions(summary)],
  );
  return `## Summary\n\n${table(['What', 'Figure'], rows)}`;
}

function redactions({ redactions: counts }: ReportSummary): string {
  const made = Object.entries(counts).filter(([, count]) => count > 0);
  return made.length === 0 ? 'none' : made.map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function recommendations(list: AnalysisReport['document']['recommendations']): string {
  if (list.length === 0) return '';
  const items = list.map(
    ({ title, description }, index) => `${index + 1}. **${md(title)}** ${md(description)}`,
  );
  return `## What to do\n\n${items.join('\n')}`;
}

function findings(list: readonly Finding[]): string {
  if (list.length === 0) return '## Findings\n\nNone.';
  return `## Findings\n\n${list.map(finding).join('\n\n')}`;
}

function finding({ id, title, severity, description, evidence }: Finding): string {
  const rows = (evidence ?? []).map((entry) => [md(entry.path), md(entry.description), value(entry)]);
  const shown = rows.length === 0 ? '' : `\n\n${table(['Where', 'What', 'Value'], rows)}`;
  return `### ${md(title)}\n\n**${severity}** · ${md(id)}\n\n${md(description)}${shown}`;
}

function value({ value: shown }: Evidence): string {
  return shown === undefined ? '' : md(String(shown));
}

const BAR_WIDTH = 20;

function funnel(summary: FunnelSummary): string {
  const rows = summary.steps.map((step) => [
    String(step.step),
    md(step.name),
    String(step.users),
    '█'.repeat(Math.round(BAR_WIDTH * (step.conversion_from_first ?? 0))),
    step.step === 1 ? '' : rate(step.conversion_from_previous),
    step.wilson95_from_previous === null ? '' : step.wilson95_from_previous.map(percent).join(' to '),
    rate(step.conversion_from_first),
    step.step === 1 ? '' : String(step.dropped_before),
    duration(step.median_seconds_from_previous),
  ]);
  const window = summary.window_seconds === null ? 'no window' : `window ${duration(summary.window_seconds)}`;
  const dropped = Object.entries(summary.dropped)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ');
  return `## Funnel ${md(summary.name)}

Mode ${summary.mode}, ${window}, counted with ${summary.engine}. ${summary.events_used} of ${summary.events_read} events used (dropped: ${md(dropped)}), ${summary.users_seen} users seen, ${summary.immature_users} with their window still open.

${table(['Step', 'Name', 'Users', 'Share', 'From previous', '95 % interval', 'From first', 'Lost before', 'Median wait'], rows)}`;
}

function experiments(proposals: readonly ExperimentProposal[]): string {
  if (proposals.length === 0) return '';
  const guardrails = [...new Set(proposals.flatMap((plan) => plan.guardrails))];
  return `## Experiment proposals\n\n${proposals.map(proposal).join('\n\n')}\n\n### Guardrails of every test\n\n${bullets(guardrails)}`;
}

function proposal(plan: ExperimentProposal): string {
  const size = plan.sample_size;
  const rows = [
    [
      'Baseline',
      `${percent(plan.baseline_rate)} (95 % interval ${plan.baseline_wilson95.map(percent).join(' to ')})`,
    ],
    ['Smallest effect to detect', `${percent(plan.minimum_detectable_effect)} relative`],
    [
      'Test',
      `α ${plan.alpha}, power ${plan.power}, ${plan.sides}-sided, ${plan.variants} variants, ratio ${plan.ratio}`,
    ],
    [
      'Users needed',
      size === null
        ? 'not possible at this baseline and effect'
        : `${size.total} (control ${size.control}, each treatment ${size.treatment})`,
    ],
    [
      'Users a day at this step',
      plan.eligible_users_per_day === null
        ? 'unknown'
        : `${plan.eligible_users_per_day.toFixed(1)} × allocation ${plan.allocation}`,
    ],
    [
      'Enrol for',
      plan.duration_days === null
        ? 'unknown'
        : `${plan.duration_days} days, read on day ${plan.read_on_day ?? 0}`,
    ],
    ['Testable at this traffic', plan.testable ? 'yes' : 'no'],
    [
      'Detectable in 2, 4, 8 weeks',
      plan.reachable_mde.map(({ mde }) => (mde === null ? 'nothing' : percent(mde))).join(', '),
    ],
  ];
  return `### ${md(plan.title)}

${md(plan.proposal_id)}

${md(plan.hypothesis)}

${table(['Figure', 'Value'], rows)}

Assumptions:

${bullets(plan.assumptions)}`;
}

function drafts(list: readonly ContentDraft[]): string {
  if (list.length === 0) return '';
  return `## Content drafts\n\n${list.map(draft).join('\n\n')}`;
}

function draft(one: ContentDraft): string {
  const measures = [
    ['Limits', md(one.limits)],
    ['Characters, words', `${one.characters}, ${one.words}`],
    ['Keywords used', md(one.keywords_used.join(', ') || 'none')],
    ['Keywords missing', md(one.keywords_missing.join(', ') || 'none')],
    ['Checks', one.checks_passed ? 'passed' : 'failed: not offered'],
  ];
  return `### ${md(`${one.content_type} for ${one.profile}, variant ${one.variant} (${one.angle})`)}

${md(one.draft_id)}

${Object.entries(one.parts)
  .map(([name, part]) => draftPart(name, part))
  .join('\n>\n')}

${table(['Measure', 'Value'], measures)}`;
}

function draftPart(name: string, part: ContentDraft['parts'][string]): string {
  if (typeof part === 'string') return `> **${md(name)}:** ${md(part)}`;
  return part.map(({ title, text }) => `> **${md(title)}** ${md(text)}`).join('\n>\n');
}

function requests(bundle: JobRequestBundle): string {
  if (bundle.requests.length === 0) return '## Requests\n\nNone: the inputs ask for no job.';
  const rows = bundle.requests.map(({ request, requires_policy_token, job_type_status }) => [
    md(request.job_type),
    md(request.id),
    `${request.constraints.max_cost_usd.toFixed(2)} USD`,
    requires_policy_token === true ? 'approval and policy token' : 'approval',
    job_type_status ?? 'not checked',
    md(request.context.notes ?? ''),
  ]);
  return `## Requests awaiting approval\n\n${table(['Job type', 'Request', 'Cap', 'Needs', 'In the catalog', 'On what evidence'], rows)}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${md(item)}`).join('\n');
}

function rate(share: number | null): string {
  return share === null ? 'no users' : percent(share);
}

/** Seconds in the largest unit that keeps two figures. */
function duration(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 120) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 7200) return `${Number((seconds / 60).toFixed(1))} min`;
  if (seconds < 172_800) return `${Number((seconds / 3600).toFixed(1))} h`;
  return `${Number((seconds / 86_400).toFixed(1))} days`;
}
