import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { countedAttempt } from '../../src/funnel/attempt.js';
import { type FunnelMode, defineFunnel } from '../../src/funnel/definition.js';
import { countWithDuckDb } from '../../src/funnel/duckdb/duckdb-engine.js';
import { findEventFiles } from '../../src/funnel/event-files.js';
import type { FunnelAnalysisInputs } from '../../src/inputs/schema.js';
import { ROOT, folderWith, temporaryFolder } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const STEPS = ['a', 'b', 'c'];
const STEP = { name: 's', event: 's', where: [] };
interface Options {
  readonly mode?: FunnelMode;
  readonly segmentBy?: string;
  readonly eventsPath?: string | string[];
  readonly steps?: FunnelAnalysisInputs['steps'];
  readonly columns?: Record<string, string>;
  readonly threads?: number;
  readonly window?: string;
}

async function withDuckDb(task: (run: (sql: string) => Promise<unknown>) => Promise<void>) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await task((sql) => connection.run(sql));
  connection.closeSync();
  instance.closeSync();
}

async function count(files: Readonly<Record<string, unknown>>, options: Options = {}) {
  return countIn(folderWith(files), options.eventsPath ?? Object.keys(files), options);
}

async function countIn(root: string, eventsPath: string | string[], options: Options) {
  const found = await findEventFiles(root, eventsPath);
  const definition = defineFunnel({
    events_path: 'x',
    steps: options.steps ?? STEPS,
    funnel_name: 'f',
    window: options.window ?? '7d',
    mode: options.mode ?? 'ordered',
    segment_by: options.segmentBy,
  });
  return (
    await countWithDuckDb(found, definition, { threads: options.threads ?? 1, columns: options.columns })
  ).summary;
}

const lines = (...rows: unknown[]) =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
const event = <User, Name, Time>(user: User, name: Name, timestamp: Time, id?: string) => ({
  user_id: user,
  event_name: name,
  timestamp,
  ...(id !== undefined && { event_id: id }),
});
const users = ({ steps }: Awaited<ReturnType<typeof count>>) => steps.map((step) => step.users);

describe('countWithDuckDb', () => {
  const rows = [
    event('u1', 'a', '2024-01-01T00:00:00Z'),
    event('u1', 'b', '2024-01-01T00:00:10Z'),
    event('u2', 'a', '2024-01-01T00:00:00Z'),
  ];
  const csv = `user_id,event_name,timestamp\n${rows.map((row) => [row.user_id, row.event_name, row.timestamp].join(',')).join('\n')}\n`;
  const formats: [string, Record<string, unknown>][] = [
    ['a JSON array', { 'e.json': rows }],
    ['NDJSON', { 'e.ndjson': lines(...rows) }],
    [
      'JSON Lines with CRLF, blank lines and a byte order mark',
      { 'e.jsonl': `\uFEFF${rows.map((row) => JSON.stringify(row)).join('\r\n\r\n   \r\n')}\r\n` },
    ],
    ['CSV', { 'e.csv': csv }],
    [
      'CSV with semicolons, quotes, CRLF and a byte order mark',
      {
        'e.csv': `\uFEFF"event_name";"user_id";"note";"timestamp"\r\n${rows.map((row) => `"${row.event_name}";${row.user_id};"two\r\nlines; ""quoted""";${row.timestamp}`).join('\r\n')}`,
      },
    ],
    [
      'several files of several kinds',
      {
        'one.json': [rows[0]],
        'two.ndjson': lines(rows[1]),
        'three.csv': `ts,event,user_id\n${rows[2]!.timestamp},a,u2\n`,
      },
    ],
  ];
  for (const [what, files] of formats) {
    it(`reads ${what}`, async () => {
      const summary = await count(files);
      expect(users(summary)).to.deep.equal([2, 1, 0]);
      expect(summary).to.include({
        events_read: 3,
        events_used: 3,
        users_seen: 2,
        median_seconds_to_convert: null,
      });
      expect(summary.steps[1]).to.include({
        conversion_from_previous: 0.5,
        dropped_before: 1,
        median_seconds_from_previous: 10,
      });
    });
  }

  it('counts each dropped row under the first reason that applies', async () => {
    const t = '2024-01-01T00:00:00Z';
    const bad = ['not json', '{"user_id":"u1"', '[1]', '"text"', '5', '{"user_id":"u\u0001"}'];
    const noUser = [
      event(null, 'a', t),
      event('', 'a', t),
      event('  ', '', t),
      { event_name: 'a', timestamp: t },
      event({}, 'a', t),
      event(true, 'a', t),
    ];
    const noEvent = [
      event('u1', '', 'x'),
      event('u1', null, t),
      event('u1', 5, t),
      { user_id: 'u1', timestamp: t },
    ];
    const badTime = [
      event('u1', 'a', 'yesterday'),
      event('u1', 'a', null),
      event('u1', 'a', true),
      event('u1', 'a', '2024-02-30'),
      event('u1', 'a', '2024-01-01T00:00 Uhr'),
      event('u1', 'a', ''),
    ];
    const duplicates = [
      event('u1', 'a', t, 'e1'),
      event('u1', 'b', t, 'e1'),
      event('u2', 'a', t, 'e1'),
      event('u1', 'a', t, ''),
      event('u1', 'a', t, ''),
      event('u1', 'x', 'yesterday', 'e1'),
    ];
    const summary = await count({
      'e.ndjson': lines(...bad, ...noUser, ...noEvent, ...badTime, ...duplicates, '', '  '),
    });
    expect(summary.dropped).to.deep.equal({ bad_line: 6, no_user: 6, no_event: 4, bad_ts: 7, duplicate: 1 });
    expect(summary).to.include({ events_read: 28, events_used: 4, users_seen: 2 });
  });

  it('keeps the earliest of duplicates, then the first in the files', async () => {
    const summary = await count({
      'e.ndjson': lines(
        event('u1', 'b', 20, 'e'),
        event('u1', 'a', 10, 'e'),
        event('u2', 'a', 10, 'e'),
        event('u2', 'b', 10, 'e'),
      ),
    });
    expect(users(summary)).to.deep.equal([2, 0, 0]);
  });

  it('counts a CSV record with too few or too many fields as one bad line, a blank one not at all', async () => {
    const summary = await count({
      'e.csv': 'user_id,event_name,timestamp,x\nu1,a,2024-01-01,1\n\nu2\nu3,a,2024-01-01,1,2,3\n,,,\n',
    });
    expect(summary.dropped).to.deep.equal({ bad_line: 2, no_user: 1, no_event: 0, bad_ts: 0, duplicate: 0 });
    expect(summary.events_read).to.equal(4);
  });

  /** The same instant, 2024-01-01T00:00:00.5Z, in many spellings. */
  const spellings = [
    '2024-01-01T00:00:00.5Z',
    '2024-01-01 00:00:00.500',
    '2024-01-01T01:30:00.5+01:30',
    '2023-12-31T19:00:00.5-0500',
    '2024-01-01T02:00:00.500999999+02',
    1704067200.5,
    '1704067200.5',
    1704067200500,
    '1704067200500',
    1704067200500999,
    1704067200500999000,
    '1704067200500999999',
  ];
  for (const spelling of spellings) {
    it(`reads the time ${JSON.stringify(spelling)}`, async () => {
      const summary = await count(
        { 'e.ndjson': lines(event('u', 'a', '2024-01-01'), event('u', 'b', spelling)) },
        { window: '1s' },
      );
      expect(summary.steps[1]?.median_seconds_from_previous).to.equal(0.5);
    });
  }

  it('rounds times down to whole milliseconds, before 1970 too', async () => {
    const summary = await count(
      { 'e.ndjson': lines(event('u', 'a', '1969-12-31T23:59:59.9985Z'), event('u', 'b', -0.0005)) },
      { window: '1s' },
    );
    expect(summary.steps[1]?.median_seconds_from_previous).to.equal(0.001);
  });

  it('compares users and names code point by code point; a number equals its decimal text', async () => {
    const summary = await count({
      'e.ndjson': lines(
        event(5, 'a', 1),
        event('5', 'b', 2),
        event('\u00e9', 'a', 1),
        event('e\u0301', 'b', 2),
        event('U', 'a', 1),
        event('u', 'b', 2),
        event('v', 'a', 1),
        event('v', 'B', 2),
        event('w', 'a', 1),
        event('w ', 'b', 2),
        event('o\'k"', 'a', 1),
        event('o\'k"', 'b', 2),
      ),
    });
    expect(users(summary)).to.deep.equal([6, 2, 0]);
  });

  it('takes step names and columns with quotes, slashes and dots as they are', async () => {
    const name = `a'b"c/d.e~f $1`;
    const columns = { user: 'the user', event: "e'v/n~t", timestamp: 'a.b' };
    const row = (user: string, step: string, time: number) => ({
      [columns.user]: user,
      [columns.event]: step,
      [columns.timestamp]: time,
    });
    expect(
      users(
        await count(
          { 'e.ndjson': lines(row('u', name, 1), row('u', 'z', 2)) },
          { steps: [name, 'z'], columns },
        ),
      ),
    ).to.deep.equal([1, 1]);
    const csvText = `the user,e'v/n~t,a.b\nu,"a'b""c/d.e~f $1",1\nu,z,2\n`;
    expect(users(await count({ 'e.csv': csvText }, { steps: [name, 'z'], columns }))).to.deep.equal([1, 1]);
  });

  it('reads NDJSON line by line where the fast reader cannot: keys of one name but for case, a line of 40 MB', async () => {
    const rows = [
      { user: 'u', User: 'other', event: 'a', ts: 1 },
      { user: 'u', event: 'b', ts: 2 },
      { User: 'v', event: 'a', ts: 3 },
    ];
    const byCase = await count(
      { 'e.ndjson': lines(...rows, 'broken', {}) },
      { columns: { user: 'user', id: 'User' } },
    );
    expect(users(byCase)).to.deep.equal([1, 1, 0]);
    expect(byCase.dropped).to.include({ bad_line: 1, no_user: 2 });
    const long = JSON.stringify({ ...event('v', 'a', 1), note: 'x'.repeat(40_000_000) });
    const withLong = await count({ 'e.ndjson': lines(event('u', 'a', 1), long, event('u', 'b', 2)) });
    expect(users(withLong)).to.deep.equal([1, 1, 0]);
    expect(withLong.dropped).to.include({ bad_line: 1 });
  });

  it('takes keys of the names that the engine uses itself', async () => {
    const columns = { user: 'raw_user', event: 'user', timestamp: 'missing', id: 'json' };
    const row = (name: string, time: number) => ({
      raw_user: 'u',
      user: name,
      missing: time,
      json: time,
      steps: 'x',
    });
    for (const [file, content] of [
      ['e.ndjson', lines(row('a', 1), row('b', 2), 'broken')],
      ['e.json', [row('a', 1), row('b', 2), 5]],
    ] as const) {
      const steps = ['a', { event: 'b', where: { steps: 'x' } }];
      const summary = await count({ [file]: content }, { columns, steps });
      expect(users(summary), file).to.deep.equal([1, 1]);
      expect(summary.dropped, file).to.include({ bad_line: 1, no_user: 0 });
    }
  });

  it('keeps a line of 15 MB, and behind a byte order mark one of 10 MB', async () => {
    const long = (bytes: number) => lines({ ...event('u', 'a', 1), note: 'x'.repeat(bytes) });
    expect(users(await count({ 'e.ndjson': long(15_000_000) }))).to.deep.equal([1, 0, 0]);
    expect(users(await count({ 'e.ndjson': `\uFEFF${long(10_000_000)}` }))).to.deep.equal([1, 0, 0]);
  });

  it('tells broken lines from objects without any of the keys, file by file', async () => {
    const summary = await count({
      'a.ndjson': lines({}, 'broken', event('u', 'a', 1), '  {"other":1}', '[1]'),
      'b.ndjson': lines(event('u', 'b', 2)),
      'c.ndjson': lines('null', { user_id: {} }, { user_id: 'u', event_name: 5 }),
    });
    expect(summary.dropped).to.include({ bad_line: 3, no_user: 3, no_event: 1 });
    expect(users(summary)).to.deep.equal([1, 1, 0]);
  });

  it('reads the usual times without mistaking others for them', async () => {
    const usual = '2026-01-02T03:04:05.678Z';
    const odd = [
      ' 026-01-02T03:04:05.678Z',
      '-026-01-02T03:04:05.678Z',
      '2026-01-02T03:04:05.6 8Z',
      '2026-01-02T 3:04:05.678Z',
    ];
    const none = [
      '2026-13-02T03:04:05.678Z',
      '2026-01-02T25:04:05.678Z',
      '2026-01-02T03:04:05.67xZ',
      '+026-01-02T03:04:05.678Z',
    ];
    const rows = [usual, ...odd, ...none].map((time) => event('u', 'a', time));
    expect((await count({ 'e.ndjson': lines(...rows) })).dropped.bad_ts).to.equal(odd.length + none.length);
  });

  it('takes a file by its name, whatever characters of a pattern or partition are in it', async () => {
    const good = 'user_id,event,ts\nu,a,1\nu,b,2\n';
    const other = 'user_id,event,ts\nv,a,1\n';
    for (const name of ['app[slug]', 'app*', 'app?', 'c0=x', 'line=1', "o'brien", 'back\\slash']) {
      const files = { [`${name}/e.csv`]: good, 'apps/e.csv': other, 'app1/e.csv': other };
      expect(users(await count(files, { eventsPath: [`${name}/e.csv`] })), name).to.deep.equal([1, 1, 0]);
      const ndjson = { [`${name}/e.ndjson`]: lines(event('u', 'a', 1)), 'apps/e.ndjson': '5' };
      expect(users(await count(ndjson, { eventsPath: [`${name}/e.ndjson`] })), name).to.deep.equal([1, 0, 0]);
      const json = { [`${name}/e.json`]: [event('u', 'a', 1)], 'apps/e.json': [] };
      expect(users(await count(json, { eventsPath: [`${name}/e.json`] })), name).to.deep.equal([1, 0, 0]);
    }
  });

  it('reads CSV with mixed line endings or blank lines in front', async () => {
    for (const text of [
      'user_id,event,ts\r\nu,a,1\nu,"b",2\r\n',
      '\n\nuser_id,event,ts\nu,a,1\nu,b,2\n',
      '\r\nuser_id,event,ts\r\nu,a,1\r\nu,b,2\r\n',
    ]) {
      const summary = await count({ 'e.csv': text });
      expect(users(summary), JSON.stringify(text)).to.deep.equal([1, 1, 0]);
      expect(summary.events_read).to.equal(2);
    }
  });

  it('refuses CSV in which a quotation mark is never closed, and names the line', async () => {
    const start = 'user_id,event,ts\nu,"a ""quoted"" name",1\nu,"two\nlines",2\nu,a"b,3\nu,"a"b,4\n';
    expect((await count({ 'e.csv': start })).dropped.bad_line).to.equal(1);
    for (const more of ['v,b,2\n', 'v,b,2\n'.repeat(200_000)]) {
      const error = await rejection(count({ 'e.csv': `${start}u,"b,2\n${more}` }), 'events_unreadable');
      expect(error.message).to.include('quotation mark of line 7 is never closed');
    }
  });

  it('prefers the same of several columns in CSV and in JSON', async () => {
    const text = 'event,event_name,user_id,ts\nb,a,u,1\na,,v,2\n';
    expect(users(await count({ 'e.csv': text }))).to.deep.equal([2, 0, 0]);
    const rows = [
      { event: 'b', event_name: 'a', user_id: 'u', ts: 1 },
      { event: 'a', event_name: null, user_id: 'v', ts: 2 },
    ];
    expect(users(await count({ 'e.ndjson': lines(...rows) }))).to.deep.equal([2, 0, 0]);
  });

  it('reads 2,000 columns of a CSV file, and refuses one more', async () => {
    const csv = (columns: number) => {
      const more = Array.from({ length: columns - 3 }, (_, index) => `c${index}`);
      return `user_id,event_name,timestamp,${more.join(',')}\nu,a,2024-01-01,${more.join(',')}\n`;
    };
    expect(await count({ 'e.csv': csv(2000) })).to.include({ events_used: 1 });
    const error = await rejection(count({ 'e.csv': csv(2001) }), 'limit_exceeded');
    expect(error.message).to.equal('"e.csv" has 2001 columns; at most 2000 are read');
  });

  it('counts an empty file as no events', async () => {
    for (const files of [{ 'e.ndjson': '' }, { 'e.json': [] }, { 'e.csv': 'user_id,event,ts\n' }]) {
      const summary = await count(files);
      expect(summary).to.include({
        events_read: 0,
        entered: 0,
        overall_conversion: null,
        biggest_dropoff: null,
        lowest_rate: null,
      });
    }
  });

  const unreadable: [string, Record<string, unknown>, 'events_unreadable' | 'events_column_missing'][] = [
    ['a broken array', { 'e.json': '[{"a":1},{"b":}]' }, 'events_unreadable'],
    ['an object instead of an array', { 'e.json': '{}' }, 'events_unreadable'],
    ['an empty JSON file', { 'e.json': '' }, 'events_unreadable'],
    ['a CSV file without a header', { 'e.csv': '' }, 'events_unreadable'],
    ['a CSV file without the columns', { 'e.csv': 'who,what,when\n' }, 'events_column_missing'],
    [
      'rows of which none has a user',
      { 'e.ndjson': lines({ who: 1, event: 'a', ts: 1 }) },
      'events_column_missing',
    ],
    [
      'rows of which none has a name',
      { 'e.ndjson': lines({ user_id: 1, what: 'a', ts: 1 }) },
      'events_column_missing',
    ],
    [
      'rows of which none has a time',
      { 'e.ndjson': lines({ user_id: 1, event: 'a', when: 1 }) },
      'events_column_missing',
    ],
  ];
  for (const [what, files, code] of unreadable) {
    it(`refuses ${what}`, async () => {
      const error = await rejection(count(files), code);
      expect(error.message).to.not.include(tmpdir());
    });
  }

  it('takes globs, and refuses unknown kinds and globs without a match', async () => {
    const files = {
      'day-1.csv': 'user_id,event,ts\nu,a,1\n',
      'day-2.csv': 'user_id,event,ts\nu,b,2\n',
      'notes.txt': '',
    };
    expect(users(await count(files, { eventsPath: 'day-*.csv' }))).to.deep.equal([1, 1, 0]);
    await rejection(count(files, { eventsPath: 'notes.txt' }), 'events_format_unknown');
    await rejection(count(files, { eventsPath: 'week-*.csv' }), 'path_not_found');
    await rejection(count(files, { eventsPath: '../*.csv' }), 'path_outside_root');
  });

  it('agrees with the state machine fed directly, on random events, shuffled, over any number of threads', async () => {
    const row = fc.record({
      user: fc.constantFrom('u', 'v', 'w'),
      step: fc.constantFrom('a', 'b', 'c', 'other'),
      time: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        async (events, threads) => {
          const expected = [0, 0, 0];
          for (const user of ['u', 'v', 'w']) {
            const own = events
              .filter((one) => one.user === user && one.step !== 'other')
              .sort((a, b) => a.time - b.time);
            const history = {
              times: own.map(({ time }) => time * 1000),
              steps: own.map(({ step }) => 1 << STEPS.indexOf(step)),
            };
            const definition = { mode: 'ordered' as const, steps: STEPS.map(() => STEP), windowMs: 8000 };
            countedAttempt(history, definition)?.times.forEach((_, depth) => (expected[depth]! += 1));
          }
          const text = lines(...events.map((one) => event(one.user, one.step, one.time)));
          const summary = await count({ 'e.ndjson': text }, { threads, window: '8s' });
          expect(users(summary)).to.deep.equal(expected);
          const shuffled = lines(...events.toReversed().map((one) => event(one.user, one.step, one.time)));
          expect(await count({ 'e.ndjson': shuffled }, { threads: 1, window: '8s' })).to.deep.equal(summary);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leaves no temporary folder behind, also when it fails', async () => {
    const own = temporaryFolder();
    const files = [folderWith({ 'e.json': rows }), folderWith({ 'e.json': '{' })];
    const usual = process.env['TMPDIR'];
    process.env['TMPDIR'] = own;
    try {
      const definition = defineFunnel({
        events_path: 'e.json',
        steps: STEPS,
        funnel_name: 'f',
        window: '7d',
        mode: 'ordered',
      });
      const [good, bad] = await Promise.all(files.map((root) => findEventFiles(root, 'e.json')));
      await countWithDuckDb(good!, definition, { threads: 1 });
      await rejection(countWithDuckDb(bad!, definition, { threads: 1 }), 'events_unreadable');
    } finally {
      if (usual === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usual;
    }
    expect(readdirSync(own)).to.deep.equal([]);
    expect(readdirSync(ROOT)).to.not.include('.tmp');
  });

  it('counts repeated events, and refuses two steps that share a name', async () => {
    const define = (steps: FunnelAnalysisInputs['steps']) => () =>
      defineFunnel({ events_path: 'x', steps, funnel_name: 'f', window: '7d', mode: 'ordered' });
    expect(define(['a', 'b', 'a'])).to.throw('share a name');
    expect(define(['a', { name: 'a', event: 'b' }])).to.throw('share a name');
    const again = ['a', { name: 'a again', event: 'a' }];
    const rows = [event('u', 'a', 1), event('v', 'a', 1), event('v', 'a', 1)];
    expect(users(await count({ 'e.ndjson': lines(...rows) }, { steps: again }))).to.deep.equal([2, 1]);
  });

  const modes: [FunnelMode, number[]][] = [
    ['ordered', [5, 3, 2]],
    ['strict_increase', [5, 2, 1]],
    ['strict', [5, 2, 1]],
    ['first_touch', [5, 2, 1]],
    ['unordered', [6, 4, 3]],
  ];
  for (const [mode, expected] of modes) {
    it(`counts in mode ${mode}`, async () => {
      const rows = [
        ...[event('tie', 'a', 1), event('tie', 'b', 1), event('tie', 'x', 2), event('tie', 'c', 3)],
        ...[
          event('again', 'a', 1),
          event('again', 'a', 50),
          event('again', 'b', 51),
          event('again', 'c', 52),
        ],
        ...[event('between', 'a', 1), event('between', 'x', 2), event('between', 'b', 3)],
        ...[event('reverse', 'c', 1), event('reverse', 'b', 2), event('reverse', 'a', 3)],
        ...[event('short', 'a', 1), event('late', 'b', 1)],
      ];
      const summary = await count({ 'e.ndjson': lines(...rows) }, { mode, window: '10s' });
      expect(summary.mode).to.equal(mode);
      expect(users(summary)).to.deep.equal(expected);
    });
  }

  const typed = { user_id: 'u', event_name: 'a', timestamp: 1 };
  const filterRows = [
    { ...typed, plan: 'pro', seats: 5, paid: true },
    { ...typed, user_id: 'v', plan: 'free', seats: 5.5, paid: false },
    { ...typed, user_id: 'w', plan: null, seats: '5', paid: 'true' },
    { ...typed, user_id: 'x', plan: { tier: 'pro' } },
    { ...typed, user_id: 'y', plan: "it's\u0000", seats: 5.0 },
  ];
  const filters: [Record<string, string | number | boolean | (string | number | boolean)[]>, number][] = [
    [{ plan: 'pro' }, 1],
    [{ plan: ['pro', 'free'] }, 2],
    [{ seats: 5 }, 3],
    [{ seats: ['5.5'] }, 1],
    [{ paid: true }, 2],
    [{ paid: [true, false], plan: 'free' }, 1],
    [{ plan: "it's\u0000" }, 1],
    [{ missing: 'x' }, 0],
  ];
  for (const [where, expected] of filters) {
    it(`filters by ${JSON.stringify(where)}, as text`, async () => {
      const steps = [{ event: 'a', where }, 'b'];
      expect(users(await count({ 'e.ndjson': lines(...filterRows) }, { steps }))).to.deep.equal([
        expected,
        0,
      ]);
    });
  }

  it('tells segments by the first event of the counted attempt, largest first, 50 at most', async () => {
    const rows = [
      { ...event('u', 'a', 1), source: 'early' },
      { ...event('u', 'a', 100), source: 'counted' },
      { ...event('u', 'b', 105), source: 'later' },
      event('none', 'a', 1),
      event('none too', 'a', 1),
      ...Array.from({ length: 60 }, (_, index) => ({
        ...event(`many ${index}`, 'a', 1),
        source: `s${String(index).padStart(2, '0')}`,
      })),
    ];
    const { segments = [] } = await count(
      { 'e.ndjson': lines(...rows) },
      { steps: ['a', 'b'], window: '10s', segmentBy: 'source' },
    );
    expect(segments).to.have.length(51);
    expect(segments.slice(0, 3)).to.deep.equal([
      { value: '(none)', users: [2, 0] },
      { value: 'counted', users: [1, 1] },
      { value: 's00', users: [1, 0] },
    ]);
    expect(segments.at(-1)).to.deep.equal({ value: '(other)', users: [12, 0] });
  });

  it('counts the same in every format, plain and compressed, whatever the order of rows', async () => {
    const source = Array.from({ length: 300 }, (_, index) => ({
      user_id: index % 17,
      event_name: STEPS[(index * 7) % 3] ?? 'a',
      timestamp: new Date(1.7e12 + ((index * 7919) % 600) * 1000).toISOString(),
      event_id: `e${index % 290}`,
      plan: index % 5 === 0 ? null : `p${index % 3}`,
    }));
    const ndjson = lines(...source);
    const csvText = `user_id,event_name,timestamp,event_id,plan\n${source.map((row) => Object.values(row).join(',')).join('\n')}\n`;
    const options = {
      window: '1m',
      segmentBy: 'plan',
      steps: ['a', { event: 'b', where: { plan: ['p0', 'p1'] } }, 'c'],
    };
    const expected = await count({ 'e.ndjson': ndjson }, options);
    expect(expected.entered).to.be.above(10);
    const folder = folderWith({ 'e.ndjson': ndjson, 'e.csv': csvText, 'e.json': source });
    for (const name of ['e.ndjson', 'e.csv', 'e.json']) {
      writeFileSync(path.join(folder, `${name}.gz`), gzipSync(readFileSync(path.join(folder, name))));
    }
    await withDuckDb(async (run) => {
      const file = (name: string) => `'${path.join(folder, name)}'`;
      const raw = `columns = {'l': 'VARCHAR'}, delim = E'\\x01', quote = '', escape = '', header = false, auto_detect = false`;
      for (const name of ['e.ndjson', 'e.csv'])
        await run(
          `COPY (FROM read_csv(${file(name)}, ${raw})) TO ${file(`${name}.zst`)} (FORMAT csv, COMPRESSION zstd, HEADER false, QUOTE '', ESCAPE '', DELIM E'\\x01')`,
        );
      await run(
        `COPY (SELECT user_id, event_name, strptime(timestamp, '%Y-%m-%dT%H:%M:%S.%gZ') AS ts, event_id, plan FROM read_json('${path.join(folder, 'e.json')}', columns = {user_id: 'BIGINT', event_name: 'VARCHAR', timestamp: 'VARCHAR', event_id: 'VARCHAR', plan: 'VARCHAR'})) TO ${file('e.parquet')} (FORMAT parquet)`,
      );
    });
    const kinds = readdirSync(folder).filter((name) => name !== 'e.ndjson');
    expect(kinds).to.have.length(8);
    for (const kind of kinds) expect(await countIn(folder, kind, options), kind).to.deep.equal(expected);
    const shuffled = lines(...source.toSorted((a, b) => (a.timestamp < b.timestamp ? 1 : -1)));
    expect(await count({ 'e.ndjson': shuffled }, { ...options, threads: 2 })).to.include({
      entered: expected.entered,
      converted: expected.converted,
    });
  });

  it('refuses compressed files that are broken or of another kind', async () => {
    for (const name of ['e.csv.gz', 'e.csv.zst', 'e.ndjson.gz', 'e.ndjson.zst', 'e.parquet'])
      await rejection(count({ [name]: 'no such thing' }), 'events_unreadable');
    await rejection(count({ 'e.parquet.gz': 'x' }), 'events_format_unknown');
  });
});

describe('summary of a funnel', () => {
  it('tells immature users, both drop-off measures and intervals', async () => {
    const rows = [
      ...Array.from({ length: 10 }, (_, index) => event(`u${index}`, 'a', index)),
      ...Array.from({ length: 4 }, (_, index) => event(`u${index}`, 'b', 100)),
      event('u0', 'c', 200),
      event('late', 'other', 86_400 * 7 + 5),
    ];
    const summary = await count({ 'e.ndjson': lines(...rows) });
    expect(summary.biggest_dropoff).to.deep.equal({ from_step: 'a', to_step: 'b', users_lost: 6 });
    expect(summary.lowest_rate).to.deep.equal({ from_step: 'b', to_step: 'c', rate: 0.25 });
    // R: prop.test(4, 10, correct = FALSE)$conf.int
    expect(summary.steps[1]?.wilson95_from_previous?.map((bound) => bound.toFixed(6))).to.deep.equal([
      '0.168180',
      '0.687326',
    ]);
    expect(summary.immature_users).to.equal(4);
    expect(path.isAbsolute(summary.name)).to.equal(false);
  });
});
