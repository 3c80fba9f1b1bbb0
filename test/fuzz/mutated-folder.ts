import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { FIXTURES, ROOT } from '../support/growth.js';
import { NAMES } from './hostile-values.js';
import { mutatedDocuments } from './json-mutation.js';
import { mutants } from './mutation.js';
import { fixture, fixtureDocument } from './seeds.js';
import { HANDED_IN } from './targets/handed-in-documents.js';
import { PACKED_EVENTS } from './targets/packed-events.js';

/** A folder to analyse, and the flags to do it with. */
export interface MutatedRun {
  readonly files: Readonly<Record<string, Buffer>>;
  readonly flags: readonly string[];
}

const EVENTS = Buffer.from(fixture('events.ndjson').toString('utf8').split('\n').slice(0, 200).join('\n'));
const SITE = filesBelow(path.join(FIXTURES, 'site'), 'site');
const BASE: Readonly<Record<string, Buffer>> = {
  ...SITE,
  ...filesBelow(path.join(FIXTURES, 'profiles'), 'profiles'),
  ...filesBelow(path.join(ROOT, 'fixtures', 'nextjs', 'app-router'), 'next'),
  'site/_redirects': Buffer.from('/old /new 301\n/a/* /b/:splat 200\n'),
  'site/vercel.json': Buffer.from('{"cleanUrls":true,"redirects":[{"source":"/a","destination":"/b"}]}'),
  'events.ndjson': EVENTS,
  'events.csv': Buffer.from(
    'user_id,event_name,timestamp\nu,pricing_viewed,2024-05-01\nu,signup_started,2024-05-01\n',
  ),
  'events.ndjson.gz': gzipSync(EVENTS),
  'events.csv.zst': PACKED_EVENTS.zst,
  'events.parquet': PACKED_EVENTS.parquet,
  'metrics.json': Buffer.from(JSON.stringify(HANDED_IN.funnel_metrics)),
  'post.md': Buffer.from(
    '---\ntitle: A title\n---\n# Live tail\n\nIt shows logs as they come. [Read](https://example.com)\n',
  ),
  'catalog.json': Buffer.from('["autopilot.growth.seo_scan"]'),
};
/** Small enough that a run takes a second. */
const INPUTS: readonly unknown[] = [
  fixtureDocument('inputs.json'),
  HANDED_IN,
  { seo_scan: { source_path: 'site', ignore: ['docs/**'], rules: { 'title-missing': 'off' } } },
  { seo_scan: { source_path: 'next', source_type: 'nextjs_routes' } },
  ...['events.csv', 'events.ndjson.gz', 'events.csv.zst', 'events.parquet', '*.ndjson'].map(
    (events_path) => ({
      funnel_analysis: { events_path, steps: ['pricing_viewed', 'signup_started'], segment_by: 'plan' },
    }),
  ),
  { experiment_proposals: { funnel_metrics_path: 'metrics.json' }, experiment_run: { proposal: 'top' } },
  {
    publish_content: {
      content_path: 'post.md',
      content_type: 'blog_post',
      profile: 'lanternfish',
      destination: 'cms:blog',
    },
  },
];

/** Some of the files mutated, now and then the inputs; names that no site of ours would have. */
export const mutatedRuns: fc.Arbitrary<MutatedRun> = fc
  .record({
    inputs: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...INPUTS).map(json) },
      { weight: 2, arbitrary: mutatedDocuments(INPUTS, 2).map(json) },
      { weight: 1, arbitrary: mutants(INPUTS.map(json)) },
    ),
    changes: fc.array(change(), { maxLength: 8 }),
    names: fc.array(fc.tuple(hostileName(), fc.constantFrom(...Object.values(SITE))), { maxLength: 3 }),
    flags: fc.subarray(['--json', '--details', '--catalog', '--fail-on']),
  })
  .map(({ inputs, changes, names, flags }) => ({
    files: {
      ...BASE,
      ...Object.fromEntries(names.map(([name, bytes]) => [`site/${name}`, bytes])),
      ...Object.fromEntries(changes),
      'inputs.json': inputs,
    },
    flags,
  }));

function change(): fc.Arbitrary<[string, Buffer]> {
  return fc
    .constantFrom(...Object.entries(BASE))
    .chain(([file, bytes]) => mutants([bytes]).map((mutant): [string, Buffer] => [file, mutant]));
}

/** What a file system takes for a name, in every writing and with what directs terminals. */
function hostileName(): fc.Arbitrary<string> {
  return fc
    .oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'binary', maxLength: 40 }))
    .map((name) => `x${name.toWellFormed().replaceAll(/[/\u0000]/gu, '_')}.html`);
}

function json(document: unknown): Buffer {
  return Buffer.from(JSON.stringify(document));
}

function filesBelow(folder: string, name: string): Record<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [`${name}/${path.relative(folder, file)}`, readFileSync(file)];
    }),
  );
}
