import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { countFunnel } from '../../../src/funnel/count-funnel.js';
import { defineFunnel } from '../../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../../src/funnel/direct-engine.js';
import { findEventFiles } from '../../../src/funnel/event-files.js';
import { FunnelAnalysisSchema } from '../../../src/inputs/schema.js';
import { temporaryFolder } from '../../support/growth.js';
import { mutants } from '../mutation.js';
import { fixture, texts } from '../seeds.js';
import { defineTarget } from '../target.js';
import { PACKED_EVENTS } from './packed-events.js';

const LINES = fixture('events.ndjson').toString('utf8').split('\n');
const ROWS = LINES.slice(0, 40);
const definition = defineFunnel(
  FunnelAnalysisSchema.parse({
    events_path: 'events.ndjson',
    steps: [
      'pricing_viewed',
      { event: 'signup_started', where: { plan: ['team', 1, true] } },
      'signup_completed',
    ],
    segment_by: 'plan',
    mode: 'ordered',
  }),
);
const NDJSON = texts(
  ROWS.join('\n'),
  '{"user_id":"u","event_name":"pricing_viewed","timestamp":"2024-05-01T00:00:00Z","plan":"pro"}\n{"user_id":7,"event_name":"signup_started","timestamp":1714521700000,"plan":1,"event_id":"e"}\n{"user_id":7,"event_name":"signup_started","timestamp":1714521700.5,"plan":NaN,}\n',
);

export const eventsDirect = defineTarget({
  name: 'events-direct',
  inputs: mutants(NDJSON),
  bytesOf: ({ length }) => length,
  read: (bytes) => countFunnelDirectly([bytes.toString('utf8')], definition),
  bound: { base: 1000, perKiB: 10 },
  shortRuns: 300,
});

const JSON_ARRAY = texts(`[${ROWS.filter((line) => line !== '').join(',\n')}]`);
const CSV = texts(
  'user_id,event_name,timestamp,plan\nu,pricing_viewed,2024-05-01T00:00:00Z,pro\nu,signup_started,1714521700,"a ""quoted"", text"\n"v\nw",pricing_viewed,2024-05-01 00:00:00,\n',
  'timestamp;user_id;event_name\r\n2024-05-01;u;pricing_viewed\r\n',
);

const kept = temporaryFolder();

/** Through DuckDB, from a file in each of its formats: whole files mutated, packed before or after. */
export const eventsFiles = defineTarget({
  name: 'events-files',
  isSlow: true,
  inputs: fc.oneof(
    file('events.ndjson.gz', mutants(NDJSON).map(packed)),
    file('events.ndjson.gz', mutants(NDJSON.map(packed))),
    file('events.json', mutants(JSON_ARRAY)),
    file('events.csv', mutants(CSV)),
    file('events.csv.gz', mutants(CSV.map(packed))),
    file('events.csv.zst', mutants([PACKED_EVENTS.zst])),
    file('events.parquet', mutants([PACKED_EVENTS.parquet])),
  ),
  bytesOf: ({ bytes }) => bytes.length,
  read: async ({ name, bytes }) => {
    writeFileSync(path.join(kept, name), bytes);
    const files = await findEventFiles(kept, name);
    return countFunnel(files, definition, { threads: 1 });
  },
  bound: { base: 10_000, perKiB: 20 },
  shortRuns: 5,
});

function file(name: string, content: fc.Arbitrary<Buffer>): fc.Arbitrary<{ name: string; bytes: Buffer }> {
  return content.map((bytes) => ({ name, bytes }));
}

function packed(bytes: Buffer): Buffer {
  return gzipSync(bytes, { level: 1 });
}
