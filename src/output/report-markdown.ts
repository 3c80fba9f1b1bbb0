import type { Evidence, Finding, JobRequestBundle } from '../contracts/index.js';
import { percent } from '../funnel/statistics.js';
import { contentMarkdown } from './content-markdown.js';
import { experimentsMarkdown } from './experiments-markdown.js';
import { funnelMarkdown } from './funnel-markdown.js';
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
    summary.funnel === undefined ? '' : funnelMarkdown(summary.funnel),
    experimentsMarkdown(summary.experiments),
    contentMarkdown(summary.content),
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
    rows.push([
      'Funnel',
      `${entered} users entered, ${converted} converted (${overall_conversion === null ? 'no users' : percent(overall_conversion)})`,
    ]);
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
