import { FEW, inputsWith, rowOf } from './planted-inputs.js';

export interface Refusal {
  readonly inputs?: unknown;
  readonly files?: Readonly<Record<string, unknown>>;
  /** Name of the inputs file. */
  readonly file?: string;
}

const TEXT = rowOf(FEW);
const INPUTS = inputsWith(TEXT);
const { funnel_analysis: FUNNEL, seo_scan: SCAN, seo_audit: AUDIT, publish_content: PUBLISH } = INPUTS;
const [DRAFT] = INPUTS.content_draft;
const STEP = {
  step_name: 'a',
  event_name: TEXT,
  unique_users: 9,
  total_events: 9,
  drop_off_count: 0,
  drop_off_rate: 0,
};
const METRICS = {
  id: 'metrics-1',
  computed_at: '2024-01-01T00:00:00Z',
  source_file: TEXT,
  funnel_name: 'trial',
  date_range: { start: TEXT, end: TEXT },
  total_entrances: 9,
  total_conversions: 9,
  overall_conversion_rate: 1,
  steps: [STEP, { ...STEP, step_name: 'b' }],
  biggest_drop_off_step: null,
  evidence: [{ [TEXT]: TEXT }],
};
const FILE_NAME = TEXT.replaceAll('/', '_').slice(0, 200);

const funnel = (change: object) => ({ inputs: { funnel_analysis: { ...FUNNEL, ...change } } });
const scan = (change: object) => ({ inputs: { seo_scan: { ...SCAN, ...change } } });
const profile = (document: unknown) => ({
  inputs: { content_draft: DRAFT },
  files: { 'profiles/tally.yaml': document },
});

/** Inputs that are refused, with the planted texts where the error may speak of them. */
export const REFUSED: Readonly<Record<string, Refusal>> = {
  'a section that is not known': { inputs: { ...INPUTS, [TEXT]: TEXT } },
  'a key of a section that is not known': scan({ [TEXT]: TEXT }),
  'values of the wrong type': scan({ max_pages: TEXT, source_type: TEXT }),
  'a rule that is not known': scan({ rules: { [TEXT]: 'off' } }),
  'a folder to scan': scan({ source_path: TEXT }),
  'the address of a site': scan({ site_url: `https://shop.example/?q=${encodeURIComponent(TEXT)}` }),
  'the id of an audit': { inputs: { seo_audit: { ...AUDIT, id: TEXT } } },
  'the name of a funnel': funnel({ funnel_name: TEXT }),
  'the event of a step': funnel({ steps: ['start', TEXT] }),
  'the name of a step': funnel({ steps: ['start', { event: 'end', name: TEXT }] }),
  'event files that are missing': funnel({ events_path: `${TEXT}.ndjson` }),
  'an event file outside the root': funnel({ events_path: `../${TEXT}` }),
  'a window': funnel({ window: TEXT }),
  'a header without the columns': {
    ...funnel({ events_path: 'e.csv' }),
    files: { 'e.csv': `"${TEXT.replaceAll('"', '""')}",b\n1,2\n` },
  },
  'the name of a funnel computed elsewhere': {
    inputs: { funnel_metrics: { ...METRICS, funnel_name: TEXT } },
  },
  'a step computed elsewhere': {
    inputs: { funnel_metrics: { ...METRICS, steps: [STEP, { ...STEP, step_name: TEXT }] } },
  },
  'a file of metrics that is missing': { inputs: { experiment_proposals: { funnel_metrics_path: TEXT } } },
  'a proposal that is not there': { inputs: { ...INPUTS, experiment_run: { proposal: TEXT } } },
  'a profile that is missing': { inputs: { content_draft: { ...DRAFT, profile: TEXT } } },
  'a profile with another key': profile({ name: TEXT, [TEXT]: TEXT }),
  'a profile that is not YAML': profile(`name: "${TEXT}`),
  'a profile whose parent is missing': profile({ name: 'Tally', extends: TEXT }),
  'a folder of profiles': { inputs: { content_draft: DRAFT, profiles_path: TEXT } },
  'a draft that is not there': {
    inputs: { ...INPUTS, publish_content: { draft: TEXT, destination: 'cms:web' } },
  },
  'a destination': { inputs: { publish_content: { ...PUBLISH, destination: `file:${TEXT}` } } },
  'content that is missing': { inputs: { publish_content: { ...PUBLISH, content_path: TEXT } } },
  'an inputs file that is not JSON': {
    files: { 'broken.json': `{"seo_scan": ${TEXT}` },
    file: 'broken.json',
  },
  'an inputs file that is not YAML': {
    files: { 'broken.yaml': `${TEXT}: [\n  "${TEXT}` },
    file: 'broken.yaml',
  },
  'an inputs file that is missing': { file: `${FILE_NAME}.json` },
};
