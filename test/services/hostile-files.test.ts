import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect } from 'chai';
import { GrowthError, type ErrorCode } from '../../src/errors.js';
import { HAS_DESCRIPTOR_NAMES } from '../../src/files/location.js';
import { readHandedIn } from '../../src/content/elsewhere/handed-in.js';
import { loadProfile } from '../../src/content/profiles/load-profile.js';
import { countFunnel } from '../../src/funnel/count-funnel.js';
import { defineFunnel } from '../../src/funnel/definition.js';
import { findEventFiles } from '../../src/funnel/event-files.js';
import { FunnelAnalysisSchema } from '../../src/inputs/schema.js';
import { scanSite } from '../../src/seo/scan.js';
import { analyze } from '../../src/services/analyze.js';
import { folderWith } from '../support/growth.js';
import { rejection } from '../support/rejection.js';
import { whileSwapped } from '../support/swapper.js';

const SECRET = 'kept-outside-of-the-root';
const PAGE = (title: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>H</h1></body></html>`;
const EVENTS = (user: string) =>
  ['start', 'end']
    .map((event) => JSON.stringify({ user_id: user, event_name: event, timestamp: '2024-01-01T00:00:00Z' }))
    .join('\n');
const METRICS = {
  id: 'm-1',
  computed_at: '2024-01-01T00:00:00Z',
  source_file: 'warehouse',
  funnel_name: 'trial',
  date_range: { start: '2024-01-01', end: '2024-01-29' },
  total_entrances: 100,
  total_conversions: 20,
  overall_conversion_rate: 0.2,
  steps: [100, 20].map((users, index) => ({
    step_name: `s${index}`,
    event_name: `s${index}`,
    unique_users: users,
    total_events: users,
    drop_off_count: index === 0 ? 80 : 0,
    drop_off_rate: index === 0 ? 0.8 : 0,
    avg_time_to_next_seconds: null,
  })),
  biggest_drop_off_step: 's1',
};
const FILES = {
  'site/index.html': PAGE('Home'),
  'site/deep/a.html': PAGE('Deep'),
  'profiles/acme.yaml': 'name: Acme\nextends: base\nfeatures:\n  - name: Lamps\n',
  'events/e.ndjson': EVENTS('u1'),
  'note.md': '# A note\n\nLamps for everyone.\n',
  'metrics.json': METRICS,
};
const FUNNEL = { steps: ['start', 'end'], segment_by: 'user_id' };
const DRAFT = { profile: 'acme', content_type: 'changelog_note', goal: 'Tell of lamps' };
const PUBLISH = {
  content_path: 'note.md',
  content_type: 'changelog_note',
  profile: 'acme',
  destination: 'cms:blog',
};

const FUNNEL_ANALYSIS = FunnelAnalysisSchema.parse({ events_path: 'events/*.ndjson', ...FUNNEL });

async function scan(root: string): Promise<unknown> {
  const { findings, summary, leftOut, oversized } = await scanSite({
    folder: path.join(root, 'site'),
    root,
    sourcePath: 'site',
    maxPages: 100,
    threads: 1,
  });
  return { findings, summary, leftOut, oversized };
}

const run = (root: string, inputs: object, more: object = {}) => {
  const file = path.join(root, 'inputs.json');
  writeFileSync(file, JSON.stringify(inputs));
  return analyze({
    inputs: file,
    root,
    tenant: 'acme',
    project: 'web',
    trace: 't',
    createdAt: '2024-01-01T00:00:00.000Z',
    threads: 1,
    details: true,
    ...more,
  });
};

/** Each place where the inputs name something, as inputs and as the file to put something else in place of. */
const PLACES: { what: string; file: string; inputs: object; code: ErrorCode }[] = [
  {
    what: 'events',
    file: 'events/e.ndjson',
    inputs: { funnel_analysis: { events_path: 'events/e.ndjson', ...FUNNEL } },
    code: 'path_wrong_kind',
  },
  {
    what: 'events by a glob',
    file: 'events/e.ndjson',
    inputs: { funnel_analysis: { events_path: 'events/*.ndjson', ...FUNNEL } },
    code: 'path_wrong_kind',
  },
  {
    what: 'profile',
    file: 'profiles/acme.yaml',
    inputs: { content_draft: DRAFT },
    code: 'path_wrong_kind',
  },
  {
    what: 'profile by its path',
    file: 'profiles/acme.yaml',
    inputs: { content_draft: { ...DRAFT, profile: 'profiles/acme.yaml' } },
    code: 'path_wrong_kind',
  },
  {
    what: 'content_path',
    file: 'note.md',
    inputs: { publish_content: PUBLISH },
    code: 'path_wrong_kind',
  },
  {
    what: 'funnel_metrics_path',
    file: 'metrics.json',
    inputs: { experiment_proposals: { funnel_metrics_path: 'metrics.json' } },
    code: 'path_wrong_kind',
  },
  {
    what: 'site',
    file: 'site/deep',
    inputs: { seo_scan: { source_path: 'site/deep' } },
    code: 'path_wrong_kind',
  },
];

describe('special files', () => {
  for (const { what, file, inputs, code } of PLACES) {
    it(`are refused in place of ${what}: a pipe, a socket`, async () => {
      for (const kind of ['pipe', 'socket'] as const) {
        const root = folderWith(FILES);
        const target = path.join(root, file);
        rmSync(target, { recursive: true });
        const close = await put(kind, target);
        const error = await rejection(run(root, inputs), code);
        close();
        expect(error.exitCode).to.equal(3);
        expect(error.message).to.include(file).and.not.include(root);
      }
    });

    it(`are refused in place of ${what}: a link to a device, a link out, a link to itself`, async () => {
      const outside = folderWith({ secret: SECRET });
      for (const [target, expected] of [
        ['/dev/zero', 'path_outside_root'],
        [outside, 'path_outside_root'],
        [path.join(outside, 'secret'), 'path_outside_root'],
        [path.basename(file), 'path_not_found'],
      ] as const) {
        // Links to folders are not followed by patterns, as in a shell.
        if (what === 'events by a glob' && target === outside) continue;
        const root = folderWith(FILES);
        rmSync(path.join(root, file), { recursive: true });
        symlinkSync(target, path.join(root, file));
        const error = await rejection(run(root, inputs), expected);
        expect(error.message).to.include(file).and.not.include(root).and.not.include(outside);
      }
    });
  }

  it('are refused as inputs file and as catalog', async () => {
    const root = folderWith(FILES);
    for (const kind of ['pipe', 'socket', 'device'] as const) {
      const target = path.join(root, `${kind}.json`);
      const close = await put(kind, target);
      const inputs = await rejection(run(root, {}, { inputs: target }), 'inputs_unreadable');
      expect(inputs.message).to.include('is not a regular file');
      const scan = { seo_scan: { source_path: 'site' } };
      const catalog = await rejection(run(root, scan, { catalog: target }), 'catalog_unreadable');
      expect(catalog.message).to.include('is not a regular file');
      close();
    }
  });

  it('are left out of a site, with links that lead out, and a finding counts them', async () => {
    const outside = folderWith({ 'secret.html': PAGE(SECRET) });
    const root = folderWith(FILES);
    await put('pipe', path.join(root, 'site', 'page.html'));
    symlinkSync(path.join(outside, 'secret.html'), path.join(root, 'site', 'out.html'));
    symlinkSync(outside, path.join(root, 'site', 'out'));
    symlinkSync('/dev/zero', path.join(root, 'site', 'zero.html'));
    const { report, files } = await run(root, { seo_scan: { source_path: 'site' } });
    const finding = report.document.findings.find(({ title }) => title.includes('no part of the site'));
    expect(finding?.description).to.match(/^4 entries are /);
    expect([...files.values()].join('\n')).to.not.include(SECRET);
  });
});

describe('links and names', () => {
  it('may lead to the root, and within it', async () => {
    const folder = folderWith({});
    const real = folderWith(FILES);
    symlinkSync(real, path.join(folder, 'root'));
    symlinkSync('site', path.join(real, 'linked'));
    const { report } = await run(path.join(folder, 'root'), { seo_scan: { source_path: 'linked' } });
    expect(report.summary.seo).to.include({ pages: 2 });
  });

  it('are followed by name, so that `..` behind a link leads where the text says', async () => {
    const outside = folderWith({ 'inner/.keep': '', 'events/e.ndjson': EVENTS(SECRET) });
    const root = folderWith(FILES);
    symlinkSync(path.join(outside, 'inner'), path.join(root, 'out'));
    const { report } = await run(root, {
      funnel_analysis: { events_path: 'out/../events/e.ndjson', ...FUNNEL },
    });
    expect(JSON.stringify(report)).to.include('"u1"').and.not.include(SECRET);
  });

  it('of a hundred folders that all link to each other end in an error, not in years', async function () {
    this.timeout(120_000);
    const root = folderWith({});
    const names = Array.from({ length: 100 }, (_, index) => `f${index}`);
    for (const name of names) mkdirSync(path.join(root, 'site', name), { recursive: true });
    for (const name of names)
      for (const other of names) symlinkSync(`../${other}`, path.join(root, 'site', name, other));
    const { listSiteFiles } = await import('../../src/seo/page-set.js');
    const site = path.join(root, 'site');
    const error = await rejection(listSiteFiles(site, root, 5000), 'limit_exceeded');
    expect(error.message).to.include('"site" holds more than 5000 files and folders');
  });

  it('longer than a path may be are told of', async () => {
    const root = folderWith(FILES);
    const error = await rejection(
      run(root, { seo_scan: { source_path: `${'x'.repeat(300)}/y` } }),
      'path_not_found',
    );
    expect(error.message).to.include('longer than a path may be');
  });

  it('with line feeds and escape sequences end up in no document as such', async () => {
    const root = folderWith({ ...FILES, 'site/a\n# forged\u001b[31m.html': '<html><title></title>' });
    const { files, report } = await run(root, { seo_scan: { source_path: 'site' } });
    expect(report.summary.seo).to.include({ pages: 3 });
    expect(files.get('report.md')).to.not.match(/^# forged/m);
    expect(files.get('report.md')).to.not.include('\u001b');
  });
});

describe('links that are swapped while an analysis runs', () => {
  before(function () {
    if (!HAS_DESCRIPTOR_NAMES) this.skip();
  });

  /** What reads, in a loop: the analysis without redaction and documents, which take most of the time. */
  const swaps: { what: string; place: string; behind: object; read: (root: string) => Promise<unknown> }[] = [
    {
      what: 'a page',
      place: 'site/index.html',
      behind: { 'site/index.html': PAGE(SECRET) },
      read: scan,
    },
    {
      what: 'a folder of a site',
      place: 'site/deep',
      behind: { [`site/deep/${SECRET}.html`]: PAGE(SECRET), 'site/deep/a.html': PAGE(SECRET) },
      read: scan,
    },
    {
      what: 'a profile',
      place: 'profiles/acme.yaml',
      behind: { 'profiles/acme.yaml': `name: ${SECRET}\n` },
      read: (root) => loadProfile('acme', '/x', { root, folder: 'profiles' }),
    },
    {
      what: 'the folder of profiles',
      place: 'profiles',
      behind: { 'profiles/acme.yaml': `name: ${SECRET}\n`, [`profiles/${SECRET}.yaml`]: '' },
      read: (root) => loadProfile('other', '/x', { root, folder: 'profiles' }),
    },
    {
      what: 'a folder of events, by a glob',
      place: 'events',
      behind: { 'events/e.ndjson': EVENTS(SECRET), [`events/${SECRET}.ndjson`]: '' },
      read: async (root) =>
        countFunnel(await findEventFiles(root, 'events/*.ndjson'), defineFunnel(FUNNEL_ANALYSIS), {
          threads: 1,
        }),
    },
    {
      what: 'content to publish',
      place: 'note.md',
      behind: { 'note.md': `# ${SECRET}\n\nText.\n` },
      read: (root) => readHandedIn('note.md', '/x', root),
    },
  ];
  for (const { what, place, behind, read } of swaps) {
    it(`never show what lies behind ${what}`, async function () {
      this.timeout(120_000);
      const outside = folderWith({ ...behind });
      const root = folderWith(FILES);
      let [done, refused] = [0, 0];
      await whileSwapped(path.join(root, place), path.join(outside, place), async () => {
        while (done + refused < 300) {
          let output: string;
          try {
            output = JSON.stringify(await read(root));
            done += 1;
          } catch (error) {
            if (!(error instanceof GrowthError)) throw error;
            output = `${error.message} ${JSON.stringify(error.details)}`;
            refused += 1;
          }
          expect(output).to.not.include(SECRET);
          expect(output).to.not.include(outside);
        }
      });
      expect(refused).to.be.greaterThan(0);
    });
  }

  it('never show events behind a file that the engine opens', async function () {
    this.timeout(120_000);
    const csv = (user: string) => `user_id,event_name,timestamp\n${user},start,2024-01-01\n`;
    const outside = folderWith({ 'e.csv': csv(SECRET).repeat(50) });
    const root = folderWith({ 'e.csv': csv('u1') });
    const inputs = { funnel_analysis: { events_path: 'e.csv', ...FUNNEL } };
    let [done, refused] = [0, 0];
    await whileSwapped(path.join(root, 'e.csv'), path.join(outside, 'e.csv'), async () => {
      while (done + refused < 30) {
        try {
          const { report } = await run(root, inputs);
          expect(report.summary.funnel).to.include({ events_read: 1 });
          done += 1;
        } catch (error) {
          if (!(error instanceof GrowthError)) throw error;
          expect(error.code).to.be.oneOf(['path_outside_root', 'path_not_found']);
          refused += 1;
        }
      }
    });
  });
});

async function put(kind: 'pipe' | 'socket' | 'device', target: string): Promise<() => void> {
  if (kind === 'pipe') spawnSync('mkfifo', [target]);
  if (kind === 'device') symlinkSync('/dev/zero', target);
  if (kind !== 'socket') return () => undefined;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(target, resolve));
  return () => server.close();
}
