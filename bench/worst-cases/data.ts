import { validateBundle } from '../../src/contracts/index.js';
import { defineFunnel } from '../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../src/funnel/direct-engine.js';
import { jsonRow } from '../../src/funnel/json-row.js';
import { columnNames } from '../../src/funnel/event-columns.js';
import { eventTime } from '../../src/funnel/event-time.js';
import { GrowthError } from '../../src/errors.js';
import { parseDocument } from '../../src/inputs/parse.js';
import { didYouMean, schemaProblems } from '../../src/inputs/problems.js';
import { AnalyzeInputsSchema, FunnelAnalysisSchema } from '../../src/inputs/schema.js';
import { auditFindings } from '../../src/seo/audit.js';
import { parseSource } from '../../src/seo/nextjs/parse-source.js';
import { compareTexts } from '../../src/services/compare.js';
import { type WorstCase, eachRepeated, repeated, tolerating } from './worst-case.js';

const isUsers = (error: unknown) => error instanceof GrowthError;

const INPUTS = [
  ...eachRepeated(
    'inputs json',
    ['[', '{"a":', '"a",', '\\', '1', ' ', '\n', '"\\u0041', '}'],
    (text) => parsed(text, 'x.json'),
    {
      before: '{"a":[',
    },
  ),
  ...eachRepeated(
    'inputs yaml',
    ['[', '- ', '"a" ', ']', 'a: ', '\n', 'a b '],
    (text) => parsed(text, 'x.yaml'),
    {
      before: 'a: ',
    },
  ),
  numbered(
    'inputs yaml keys',
    (index) => `k${index}: 1`,
    (lines) => parsed(lines.join('\n'), 'x.yaml'),
  ),
  numbered(
    'unknown keys',
    (index) => `k${index}`,
    (keys) => schemaProblems(AnalyzeInputsSchema, Object.fromEntries(keys.map((key) => [key, 1]))),
  ),
  repeated('an unknown key', 'a', (key) => didYouMean(key, ['seo_scan', 'funnel_analysis'])),
  numbered(
    'audit findings',
    (index) => `title ${index}`,
    (titles) =>
      auditFindings({
        id: 'a',
        scanned_at: '2024-01-01T00:00:00Z',
        source_type: 'x',
        source_path: 'x',
        urls_scanned: 1,
        findings: titles.map((title) => ({ severity: 'info', title })),
        summary: { critical: 0, warning: 0, info: 0, opportunity: 0 },
      }),
  ),
];

async function parsed(text: string, name: string): Promise<unknown> {
  try {
    return await parseDocument(text, name);
  } catch (error) {
    if (isUsers(error)) return error;
    throw error;
  }
}

const definition = defineFunnel(
  FunnelAnalysisSchema.parse({ events_path: 'x', steps: ['a', 'b'], segment_by: 'p', window: 'none' }),
);
const MODES = ['ordered', 'strict_increase', 'strict', 'first_touch', 'unordered'] as const;
const columns = columnNames({});

const EVENTS: WorstCase[] = [
  ...eachRepeated(
    'events',
    ['\n', '\r', ' ', '{', '"', '\uFEFF', '\\ud800', 'NaN,', ',', '[1,]', '12345678901234567890,', '\\"'],
    (text) => counted(`{"user_id":"u","p":[${text}\n`),
  ),
  ...eachRepeated('an event', ['"a",', 'NaN,', ', ', '\\', '1', '-', '\\ud83d'], (text) =>
    jsonRow(`{"user_id":12345678901234567890,"p":"${text}`, columns, ['p']),
  ),
  ...eachRepeated('a time', ['1', '0', '-', '2024-01-01', ' '], eventTime),
  ...MODES.flatMap((mode) => [
    events(`${mode}: one user`, mode, () => 'u'),
    events(
      `${mode}: one user at one time`,
      mode,
      () => 'u',
      () => 0,
    ),
    events(`${mode}: one event a user`, mode, (index) => `u${index}`),
  ]),
];

function counted(text: string): unknown {
  return tolerating(() => countFunnelDirectly([text], definition), isUsers);
}

function events(
  name: string,
  mode: (typeof MODES)[number],
  user: (index: number) => string,
  time: (index: number) => number = (index) => index,
): WorstCase {
  const funnel = defineFunnel(
    FunnelAnalysisSchema.parse({
      events_path: 'x',
      steps: ['a', 'b', { name: 'a again', event: 'a' }, 'c'],
      mode,
      window: 'none',
    }),
  );
  return numbered(
    `funnel ${name}`,
    (index) =>
      JSON.stringify({
        user_id: user(index),
        event_name: index % 3 === 0 ? 'b' : 'a',
        timestamp: 1_700_000_000 + time(index),
      }),
    (lines) => countFunnelDirectly([lines.join('\n')], funnel),
  );
}

const SOURCES = eachRepeated(
  'next.js source',
  ['[', 'a(', '<A>', '{', '`${', 'a<', 'a?', '/*', '//', 'a;\n', '=>', '(a,', '"a"+', 'import "a";\n'],
  (text) => parseSource(text, 'page.tsx'),
).map((one): WorstCase => ({
  ...one,
  largest: { size: 100_000, limit: 'ten seconds a source, a million characters' },
}));

const CONTRACT: WorstCase[] = [
  numbered(
    'bundle requests',
    (index) => ({ idempotency_key: String(index), request: { id: String(index) } }),
    (requests) => validateBundle({ requests }, { jobTypes: [] }),
  ),
  repeated('compared text', 'a\n', (text) => compareTexts('report.md', text, text.replaceAll('a', 'b'))),
  numbered(
    'compared json',
    (index) => index,
    (list) => compareTexts('report.json', JSON.stringify(list), JSON.stringify(list.map((item) => item + 1))),
  ),
];

/** A case of many things that all differ. */
function numbered<Item>(
  name: string,
  item: (index: number) => Item,
  read: (items: readonly Item[]) => unknown,
): WorstCase {
  return {
    name,
    size: 100,
    prepare: (size) => {
      const items = Array.from({ length: size }, (_, index) => item(index));
      return () => read(items);
    },
  };
}

export const DATA_CASES: readonly WorstCase[] = [...INPUTS, ...EVENTS, ...SOURCES, ...CONTRACT];
