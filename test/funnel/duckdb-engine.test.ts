import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { countedAttempt } from '../../src/funnel/attempt.js';
import { defineFunnel } from '../../src/funnel/definition.js';
import { countFunnel } from '../../src/funnel/duckdb-engine.js';
import { findEventFiles } from '../../src/funnel/event-files.js';
import { ROOT, folderWith, temporaryFolder } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const STEPS = ['a', 'b', 'c'];
interface Options {
  readonly eventsPath?: string | string[];
  readonly steps?: string[];
  readonly columns?: Record<string, string>;
  readonly threads?: number;
  readonly window?: string;
}

async function count(files: Readonly<Record<string, unknown>>, options: Options = {}) {
  const root = folderWith(files);
  const found = await findEventFiles(root, options.eventsPath ?? Object.keys(files));
  const definition = defineFunnel({
    events_path: 'x',
    steps: options.steps ?? STEPS,
    funnel_name: 'f',
    window: options.window ?? '7d',
    mode: 'ordered',
  });
  return (await countFunnel(found, definition, { threads: options.threads ?? 1, columns: options.columns }))
    .summary;
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

describe('countFunnel', () => {
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
            const times = STEPS.map((step) =>
              events
                .filter((one) => one.user === user && one.step === step)
                .map((one) => one.time * 1000)
                .sort((a, b) => a - b),
            );
            countedAttempt(times, 8000).forEach((_, depth) => (expected[depth] = expected[depth]! + 1));
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
      await countFunnel(good!, definition, { threads: 1 });
      await rejection(countFunnel(bad!, definition, { threads: 1 }), 'events_unreadable');
    } finally {
      if (usual === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usual;
    }
    expect(readdirSync(own)).to.deep.equal([]);
    expect(readdirSync(ROOT)).to.not.include('.tmp');
  });

  it('refuses two steps that count the same event or share a name', () => {
    const define = (steps: (string | { name: string; event: string })[]) => () =>
      defineFunnel({ events_path: 'x', steps, funnel_name: 'f', window: '7d', mode: 'ordered' });
    expect(define(['a', 'b', 'a'])).to.throw('repeats a step');
    expect(define(['a', { name: 'a', event: 'b' }])).to.throw('repeats a step');
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
