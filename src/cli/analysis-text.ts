import { ux } from '@oclif/core';
import { SEVERITIES, type Severity } from '../contracts/index.js';
import { logLine } from '../output/plain-text.js';
import type { Analysis } from '../services/analyze.js';
import { columns } from './table.js';

const COLORS: Readonly<Record<Severity, string>> = {
  critical: 'red',
  warning: 'yellow',
  info: 'cyan',
  opportunity: 'green',
};

/** How many findings there are of each severity. */
export function countSeverities({ report }: Analysis): Record<Severity, number> {
  const count = (severity: Severity) =>
    report.document.findings.filter((finding) => finding.severity === severity).length;
  return {
    critical: count('critical'),
    warning: count('warning'),
    info: count('info'),
    opportunity: count('opportunity'),
  };
}

/** What an analysis found, for the terminal: findings, biggest drop-off, requests, files, what to do next. */
export function analysisText(analysis: Analysis, out: string): string {
  const { report, bundle } = analysis;
  const counts = countSeverities(analysis);
  const findings = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    ux.colorize(COLORS[severity], `${counts[severity]} ${severity}`),
  );
  const facts: [string, string][] = [['Findings', findings.length === 0 ? 'none' : findings.join(', ')]];
  const [first] = report.document.findings;
  if (first !== undefined) facts.push(['Worst', `${logLine(first.title)} (${first.severity})`]);
  if (report.summary.seo !== undefined) {
    const { pages, occurrences } = report.summary.seo;
    facts.push(['Site', `${pages} pages, ${occurrences} places with a finding`]);
  }
  const step = report.summary.funnel_biggest_drop_off_step;
  if (step !== null) facts.push(['Biggest drop-off', `before ${logLine(step)}`]);
  if (report.summary.experiment_proposals > 0)
    facts.push(['Experiments', `${report.summary.experiment_proposals} proposed`]);
  if (report.summary.content_drafts > 0) facts.push(['Drafts', String(report.summary.content_drafts)]);
  return [
    columns(facts.map(([name, value]) => [ux.colorize('bold', name.padEnd(16)), value])),
    '',
    requestsText(analysis),
    '',
    `Files in ${logLine(out)}: ${[...analysis.files.keys()].join(', ')}`,
    bundle.requests.length === 0
      ? 'Next: read report.md there.'
      : 'Next: read report.md there, then approve or reject the requests in JobForge. Nothing has been executed.',
  ].join('\n');
}

function requestsText({ report }: Analysis): string {
  const { by_job_type, max_cost_usd_total } = report.summary.requests;
  if (by_job_type.length === 0) return 'Requests: none.';
  return columns([
    ['REQUESTS', 'COUNT', 'CAP (USD)', 'NEEDS'],
    ...by_job_type.map(({ job_type, requests, max_cost_usd, requires_policy_token }) => [
      job_type,
      String(requests),
      max_cost_usd.toFixed(2),
      requires_policy_token ? 'approval and policy token' : 'approval',
    ]),
    ['total', '', max_cost_usd_total.toFixed(2), ''],
  ]);
}
