import { z } from 'zod';
import { SLUG_PATTERN, SeveritySchema } from '../contracts/index.js';
import { CONTENT_TYPES, DESTINATION_PATTERN, SOURCE_TYPES } from '../runners/payload-values.js';

const text = (description: string) => z.string().min(1).describe(description);
/** What drafts say: there must be something to say. */
const wording = (description: string) =>
  z
    .string()
    .regex(/[^\s.。]/u, 'must hold more than blanks and full stops')
    .describe(description);
const slug = (description: string) =>
  z.string().regex(SLUG_PATTERN, `must match ${SLUG_PATTERN.source}`).describe(description);
const count = (description: string) => z.int().nonnegative().describe(description);
const time = (description: string) => z.iso.datetime({ offset: true }).describe(description);

/** JobForge's own envelopes are counted, not read; fields that a later version adds do no harm. */
const EventEnvelopeSchema = z
  .looseObject({
    schema_version: text('Version of the envelope.'),
    event_id: text('Id of the event.'),
    event_name: text('Name of the event.'),
    occurred_at: time('When it happened.'),
    tenant_id: slug('Tenant it belongs to.'),
    project_id: slug('Project it belongs to.'),
    trace_id: text('Trace it belongs to.'),
    payload: z.record(z.string(), z.unknown()).describe('Content of the event.'),
  })
  .describe('A JobForge event envelope.');

const RunManifestSchema = z
  .looseObject({
    schema_version: text('Version of the manifest.'),
    manifest_id: text('Id of the manifest.'),
    tenant_id: slug('Tenant it belongs to.'),
    project_id: slug('Project it belongs to.'),
    trace_id: text('Trace it belongs to.'),
    created_at: time('When it was made.'),
    outputs: z.array(z.unknown()).describe('Outputs of the run.'),
  })
  .describe('A JobForge run manifest.');

const SeoScanSchema = z
  .strictObject({
    source_path: text('Folder to scan, relative to the root.'),
    source_type: z.enum(SOURCE_TYPES).default('html_export').describe('What the folder holds.'),
    site_url: z
      .url({ protocol: /^https?$/ })
      .describe('Address at which the site is served; absolute links to it count as internal.')
      .optional(),
    max_pages: z.int().positive().default(100_000).describe('Pages to scan at most.'),
    rules: z
      .record(
        z.string(),
        z.union([
          z.literal('off').describe('The rule is not applied.'),
          SeveritySchema,
          z
            .object({ severity: SeveritySchema.optional() })
            .catchall(z.number().nonnegative().describe('A limit of the rule.'))
            .describe('Another severity, other limits.'),
        ]),
      )
      .describe('Rules by id: "off", another severity, or other limits.')
      .optional(),
    ignore: z
      .array(text('A glob, relative to the scanned folder.'))
      .max(1000)
      .describe('Files on which findings are not wanted; they are read all the same.')
      .optional(),
  })
  .describe('Scan an exported site.');

const AuditFindingSchema = z
  .looseObject({
    severity: SeveritySchema,
    title: text('The finding in one line.'),
    description: z.string().describe('What it means.').optional(),
    page: z.string().describe('Page or URL on which it was seen.').optional(),
  })
  .describe('A finding of the audit.');

const SeoAuditSchema = z
  .strictObject({
    id: text('Id of the audit.'),
    scanned_at: time('When the site was scanned.'),
    source_type: text('What was scanned.'),
    source_path: text('Where it was scanned.'),
    urls_scanned: count('Pages scanned.'),
    findings: z.array(AuditFindingSchema).describe('What the audit found.'),
    summary: z
      .strictObject({
        critical: count('Critical findings.'),
        warning: count('Warnings.'),
        info: count('Remarks.'),
        opportunity: count('Opportunities.'),
      })
      .describe('Findings by severity.'),
  })
  .describe('An SEO audit made elsewhere, merged into the report.');

/** `ordered`: other events in between allowed. docs/funnels.md defines each. */
export const FUNNEL_MODES = ['ordered', 'strict_increase', 'strict', 'first_touch', 'unordered'] as const;

const PropertyValueSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .describe('Value of a property, compared as text.');

/** Also where other fields have problems: all are reported at once. */
const isObject = ({ value }: { readonly value: unknown }): boolean =>
  typeof value === 'object' && value !== null;

const PropertyFilterSchema = z.record(
  z.string().min(1),
  z.union([PropertyValueSchema, z.array(PropertyValueSchema).min(1).max(100)]),
);

const ClickHouseSchema = z
  .strictObject({
    table: text('Table or view with one row per event.'),
    database: text('Its database, where it is not the default one of the user.').optional(),
    where: PropertyFilterSchema.describe(
      'Columns that a row must have to be read: a value, or a list of which one is enough.',
    ).optional(),
  })
  .describe(
    'Events in a ClickHouse table; address, user and password come from the environment only (docs/clickhouse.md).',
  );

export const FunnelAnalysisSchema = z
  .strictObject({
    events_path: z
      .union([text('One file or glob.'), z.array(text('A file or glob.')).min(1)])
      .describe(
        'Events: a file, a glob or a list of them (.json, .ndjson, .jsonl, .csv, .parquet; text also with .gz or .zst). Either this or clickhouse.',
      )
      .optional(),
    clickhouse: ClickHouseSchema.optional(),
    steps: z
      .array(
        z.union([
          text('Event name; also the name of the step.'),
          z
            .strictObject({
              name: text('Name of the step.').optional(),
              event: text('Event name that counts as the step.'),
              where: PropertyFilterSchema.describe(
                'Properties that the event must have: a value, or a list of which one is enough.',
              ).optional(),
            })
            .describe('A step with a name of its own.'),
        ]),
      )
      .min(2, 'a funnel has at least two steps')
      .max(20, 'a funnel has at most twenty steps')
      .describe('Steps in their order, each an event name or {name, event, where}.'),
    funnel_name: text('Name of the funnel.').default('funnel'),
    window: z
      .string()
      .regex(
        /^(?:(?:0|[1-9]\d{0,8})(?:s|m|h|d)|none)$/,
        'must be a whole number with s, m, h or d (7d, 30m), or "none"',
      )
      .default('7d')
      .describe(
        'Time from the first step in which the others must follow, elapsed, not calendar: 7d, 30m, none.',
      ),
    mode: z
      .enum(FUNNEL_MODES)
      .default('ordered')
      .describe('How the events of an attempt must follow each other; docs/funnels.md defines each.'),
    segment_by: text(
      'Property of the first event of the counted attempt, by which users are told apart.',
    ).optional(),
    columns: z
      .strictObject({
        user: text('Column of the user.').optional(),
        event: text('Column of the event name.').optional(),
        timestamp: text('Column of the time.').optional(),
        id: text('Column of the event id.').optional(),
      })
      .describe('Names of columns, where they are not the usual ones.')
      .optional(),
  })
  .refine(({ events_path, clickhouse }) => events_path !== undefined || clickhouse !== undefined, {
    error: 'needs events_path (files) or clickhouse (a table): where the events are',
    when: isObject,
  })
  .refine(({ events_path, clickhouse }) => events_path === undefined || clickhouse === undefined, {
    error: 'has both events_path and clickhouse; events come from one of them',
    when: isObject,
  })
  .describe('Count a funnel from events.');

const FunnelMetricsStepSchema = z
  .strictObject({
    step_name: text('Name of the step.'),
    event_name: text('Event that counts as the step.'),
    unique_users: count('Users who reached it.'),
    total_events: count('Events seen.'),
    drop_off_count: count('Users lost before the next step.'),
    drop_off_rate: z.number().min(0).max(1).describe('Share of users lost before the next step.'),
    avg_time_to_next_seconds: z
      .number()
      .nonnegative()
      .nullable()
      .describe('Average time to the next step, seconds.')
      .optional(),
  })
  .describe('One step.');

/** A funnel computed elsewhere. */
export const FunnelMetricsSchema = z
  .strictObject({
    id: text('Id of the metrics.'),
    computed_at: time('When they were computed.'),
    source_file: text('From what they were computed.'),
    funnel_name: text('Name of the funnel.'),
    date_range: z
      .strictObject({ start: text('First day or instant.'), end: text('Last day or instant.') })
      .describe('Time that the events cover.'),
    total_entrances: count('Users who entered.'),
    total_conversions: count('Users who converted.'),
    overall_conversion_rate: z.number().min(0).max(1).describe('Conversions by entrances.'),
    steps: z.array(FunnelMetricsStepSchema).min(2).describe('Steps in their order.'),
    biggest_drop_off_step: z.string().nullable().describe('Step with the biggest drop-off.'),
    evidence: z.array(z.unknown()).describe('Evidence, kept as it is.').optional(),
  })
  .describe('A funnel computed elsewhere.');

/** Days that a test may enrol: a year in whole weeks. */
export const MAX_RUN_DAYS = 364;

/** A range with its middle; all three from the least to the most that a value may be. */
const range = (least: number, most: number, description: string) =>
  z
    .strictObject({
      low: z.number().min(least).max(most).describe('Low case.'),
      mid: z.number().min(least).max(most).describe('Middle case.'),
      high: z.number().min(least).max(most).describe('High case.'),
    })
    .refine(({ low, mid, high }) => low <= mid && mid <= high, 'must have low ≤ mid ≤ high')
    .describe(description);

/** What mature programmes publish: a median lift of 0 to 3 %, and 10 to 30 % of tests that win. */
const DEFAULT_LIFT_PRIOR = {
  lift: { low: 0, mid: 0.015, high: 0.03 },
  chance_to_win: { low: 0.1, mid: 0.2, high: 0.3 },
};

const LiftPriorSchema = z
  .strictObject({
    lift: range(0, 10, 'Relative lift of a change that wins: 0.03 is 3 %.'),
    chance_to_win: range(0, 1, 'Share of changes that win, 0 to 1.'),
  })
  .default(DEFAULT_LIFT_PRIOR)
  .describe('What changes to a step are taken to achieve; an assumption, not a fact of the data.');

const ExperimentProposalsSchema = z
  .strictObject({
    funnel_metrics_path: text('JSON file with funnel metrics, relative to the root.').optional(),
    max_proposals: z.int().min(1).max(50).default(5).describe('Proposals at most.'),
    drop_off_threshold: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .describe('Share of users lost before a step, from which on it is worth a proposal.'),
    minimum_detectable_effect: z
      .number()
      .min(0.0001)
      .max(10)
      .default(0.1)
      .describe('Smallest relative effect worth detecting: 0.1 is 10 %.'),
    alpha: z.number().min(1e-6).lt(0.5).default(0.05).describe('Probability of a false alarm.'),
    power: z.number().gt(0.5).max(0.9999).default(0.8).describe('Probability of detecting the effect.'),
    sides: z
      .union([z.literal(1), z.literal(2)])
      .default(2)
      .describe('Sides of the test, 1 or 2.'),
    variants: z.int().min(2).max(10).default(2).describe('Variants, the control included.'),
    ratio: z.number().min(0.01).max(100).default(1).describe('Size of a treatment to that of the control.'),
    allocation: z
      .number()
      .min(0.001)
      .max(1)
      .default(1)
      .describe('Share of the eligible users who take part.'),
    eligible_users_per_day: z
      .number()
      .min(0.001)
      .max(1e9)
      .describe('Users a day who reach the step under test; from the data if absent.')
      .optional(),
    max_duration_days: z
      .int()
      .min(14)
      .max(MAX_RUN_DAYS)
      .default(56)
      .describe('Longest test worth running, days.'),
    value_per_conversion: z
      .number()
      .gt(0)
      .max(1e9)
      .describe(
        'What one more final conversion is worth, in your currency; expected values are then given in it, too.',
      )
      .optional(),
    lift_prior: LiftPriorSchema,
  })
  .describe('How experiments are proposed and sized.');

const ExperimentRunSchema = z
  .strictObject({
    proposal: text('"top" or the id of a proposal.'),
    duration_days: z
      .int()
      .min(14, 'must be at least 14: weekdays differ, and a week proves nothing')
      .max(MAX_RUN_DAYS)
      .multipleOf(7, 'must be whole weeks: weekdays differ')
      .describe('Days to enrol, instead of the proposed ones: whole weeks, two at least.')
      .optional(),
    traffic_allocation: z
      .number()
      .min(0.001)
      .max(1)
      .describe('Share of the eligible users, instead of the proposed one.')
      .optional(),
    approved_by_note: text('Remark for the person who approves.').optional(),
  })
  .describe('Ask for the action job that runs an experiment.');

const DESTINATION_FORMS =
  'must be cms:NAME, email:LIST or ads:NAME (letters, digits, ".", "_", "-"), or file:PATH (relative, without "..")';

function isDestination(destination: string): boolean {
  const [kind = '', ...rest] = destination.split(':');
  const target = rest.join(':');
  if (kind !== 'file') return /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,127}$/u.test(target);
  const steps = target.split(/[/\\]/u);
  const isRelative = !/^(?:[/\\~]|[a-z]:)/iu.test(target) && !steps.includes('..');
  return isRelative && !['', '.'].includes(steps.at(-1) ?? '') && !/\p{Cc}/u.test(target);
}

const ContentDraftSchema = z
  .strictObject({
    profile: text('Name of a profile.'),
    content_type: z.enum(CONTENT_TYPES).describe('Kind of content.'),
    goal: wording('What the content should achieve.'),
    keywords: z
      .array(wording('A keyword.'))
      .max(50, 'at most 50 keywords')
      .default([])
      .describe('Keywords to cover.'),
    features: z
      .array(wording('A feature.'))
      .max(50, 'at most 50 features')
      .default([])
      .describe('Features to mention.'),
    audience: text('Whom it addresses.').optional(),
    llm_provider: text('Language model that the job may use; without one, none is used.').optional(),
    variants: z.int().min(1).max(10).default(1).describe('Drafts to make.'),
  })
  .describe('Draft content from a profile.');

const PublishContentSchema = z
  .strictObject({
    draft: text('"top" or the id of a draft. Either this or content_path.').optional(),
    content_path: text(
      'Content written elsewhere, relative to the root: Markdown, HTML or text (.md, .markdown, .html, .htm, .txt).',
    ).optional(),
    content_type: z.enum(CONTENT_TYPES).describe('Kind of the content of content_path.').optional(),
    profile: text('Profile by which the content of content_path is checked.').optional(),
    destination: z
      .string()
      .regex(DESTINATION_PATTERN, { error: DESTINATION_FORMS, abort: true })
      .refine(isDestination, DESTINATION_FORMS)
      .describe('Where it goes: cms:NAME, file:PATH, email:LIST or ads:NAME.'),
  })
  .refine(({ draft, content_path }) => (draft === undefined) !== (content_path === undefined), {
    error: 'needs either draft (one of this analysis) or content_path (content written elsewhere)',
    when: isObject,
  })
  .refine(
    ({ content_path, content_type, profile }) => {
      const isElsewhere = content_path !== undefined;
      return isElsewhere === (content_type !== undefined) && isElsewhere === (profile !== undefined);
    },
    {
      error: 'content_path needs content_type and profile beside it; a draft has its own',
      when: isObject,
    },
  )
  .describe('Ask for the action job that publishes a draft, or content written elsewhere.');

/** The inputs file of `growth analyze`: at least one section that asks for an analysis. */
export const AnalyzeInputsSchema = z
  .strictObject({
    $schema: z.string().describe('Schema for editors; ignored.').optional(),
    events: z.array(EventEnvelopeSchema).describe('JobForge event envelopes, counted.').optional(),
    run_manifests: z.array(RunManifestSchema).describe('JobForge run manifests, counted.').optional(),
    seo_scan: SeoScanSchema.optional(),
    seo_audit: SeoAuditSchema.optional(),
    funnel_analysis: FunnelAnalysisSchema.optional(),
    funnel_metrics: FunnelMetricsSchema.optional(),
    experiment_proposals: ExperimentProposalsSchema.optional(),
    experiment_run: ExperimentRunSchema.optional(),
    content_draft: z
      .union([ContentDraftSchema, z.array(ContentDraftSchema).min(1)])
      .describe('One content draft or a list of them.')
      .optional(),
    publish_content: PublishContentSchema.optional(),
    profiles_path: text('Folder of YAML profiles, relative to the root.').default('profiles'),
  })
  .describe('Inputs of growth analyze.');

/** Sections of which at least one must be there. */
export const ANALYSIS_SECTIONS = [
  'seo_scan',
  'seo_audit',
  'funnel_analysis',
  'funnel_metrics',
  'experiment_proposals',
  'experiment_run',
  'content_draft',
  'publish_content',
] as const;

export type AnalyzeInputs = z.infer<typeof AnalyzeInputsSchema>;
export type SeoScanInputs = NonNullable<AnalyzeInputs['seo_scan']>;
export type SeoAuditInputs = NonNullable<AnalyzeInputs['seo_audit']>;
export type FunnelAnalysisInputs = NonNullable<AnalyzeInputs['funnel_analysis']>;
export type PropertyFilter = z.infer<typeof PropertyFilterSchema>;
export type FunnelMetrics = z.infer<typeof FunnelMetricsSchema>;
export type ExperimentProposalsInputs = NonNullable<AnalyzeInputs['experiment_proposals']>;
export type ExperimentRunInputs = NonNullable<AnalyzeInputs['experiment_run']>;
export type ContentDraftInputs = z.infer<typeof ContentDraftSchema>;
export type PublishContentInputs = NonNullable<AnalyzeInputs['publish_content']>;

/** The options of proposals when the section is absent. */
export const DEFAULT_PROPOSALS: ExperimentProposalsInputs = ExperimentProposalsSchema.parse({});
