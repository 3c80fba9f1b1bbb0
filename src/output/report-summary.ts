import type { ContentDraft } from '../content/draft.js';
import type { ExperimentProposal } from '../experiments/proposal.js';
import type { FunnelSummary } from '../funnel/summary.js';
import type { BuiltReport, SummaryCounts } from '../jobforge/report.js';
import type { NextSeoSummary } from '../seo/scan-next.js';
import type { SeoSummary } from '../seo/summary.js';

/** A funnel computed elsewhere, as the report repeats it. */
export interface FunnelMetricsSummary {
  readonly funnel_metrics_id: string;
  readonly name: string;
  readonly source_file: string;
  readonly steps: readonly { readonly name: string; readonly users: number }[];
}

/** What the analyses add to a report's summary. */
export interface AnalysisSummary extends SummaryCounts {
  readonly seo?: SeoSummary | NextSeoSummary;
  readonly funnel?: FunnelSummary;
  readonly funnel_metrics?: FunnelMetricsSummary;
  readonly experiments: readonly ExperimentProposal[];
  readonly content: readonly ContentDraft[];
}

export type AnalysisReport = BuiltReport<AnalysisSummary>;
