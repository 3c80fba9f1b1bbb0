import { setImmediate } from 'node:timers/promises';
import type { JobRequestBundle, RunnerMaturityReport } from '../contracts/index.js';
import { canonicalFileText } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import { type CatalogOptions, loadCatalog } from '../inputs/catalog.js';
import { loadInputs } from '../inputs/load.js';
import type { AnalyzeInputs } from '../inputs/schema.js';
import { buildBundle } from '../jobforge/bundle.js';
import type { JobRequestDraft, RunContext } from '../jobforge/client.js';
import { buildMaturityReport } from '../jobforge/maturity.js';
import { type ReportContent, buildReport } from '../jobforge/report.js';
import { renderOccurrences } from '../output/findings-ndjson.js';
import { renderReport } from '../output/report-markdown.js';
import type { AnalysisReport, AnalysisSummary } from '../output/report-summary.js';
import { COMMIT_FILE, type OutputSet } from '../output/writer.js';
import { type RunnerRegistry, registry } from '../runners/registry.js';
import { type RedactionCounts, derived, redact, sensitiveKind, sumRedactions } from '../safety/redaction.js';
import { auditFindings } from '../seo/audit.js';
import type { OccurrenceTable } from '../seo/occurrence-table.js';
import type { OnProgress, SectionResult } from './section.js';

/** The instant that `--stable-output` pins. */
export const STABLE_CREATED_AT = '2024-01-01T00:00:00.000Z';

export interface AnalyzeOptions {
  /** Path of the inputs file, or `-` for standard input. */
  readonly inputs: string;
  /** Slug: `^[a-z0-9_-]{1,64}$`. */
  readonly tenant: string;
  /** Slug: `^[a-z0-9_-]{1,64}$`. */
  readonly project: string;
  readonly trace: string;
  /** ISO 8601, UTC: what documents carry as `created_at`. */
  readonly createdAt: string;
  /** Folder that paths in the inputs start from and may not leave; default: the inputs file's own. */
  readonly root?: string;
  /** File or http(s) address of JobForge's list of job types. */
  readonly catalog?: string;
  readonly catalogOptions?: CatalogOptions;
  readonly threads: number;
  /** Also makes `findings.ndjson`, every single occurrence. */
  readonly details?: boolean;
  readonly onProgress?: OnProgress;
  readonly stdin?: AsyncIterable<Buffer | string>;
  readonly runners?: RunnerRegistry;
}

export interface Analysis {
  readonly bundle: JobRequestBundle;
  readonly report: AnalysisReport;
  readonly maturity: RunnerMaturityReport;
  /** The files of an output folder, byte for byte. */
  readonly files: OutputSet;
}

/**
 * The main job: reads the inputs and the data that they name, analyses them, and makes the documents
 * that JobForge ingests. It writes nothing and, without a catalog address, asks nothing of the network.
 *
 * @throws GrowthError for everything that is the user's to mend
 */
export async function analyze(options: AnalyzeOptions): Promise<Analysis> {
  await refuseSensitiveFlags(options);
  const { inputs, root } = await loadInputs({ stdin: noInput(), ...options });
  const catalog =
    options.catalog === undefined ? undefined : await loadCatalog(options.catalog, options.catalogOptions);
  const { content, requests, redactions, occurrences } = await analyzeSections(inputs, root, options);

  // Here and below, signals get their turn between two long steps.
  await setImmediate();
  const context: RunContext = {
    tenant_id: options.tenant,
    project_id: options.project,
    trace_id: options.trace,
    created_at: options.createdAt,
  };
  const { value: clean, counts } = await redact({ content, requests, occurrences, run: context });
  await setImmediate();
  const runners = options.runners ?? registry;
  const bundle = derived(clean, ({ requests, run }) =>
    buildBundle(requests, run, { runners, ...(catalog && { catalog }) }),
  );
  const report = derived({ ...clean, bundle }, ({ content, run }) =>
    buildReport(content, sumRedactions([counts, redactions]), bundle, run, runners),
  );
  const maturity = derived(clean, ({ run }) => buildMaturityReport(runners, run));
  await setImmediate();
  const files = new Map([
    [COMMIT_FILE, derived({ bundle }, () => canonicalFileText(bundle))],
    ['report.json', derived({ report }, () => canonicalFileText(report.document))],
    ['report.md', derived({ report, bundle }, () => renderReport(report, bundle))],
    ['runner-maturity.json', derived({ maturity }, () => canonicalFileText(maturity))],
    ...(options.details === true
      ? [['findings.ndjson', derived(clean, ({ occurrences }) => renderOccurrences(occurrences))] as const]
      : []),
  ]);
  return { bundle, report, maturity, files };
}

/** Each analysis is loaded only where the inputs ask for it: parsers and engines take their time. */
async function analyzeSections(
  inputs: AnalyzeInputs,
  root: string,
  { threads, createdAt, details = false, onProgress = () => undefined }: AnalyzeOptions,
): Promise<{
  content: ReportContent<AnalysisSummary>;
  requests: readonly JobRequestDraft[];
  redactions: RedactionCounts | undefined;
  occurrences: OccurrenceTable;
}> {
  const site =
    inputs.seo_scan &&
    (await (
      await import('./analyze-site.js')
    ).analyzeSite(inputs.seo_scan, {
      root,
      threads,
      now: createdAt === STABLE_CREATED_AT ? undefined : new Date(createdAt),
      details,
      onProgress,
    }));
  const audit = inputs.seo_audit === undefined ? [] : auditFindings(inputs.seo_audit);
  const funnel = needsFunnel(inputs)
    ? await (await import('./analyze-funnel.js')).analyzeFunnel(inputs, { root, threads, onProgress })
    : undefined;
  const texts =
    inputs.content_draft || inputs.publish_content
      ? await (await import('./analyze-content.js')).analyzeContent(inputs, root, onProgress)
      : undefined;
  const sections: SectionResult[] = [site, funnel, texts].filter((section) => section !== undefined);
  return {
    content: {
      findings: [...audit, ...sections.flatMap(({ findings }) => findings)],
      summary: {
        seo_findings: (site?.summary?.by_rule.length ?? 0) + audit.length,
        funnel_biggest_drop_off_step: funnel?.biggestDropOffStep ?? null,
        experiment_proposals: funnel?.experiments.length ?? 0,
        content_drafts: texts?.content.length ?? 0,
        ...(site?.summary && { seo: site.summary }),
        ...(funnel?.funnel && { funnel: funnel.funnel }),
        ...(funnel?.funnel_metrics && { funnel_metrics: funnel.funnel_metrics }),
        experiments: funnel?.experiments ?? [],
        content: texts?.content ?? [],
      },
      eventCount: inputs.events?.length ?? 0,
      runManifestCount: inputs.run_manifests?.length ?? 0,
      notes: [
        ...(inputs.seo_audit === undefined ? [] : [`seo_audit: ${inputs.seo_audit.id}, made elsewhere`]),
        ...sections.flatMap(({ notes }) => notes),
      ],
    },
    requests: sections.flatMap(({ requests }) => requests),
    redactions: texts?.redactions,
    occurrences: site?.occurrences ?? { strings: [], rows: [] },
  };
}

function needsFunnel(inputs: AnalyzeInputs): boolean {
  const sections = ['funnel_analysis', 'funnel_metrics', 'experiment_proposals', 'experiment_run'] as const;
  return sections.some((section) => inputs[section] !== undefined);
}

async function refuseSensitiveFlags(options: AnalyzeOptions): Promise<void> {
  for (const flag of ['tenant', 'project', 'trace'] as const) {
    const kind = await sensitiveKind(options[flag]);
    if (kind !== undefined) {
      throw new GrowthError('flag_sensitive', `--${flag} holds sensitive data (${kind})`, {
        details: [{ path: `--${flag}`, message: `holds sensitive data (${kind})` }],
      });
    }
  }
}

async function* noInput(): AsyncIterable<Buffer> {
  // An analysis that is not given a stream has none to read.
}
