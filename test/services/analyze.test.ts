import path from 'node:path';
import { expect } from 'chai';
import nock from 'nock';
import { canonicalJson } from '../../src/contracts/index.js';
import { type AnalyzeOptions, STABLE_CREATED_AT, analyze } from '../../src/services/analyze.js';
import { FIXTURES, copyOfFixtures, folderWith, readJson } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const run = (inputs: string, more: Partial<AnalyzeOptions> = {}) =>
  analyze({
    inputs,
    tenant: 'acme',
    project: 'lanternfish',
    trace: 'fixtures',
    createdAt: STABLE_CREATED_AT,
    threads: 2,
    ...more,
  });
const runOn = (document: unknown, files: Record<string, unknown> = {}, more: Partial<AnalyzeOptions> = {}) =>
  run(path.join(folderWith({ 'inputs.json': document, ...files }), 'inputs.json'), more);
const PAGE =
  '<!doctype html><html lang="en"><head><title>A title of a page</title></head><body><h1>H</h1></body></html>';
const METRICS = {
  id: 'metrics-1',
  computed_at: '2024-01-01T00:00:00Z',
  source_file: 'warehouse',
  funnel_name: 'trial',
  date_range: { start: '2024-01-01', end: '2024-01-29' },
  total_entrances: 20_000,
  total_conversions: 2000,
  overall_conversion_rate: 0.1,
  biggest_drop_off_step: 'b',
  steps: [
    {
      step_name: 'a',
      event_name: 'a',
      unique_users: 20_000,
      total_events: 1,
      drop_off_count: 18_000,
      drop_off_rate: 0.9,
    },
    {
      step_name: 'b',
      event_name: 'b',
      unique_users: 2000,
      total_events: 1,
      drop_off_count: 0,
      drop_off_rate: 0,
    },
  ],
};

describe('analyze', () => {
  it('makes all five job types from one inputs file', async () => {
    const { bundle } = await run(path.join(FIXTURES, 'inputs.json'));
    expect([...new Set(bundle.requests.map(({ request }) => request.job_type))]).to.deep.equal(
      ['content_draft', 'experiment_propose', 'experiment_run', 'publish_content', 'seo_scan'].map(
        (name) => `autopilot.growth.${name}`,
      ),
    );
    expect(
      bundle.requests.filter((entry) => entry.requires_policy_token).map(({ request }) => request.job_type),
    ).to.deep.equal(['autopilot.growth.experiment_run', 'autopilot.growth.publish_content']);
  });

  it('asks nothing of any network without a catalog address', async () => {
    nock.disableNetConnect();
    const asked: string[] = [];
    const onRequest = (request: { path?: string }) => asked.push(request.path ?? '');
    nock.emitter.on('no match', onRequest);
    try {
      await run(path.join(FIXTURES, 'inputs.json'));
    } finally {
      nock.emitter.off('no match', onRequest);
      nock.enableNetConnect('127.0.0.1');
    }
    expect(asked).to.deep.equal([]);
  });

  it('marks job types by the catalog, from a file or an address', async () => {
    const catalog = ['autopilot.growth.seo_scan'];
    nock('https://jobforge.example').get('/types').reply(200, catalog);
    const file = path.join(folderWith({ 'catalog.json': catalog }), 'catalog.json');
    for (const source of [file, 'https://jobforge.example/types']) {
      const { bundle } = await run(path.join(FIXTURES, 'inputs.json'), { catalog: source });
      for (const { request, job_type_status } of bundle.requests) {
        expect(job_type_status).to.equal(request.job_type === catalog[0] ? 'available' : 'unavailable');
      }
    }
  });

  it('gives the same documents for YAML as for JSON, and for keys in another order', async () => {
    const original = await run(path.join(FIXTURES, 'inputs.json'));
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, child]) => [key, reversed(child)]),
            )
          : value;
    const inputs = readJson(path.join(FIXTURES, 'inputs.json'));
    for (const [name, text] of [
      ['inputs.json', JSON.stringify(reversed(inputs))],
      ['inputs.yaml', JSON.stringify(inputs)],
    ] as const) {
      const other = await run(path.join(folderWith({ [name]: text }), name), { root: FIXTURES });
      expect([...other.files]).to.deep.equal([...original.files]);
    }
  });

  it('does not let the spelling of a path into the idempotency key', async () => {
    const files = { 'site/index.html': PAGE };
    const keys = await Promise.all(
      ['site', './site/', 'site/../site'].map(
        async (source_path) =>
          (await runOn({ seo_scan: { source_path } }, files)).bundle.requests[0]?.idempotency_key,
      ),
    );
    expect(new Set(keys).size).to.equal(1);
  });

  it('changes the idempotency key with tenant, project and payload, with nothing else', async () => {
    const files = { 'site/index.html': PAGE };
    const key = async (max_pages: number, more: Partial<AnalyzeOptions> = {}) =>
      (await runOn({ seo_scan: { source_path: 'site', max_pages } }, files, more)).bundle.requests[0]
        ?.idempotency_key;
    const base = await key(5);
    expect(await key(5, { trace: 'other', createdAt: '2025-05-05T05:05:05.555Z', threads: 1 })).to.equal(
      base,
    );
    expect(
      new Set([base, await key(6), await key(5, { tenant: 'other' }), await key(5, { project: 'other' })])
        .size,
    ).to.equal(4);
  });

  it('keeps secrets and personal data of pages, events and profiles out of every file, and counts them', async () => {
    const mail = ['jane.doe', 'mail.example'].join('@');
    const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
    const { files, report } = await runOn(
      {
        seo_scan: { source_path: 'site' },
        funnel_analysis: { events_path: 'e.ndjson', steps: ['see', 'b'] },
        content_draft: { profile: 'p', content_type: 'meta_description', goal: `for ${mail}` },
      },
      {
        [`site/${mail}.html`]: PAGE.replace(
          'A title of a page',
          `Mail ${mail} or use ${token}, a title that is a good deal too long to be shown`,
        ),
        'e.ndjson': `{"user_id":"${mail}","event":"see","ts":1}\n`,
        'profiles/p.yaml': `name: P\nfeatures:\n  - name: F\n    description: Write to ${mail} for everything that you would ever like to know about it\n`,
      },
    );
    const all = [...files.values()].join('\n');
    expect(all).to.not.include(mail);
    expect(all).to.not.include(token);
    expect(report.summary.redactions.email).to.be.at.least(5);
    expect(report.summary.redactions.secret).to.be.greaterThan(0);
  });

  it('lists every occurrence with --details, by page, line and column, redacted, a line each', async () => {
    const mail = ['jane.doe', 'mail.example'].join('@');
    const page = PAGE.replace(
      '<h1>H</h1>',
      `<h1>H</h1>\n<a href="gone.html">x</a> <a href="${mail}.html">y</a>`,
    );
    const files = {
      'site/b.html': page,
      'site/a.html': page,
      'site/index.html': PAGE.replace('<h1>', '<h1>H</h1><h1>'),
    };
    const rules = { 'og-missing': 'off', 'twitter-card-missing': 'off' };
    const inputs = { seo_scan: { source_path: 'site', rules } };
    const { files: written, report } = await runOn(inputs, files, { details: true });
    const lines = written.get('findings.ndjson')!.trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).to.have.lengthOf(report.summary.seo!.occurrences);
    const broken = rows.filter(({ rule }) => rule === 'internal-link-broken');
    expect(broken.map(({ page: file, line, column, value }) => [file, line, column, value])).to.deep.equal([
      ['a.html', 2, 1, 'gone.html'],
      ['a.html', 2, 27, '[redacted:email].html'],
      ['b.html', 2, 1, 'gone.html'],
      ['b.html', 2, 27, '[redacted:email].html'],
    ]);
    expect(rows.map(({ page: file }) => file)).to.deep.equal(rows.map(({ page: file }) => file).sort());
    expect((await runOn(inputs, files)).files.has('findings.ndjson')).to.equal(false);
  });

  it('says of a host configuration that cannot be read that it was not believed', async () => {
    const files = {
      'site/index.html': PAGE.replace('<h1>', '<a href="/moved">x</a><h1>'),
      'site/vercel.json': '{',
    };
    const { report } = await runOn({ seo_scan: { source_path: 'site' } }, files);
    const titles = report.document.findings.map(({ title }) => title);
    expect(titles).to.include('The configuration of the host cannot be read');
    expect(titles).to.not.include('Links to pages that do not exist');
  });

  it('names an unknown rule in the inputs with the nearest, and writes nothing', async () => {
    const error = await rejection(
      runOn(
        { seo_scan: { source_path: 'site', rules: { 'h1-mising': 'off' } } },
        { 'site/index.html': PAGE },
      ),
      'inputs_invalid',
    );
    expect(error.details).to.deep.equal([
      { path: '/seo_scan/rules/h1-mising', message: 'unknown rule "h1-mising"; did you mean "h1-missing"?' },
    ]);
  });

  it('refuses personal data in what ids are made of, and names the place', async () => {
    const mail = ['jane.doe', 'mail.example'].join('@');
    const steps = ['a', 'b'];
    const refused: [string, Record<string, unknown>][] = [
      [
        '/funnel_analysis/funnel_name',
        { funnel_analysis: { events_path: 'e.csv', funnel_name: mail, steps } },
      ],
      [
        '/funnel_analysis/steps/1/event',
        { funnel_analysis: { events_path: 'e.csv', steps: ['a', { event: mail }] } },
      ],
      ['/seo_scan/source_path', { seo_scan: { source_path: mail } }],
      [
        '/publish_content/destination',
        { publish_content: { draft: 'top', destination: `file:out/${mail}.md` } },
      ],
    ];
    for (const [pointer, inputs] of refused) {
      const error = await rejection(runOn(inputs), 'inputs_sensitive');
      expect(error.message).to.include(pointer);
    }
  });

  for (const flag of ['tenant', 'project', 'trace'] as const) {
    it(`refuses a personal datum in --${flag} instead of redacting it`, async () => {
      const datum = flag === 'trace' ? ['jane', 'mail.example'].join('@') : ['555', '123', '4567'].join('-');
      await rejection(runOn({}, {}, { [flag]: datum }), 'flag_sensitive');
    });
  }

  it('lets no page title forge a heading, a link or a table cell of report.md', async () => {
    const title =
      '# Owned\n\n[click](https://evil.example) | <img src=x> ![x](y) that is made long enough to be evidence';
    const { files } = await runOn(
      { seo_scan: { source_path: 'site' } },
      { 'site/index.html': PAGE.replace('A title of a page', title) },
    );
    const report = files.get('report.md')!;
    expect(report).to.not.match(/^# Owned|\]\(https?:|<img|[^\\]\[click/m);
  });

  it('keeps absolute paths, home folder and host name out of every file', async () => {
    const folder = copyOfFixtures();
    const { files } = await run(path.join(folder, 'inputs.json'));
    expect([...files.values()].join('\n'))
      .to.not.include(folder)
      .and.to.not.include(path.dirname(folder));
  });

  it('prefers a built export beside Next.js sources, and reads the sources where there is none', async () => {
    const inputs = { seo_scan: { source_path: 'web', source_type: 'nextjs_routes' } };
    const built = await runOn(inputs, { 'web/app/page.tsx': 'x', 'web/out/index.html': PAGE });
    expect(built.report.summary.seo?.pages).to.equal(1);
    expect(built.report.document.inputs.notes?.[0]).to.include(
      'web/out, the built export beside the sources',
    );
    const app = {
      'web/app/layout.tsx':
        "export const metadata = { title: 'Site', description: 'D', alternates: { canonical: '/' } };\nexport default function Layout({ children }) { return <html lang=\"en\"><body>{children}</body></html>; }",
      'web/app/page.tsx': 'export default function Page() { return <p>Home</p>; }',
      'web/app/about/page.tsx': 'export default function Page() { return <p>About</p>; }',
    };
    const sources = await runOn(inputs, app, { details: true });
    expect(sources.report.summary.seo?.pages).to.equal(2);
    expect(sources.report.document.findings.map(({ title }) => title)).to.include(
      'Canonical links that other pages inherit',
    );
    expect(sources.report.document.inputs.notes?.[0]).to.include('Next.js sources, nothing executed');
    expect(sources.files.get('findings.ndjson')).to.include('"rule":"next-canonical-inherited"');
    const off = { seo_scan: { ...inputs.seo_scan, rules: { 'next-canonical-inherited': 'off' } } };
    expect((await runOn(off, app)).report.document.findings.map(({ title }) => title)).to.not.include(
      'Canonical links that other pages inherit',
    );
    await rejection(runOn(inputs, { 'web/readme.md': 'x' }), 'site_empty');
    expect(sources.bundle.requests[0]?.request.payload).to.include({
      source_path: 'web',
      source_type: 'nextjs_routes',
    });
  });

  it('merges an audit made elsewhere, and says that it was not checked', async () => {
    const finding = { severity: 'warning', title: 'Slow pages', page: '/a', extra: 1 };
    const { report, bundle } = await runOn({
      seo_audit: {
        id: 'audit-1',
        scanned_at: '2024-01-01T00:00:00Z',
        source_type: 'html_export',
        source_path: 'site',
        urls_scanned: 2,
        findings: [finding, { ...finding, page: '/b' }],
        summary: { critical: 0, warning: 2, info: 0, opportunity: 0 },
      },
    });
    expect(report.document.findings[0]?.description).to.equal(
      'Reported 2 times by the audit audit-1 of site; growth has not checked it.',
    );
    expect(bundle.requests).to.deep.equal([]);
  });

  it('proposes from funnel metrics handed in, under their own id', async () => {
    const { bundle, report } = await runOn({ funnel_metrics: METRICS });
    expect(bundle.requests[0]?.request.payload).to.include({
      funnel_metrics_id: 'metrics-1',
      funnel_name: 'trial',
    });
    expect(report.summary.experiments[0]).to.include({ baseline_rate: 0.1 });
    const byPath = await runOn(
      { experiment_proposals: { funnel_metrics_path: 'm.json' } },
      { 'm.json': METRICS },
    );
    expect(canonicalJson(byPath.bundle.requests[0]?.request.payload)).to.equal(
      canonicalJson(bundle.requests[0]?.request.payload),
    );
    await rejection(
      runOn({ experiment_proposals: { funnel_metrics_path: 'm.json' } }, { 'm.json': {} }),
      'funnel_metrics_invalid',
    );
  });

  it('refuses a personal datum as the id of funnel metrics in a file of their own', async () => {
    const inputs = { experiment_proposals: { funnel_metrics_path: 'm.json' } };
    const metrics = { ...METRICS, id: ['jane', 'mail.example'].join('@') };
    await rejection(runOn(inputs, { 'm.json': metrics }), 'inputs_sensitive');
  });

  it('reports counts that cannot be true, and proposes nothing for them', async () => {
    const steps = METRICS.steps.toReversed();
    const { report } = await runOn({ funnel_metrics: { ...METRICS, steps, total_conversions: 30_000 } });
    const rising = report.document.findings.find(({ title }) => title.includes('cannot be true'));
    expect(rising?.evidence?.map(({ path: where, value }) => [where, value])).to.deep.equal([
      ['/steps/1/unique_users', 20_000],
      ['/total_conversions', 30_000],
    ]);
    expect(report.summary.experiments).to.deep.equal([]);
  });

  it('asks for a funnel where experiments are wanted without one', async () => {
    await rejection(runOn({ experiment_proposals: {} }), 'funnel_metrics_missing');
    await rejection(runOn({ experiment_run: { proposal: 'top' } }), 'funnel_metrics_missing');
  });

  it('refuses a site without a page', async () => {
    await rejection(runOn({ seo_scan: { source_path: 'site' } }, { 'site/notes.txt': 'x' }), 'site_empty');
  });

  it('says in a finding that a funnel was entered by nobody, and that rows could not be used', async () => {
    const { report } = await runOn(
      { funnel_analysis: { events_path: 'e.ndjson', steps: ['A', 'b'] } },
      { 'e.ndjson': '{"user_id":"u","event":"a","ts":1}\nbroken\n' },
    );
    expect(report.document.findings.map(({ title }) => title)).to.have.members([
      'No user entered the funnel funnel',
      '50.0 % of the rows could not be used',
    ]);
  });

  it('replaces lone surrogates, which have no UTF-8 form, instead of failing on them', async () => {
    const inputs =
      '{"content_draft":{"profile":"p","content_type":"title_tag","goal":"a\\ud800b"},"funnel_analysis":{"events_path":"e.ndjson","steps":["x\\udc00","y"]}}';
    const { bundle } = await runOn(inputs, {
      'e.ndjson': '{"user_id":"u","event":"x\\udc00","ts":1}\n',
      'profiles/p.yaml': 'name: "P\\ud800"\n',
    });
    expect(JSON.stringify(bundle.requests)).to.include('a\uFFFDb');
  });

  it('shows the beginning of a title of a megabyte, not all of it', async () => {
    const { files } = await runOn(
      { seo_scan: { source_path: 'site' } },
      { 'site/index.html': PAGE.replace('A title of a page', 'word '.repeat(200_000)) },
    );
    expect(files.get('report.json')!.length).to.be.lessThan(20_000);
  });
});
