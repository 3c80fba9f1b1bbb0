import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { loadInputs } from '../../src/inputs/load.js';
import { parseDocument } from '../../src/inputs/parse.js';
import { schemaProblems } from '../../src/inputs/problems.js';
import { AnalyzeInputsSchema } from '../../src/inputs/schema.js';
import { FIXTURES, folderWith, readJson } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const SCAN = { seo_scan: { source_path: 'site' } };
const load = (file: string, more: object = {}) =>
  loadInputs({ inputs: file, tenant: 'acme', project: 'web', stdin: Readable.from([]), ...more });
const loadText = (name: string, content: unknown) => load(path.join(folderWith({ [name]: content }), name));
const problems = (document: unknown) => schemaProblems(AnalyzeInputsSchema, document);

describe('loadInputs', () => {
  it('reads JSON, YAML, a byte order mark, and standard input in either form', async () => {
    const expected = AnalyzeInputsSchema.parse(SCAN);
    const yaml = 'seo_scan:\n  source_path: site\n';
    for (const [name, text] of [
      ['inputs.json', JSON.stringify(SCAN)],
      ['inputs.json', `\uFEFF${JSON.stringify(SCAN)}`],
      ['inputs.yaml', yaml],
      ['inputs.yml', yaml],
    ] as const) {
      expect((await loadText(name, text)).inputs).to.deep.equal(expected);
    }
    for (const text of [JSON.stringify(SCAN), yaml]) {
      const { inputs } = await load('-', { root: folderWith({}), stdin: Readable.from([text]) });
      expect(inputs).to.deep.equal(expected);
    }
  });

  it('asks for --root with standard input', async () => {
    await rejection(load('-'), 'usage_invalid');
  });

  it('names line and column of a syntax error', async () => {
    expect(
      (await rejection(loadText('inputs.json', '{\n  "seo_scan": oops\n}'), 'inputs_malformed')).message,
    ).to.match(/^inputs\.json:2:\d+: /);
    expect((await rejection(loadText('inputs.json', '{"seo_scan": {'), 'inputs_malformed')).message).to.match(
      /^inputs\.json:1:\d+: /,
    );
    expect((await rejection(loadText('inputs.yaml', 'a: [1\nb: 2'), 'inputs_malformed')).message).to.match(
      /^inputs\.yaml:\d+:\d+: /,
    );
  });

  const malformed: [string, string, unknown][] = [
    ['text that is not UTF-8', 'inputs.json', Buffer.from([0x7b, 0xff, 0x7d])],
    ['YAML with doubled keys', 'inputs.yaml', 'seo_scan: 1\nseo_scan: 2\n'],
    ['an unknown extension', 'inputs.toml', 'a = 1'],
    [
      'aliases that expand without end',
      'inputs.yaml',
      `a: &a [x]\nb: &b [${'*a,'.repeat(60)}]\nc: &c [${'*b,'.repeat(60)}]\nd: [*c]\n`,
    ],
  ];
  for (const [what, name, content] of malformed) {
    it(`refuses ${what}`, async () => {
      await rejection(loadText(name, content), 'inputs_malformed');
    });
  }

  it('refuses nesting beyond 100 levels, in either form, instead of exhausting the stack', async () => {
    const nested = (levels: number) => `{"events":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    await rejection(loadText('inputs.json', nested(200)), 'inputs_malformed');
    await rejection(loadText('inputs.json', nested(100_000)), 'inputs_malformed');
    await rejection(loadText('inputs.json', '['.repeat(100_000)), 'inputs_malformed');
    await rejection(loadText('inputs.yaml', nested(20_000)), 'inputs_malformed');
  });

  it('reads YAML up to its limits, and names the line beyond them', async () => {
    const parse = (text: string) => parseDocument(text, 'inputs.yaml');
    const list = (items: number) => `a:\n${'- 1\n'.repeat(items)}`;
    const mapping = (keys: number) => Array.from({ length: keys }, (_, key) => `k${key}: 1\n`).join('');
    const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    expect(await parse(list(100_000)))
      .to.have.property('a')
      .with.lengthOf(100_000);
    expect(Object.keys((await parse(mapping(1000))) as object)).to.have.lengthOf(1000);
    await parse(nested(100));
    const beyond: [string, RegExp][] = [
      [list(100_001), /^inputs\.yaml:100002:\d+: is one entry too many: a list holds at most 100000$/],
      [mapping(1001), /^inputs\.yaml:1001:\d+: is one entry too many: a mapping holds at most 1000$/],
      [nested(101), /nested deeper than 100 levels$/],
      [list(400_000), /^inputs\.yaml:\d+:\d+: the document is longer than YAML is read \(1000000 parts\)/],
    ];
    for (const [text, message] of beyond) {
      expect((await rejection(parse(text), 'inputs_malformed')).message).to.match(message);
    }
  });

  it('takes negative zero for zero', async () => {
    const { inputs } = await loadText('inputs.json', '{"experiment_proposals":{"drop_off_threshold":-0}}');
    expect(Object.is(inputs.experiment_proposals?.drop_off_threshold, 0)).to.equal(true);
  });

  it('refuses a missing file, a folder, and one beyond 16 MiB', async () => {
    const folder = folderWith({ 'large.json': Buffer.alloc(16 * 1024 * 1024 + 1, ' ') });
    await rejection(load(path.join(folder, 'missing.json')), 'inputs_unreadable');
    await rejection(load(folder), 'inputs_unreadable');
    await rejection(load(path.join(folder, 'large.json')), 'inputs_too_large');
    await rejection(
      load('-', { root: folder, stdin: Readable.from([' '.repeat(16 * 1024 * 1024), ' ']) }),
      'inputs_too_large',
    );
  });

  it('refuses a root that is missing or a file', async () => {
    const folder = folderWith({ 'inputs.json': SCAN });
    const file = path.join(folder, 'inputs.json');
    await rejection(load(file, { root: path.join(folder, 'missing') }), 'root_invalid');
    await rejection(load(file, { root: file }), 'root_invalid');
  });

  it('refuses envelopes of another tenant or project, all of them at once', async () => {
    const { events, run_manifests } = readJson(`${FIXTURES}/inputs.json`);
    const error = await rejection(
      loadText('inputs.json', { ...SCAN, events, run_manifests }),
      'tenant_mismatch',
    );
    expect(error.details.map((detail) => detail.path)).to.deep.equal([
      '/events/0/project_id',
      '/events/1/project_id',
      '/run_manifests/0/project_id',
    ]);
  });

  it('refuses an id that holds a personal datum', async () => {
    const metrics = { ...METRICS, id: ['jane.doe', 'mail.example'].join('@') };
    await rejection(loadText('inputs.json', { funnel_metrics: metrics }), 'inputs_sensitive');
  });
});

describe('problems of an inputs file', () => {
  it('lists all of them at once, by JSON pointer', () => {
    const found = problems({
      seo_scan: { source_type: 'zip' },
      funnel_analysis: { events_path: 'e.csv', steps: ['a'], window: '7 days' },
      content_draft: [{ profile: 'p' }],
    });
    expect(found.map((problem) => problem.path)).to.deep.equal([
      '/seo_scan/source_path',
      '/seo_scan/source_type',
      '/funnel_analysis/steps',
      '/funnel_analysis/window',
      '/content_draft/0/content_type',
      '/content_draft/0/goal',
    ]);
    expect(found[0]?.message).to.equal('is required');
  });

  const unknown: [string, unknown, string, string][] = [
    ['at the top', { seo_scann: {} }, '/seo_scann', 'did you mean "seo_scan"?'],
    [
      'in a section',
      { seo_scan: { source_path: 's', max_page: 1 } },
      '/seo_scan/max_page',
      'did you mean "max_pages"?',
    ],
    [
      'in a list',
      { content_draft: [{ profile: 'p', content_type: 'title_tag', goal: 'g', keyword: [] }] },
      '/content_draft/0/keyword',
      'did you mean "keywords"?',
    ],
    [
      'in one branch of a choice',
      { funnel_analysis: { events_path: 'e', steps: ['a', { event: 'b', nam: 'x' }] } },
      '/funnel_analysis/steps/1/nam',
      'did you mean "name"?',
    ],
    [
      'far from any',
      { seo_scan: { source_path: 's', zzzzzz: 1 } },
      '/seo_scan/zzzzzz',
      'known keys: source_path, source_type, site_url, max_pages',
    ],
    ['__proto__', JSON.parse('{"seo_scan":{"source_path":"s"},"__proto__":{}}'), '/__proto__', 'unknown key'],
  ];
  for (const [where, document, pointer, hint] of unknown) {
    it(`suggests the nearest key for an unknown one ${where}`, () => {
      const [problem] = problems(document);
      expect(problem?.path).to.equal(pointer);
      expect(problem?.message).to.include(hint);
    });
  }

  const worded: [unknown, string, string][] = [
    [{ seo_scan: { source_path: 3 } }, '/seo_scan/source_path', 'must be text, found 3'],
    [{ seo_scan: { source_path: '' } }, '/seo_scan/source_path', 'must not be empty'],
    [{ seo_scan: [] }, '/seo_scan', 'must be an object, found a list'],
    [
      { seo_scan: { source_path: 's', max_pages: 1.5 } },
      '/seo_scan/max_pages',
      'must be a whole number, found 1.5',
    ],
    [{ seo_scan: { source_path: 's', max_pages: 0 } }, '/seo_scan/max_pages', 'must be more than 0, found 0'],
    [
      { seo_scan: { source_path: 's', source_type: 'x'.repeat(50) } },
      '/seo_scan/source_type',
      'must be one of "html_export", "nextjs_routes", found a text of 50 characters',
    ],
    [
      { seo_scan: { source_path: 's', site_url: 'ftp://x' } },
      '/seo_scan/site_url',
      'must be a web address that begins with http:// or https://, found "ftp://x"',
    ],
    [
      { seo_scan: { source_path: 's', ignore: Array(1001).fill('x') } },
      '/seo_scan/ignore',
      'must have at most 1000 items, has 1001',
    ],
    [
      { funnel_analysis: { events_path: [], steps: ['a', 'b'] } },
      '/funnel_analysis/events_path',
      'must have at least 1 item, has 0',
    ],
    [
      { experiment_proposals: { alpha: 0.7 } },
      '/experiment_proposals/alpha',
      'must be less than 0.5, found 0.7',
    ],
    [
      { experiment_proposals: { power: null } },
      '/experiment_proposals/power',
      'must be a number, found null',
    ],
  ];
  for (const [document, pointer, message] of worded) {
    it(`says at ${pointer}: ${message.slice(0, 60)}`, () => {
      expect(problems(document)).to.deep.include({ path: pointer, message });
    });
  }

  it('never shows the words of the library', () => {
    const wrong = [null, 'text', 1, true, [], {}, [{}], [1], ''];
    const sections = Object.keys(AnalyzeInputsSchema.shape);
    for (const section of sections) {
      for (const value of wrong) {
        for (const { message } of problems({ [section]: value })) {
          expect(message).to.not.match(/expected|Invalid|Too (?:big|small)|>=|<=/);
        }
      }
    }
  });

  for (const document of [null, [], 'text', 1, {}]) {
    it(`refuses ${JSON.stringify(document)} as a whole`, async () => {
      await rejection(loadText('inputs.json', JSON.stringify(document)), 'inputs_invalid');
    });
  }

  it('accepts every key of the reference module in one file', () => {
    const audit = {
      id: 'a',
      scanned_at: '2024-01-01T00:00:00Z',
      source_type: 'html_export',
      source_path: 'site',
      urls_scanned: 1,
      findings: [],
      summary: { critical: 0, warning: 0, info: 0, opportunity: 0 },
    };
    const { events, run_manifests } = readJson(`${FIXTURES}/inputs.json`);
    const draft = { profile: 'base', content_type: 'title_tag', goal: 'g' };
    const document = {
      $schema: 'x',
      events,
      run_manifests,
      seo_audit: audit,
      ...SCAN,
      funnel_metrics: METRICS,
      funnel_analysis: { events_path: 'e.csv', steps: ['a', 'b'] },
      experiment_proposals: {},
      content_draft: draft,
    };
    expect(problems(document)).to.deep.equal([]);
  });
});

const METRICS = {
  id: 'm-1',
  computed_at: '2024-01-01T00:00:00Z',
  source_file: 'warehouse',
  funnel_name: 'trial',
  date_range: { start: '2024-01-01', end: '2024-01-29' },
  total_entrances: 100,
  total_conversions: 20,
  overall_conversion_rate: 0.2,
  steps: [
    {
      step_name: 'a',
      event_name: 'a',
      unique_users: 100,
      total_events: 120,
      drop_off_count: 80,
      drop_off_rate: 0.8,
      avg_time_to_next_seconds: 3,
    },
    {
      step_name: 'b',
      event_name: 'b',
      unique_users: 20,
      total_events: 20,
      drop_off_count: 0,
      drop_off_rate: 0,
      avg_time_to_next_seconds: null,
    },
  ],
  biggest_drop_off_step: 'b',
  evidence: [],
};
