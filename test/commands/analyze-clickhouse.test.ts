import { spawn } from 'node:child_process';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from 'chai';
import {
  type ClickHouseServer,
  READER,
  hasClickHouseServer,
  startClickHouse,
} from '../support/clickhouse-server.js';
import { ROOT, analyzeArgs, contentsOf, folderWith, growth, readJson } from '../support/growth.js';

const SECRET = 'hunter2';
const FUNNEL = {
  clickhouse: { table: 'events' },
  steps: ['visit', 'sign up', 'pay'],
  window: '1d',
  segment_by: 'plan',
};
/** user, event, seconds, plan: two pay, one signs up only, one is of a bad name. */
const EVENTS = [
  ['1', 'visit', 1_700_000_000, 'free'],
  ['1', 'sign up', 1_700_000_060, 'free'],
  ['1', 'pay', 1_700_000_120, 'free'],
  ['2', 'visit', 1_700_000_000, 'paid'],
  ['2', 'sign up', 1_700_000_030, 'paid'],
  ['2', 'pay', 1_700_000_090, 'paid'],
  ['3', 'visit', 1_700_000_000, 'free'],
  ['3', 'sign up', 1_700_000_600, 'free'],
  ['4', 'visit', 1_700_100_000, 'free'],
  ['', 'visit', 1_700_000_000, 'free'],
] as const;

type Environment = Record<string, string>;

const reader = (url: string, more: Environment = {}): Environment => ({
  GROWTH_CLICKHOUSE_URL: url,
  GROWTH_CLICKHOUSE_USER: READER.user,
  GROWTH_CLICKHOUSE_PASSWORD: READER.password,
  ...more,
});

const folderOf = (funnel: object): string =>
  folderWith({ 'inputs.json': { funnel_analysis: funnel }, 'out/report.json': 'old' });

const argsIn = (folder: string, ...more: string[]): string[] =>
  analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'out'), ...more);

function analyze(folder: string, env: Environment) {
  const { status, stdout, stderr } = growth(argsIn(folder), { env });
  return { status, said: stdout + stderr };
}

/** The same where a server of the test itself must answer meanwhile. */
async function analyzeAside(folder: string, env: Environment, afterStart?: (pid: number) => Promise<void>) {
  const child = spawn(process.execPath, [path.join(ROOT, 'bin', 'run.js'), ...argsIn(folder)], {
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (child.pid !== undefined) await afterStart?.(child.pid);
  return { status: await ended, said };
}

function assertRefused(
  folder: string,
  { status, said }: { status: number | null; said: string },
  exit: number,
  says: RegExp,
) {
  expect(said).to.match(says);
  expect(status, said).to.equal(exit);
  expect(said).not.to.include(SECRET);
  expect(contentsOf(path.join(folder, 'out'))).to.deep.equal({ 'report.json': 'old' });
}

describe('a funnel on ClickHouse by the command', function () {
  this.timeout(120_000);

  describe('is refused before any server is asked', () => {
    const cases: readonly (readonly [
      what: string,
      funnel: object,
      env: Environment,
      exit: number,
      says: RegExp,
    ])[] = [
      [
        'without a URL',
        FUNNEL,
        { GROWTH_CLICKHOUSE_URL: '' },
        3,
        /\[clickhouse_unconfigured\]: GROWTH_CLICKHOUSE_URL is not set/,
      ],
      [
        'with a password in the URL',
        FUNNEL,
        { GROWTH_CLICKHOUSE_URL: `http://me:${SECRET}@127.0.0.1:8123` },
        3,
        /\[clickhouse_unconfigured\]: GROWTH_CLICKHOUSE_URL must be http:\/\/HOST:PORT/,
      ],
      [
        'with files as well',
        { ...FUNNEL, events_path: 'events.ndjson' },
        {},
        3,
        /\/funnel_analysis: has both events_path and clickhouse; events come from one of them/,
      ],
      [
        'without either, and all other problems are named, too',
        { steps: ['a', 'b'], mod: 'ordered' },
        {},
        3,
        /needs events_path \(files\) or clickhouse \(a table\)[^]*did you mean "mode"|did you mean "mode"[^]*needs events_path/,
      ],
      [
        'with a mistyped key',
        { ...FUNNEL, clickhouse: { tabel: 'events' } },
        {},
        3,
        /\/funnel_analysis\/clickhouse\/tabel: unknown key "tabel"; did you mean "table"\?/,
      ],
      [
        'with credentials in the inputs',
        { ...FUNNEL, clickhouse: { table: 'events', password: SECRET } },
        {},
        3,
        /unknown key "password"; known keys: table, database, where/,
      ],
      [
        'where nothing listens',
        FUNNEL,
        { GROWTH_CLICKHOUSE_URL: 'http://127.0.0.1:1', GROWTH_CLICKHOUSE_PASSWORD: SECRET },
        5,
        /\[clickhouse_failed\]: ClickHouse failed: the server cannot be reached \(ECONNREFUSED\)/,
      ],
    ];
    for (const [what, funnel, env, exit, says] of cases) {
      it(what, () => {
        const folder = folderOf(funnel);
        assertRefused(folder, analyze(folder, env), exit, says);
      });
    }
  });

  describe('with a server that answers', () => {
    const answers: readonly (readonly [what: string, status: number, body: string, says: RegExp])[] = [
      [
        'that the query took too long',
        500,
        `Code: 159. DB::Exception: Timeout exceeded: ${SECRET}. (TIMEOUT_EXCEEDED)`,
        /longer than allowed/,
      ],
      [
        'that it has too little memory',
        500,
        `Code: 241. DB::Exception: Memory limit: ${SECRET}. (MEMORY_LIMIT_EXCEEDED)`,
        /more memory than the server allows/,
      ],
      [
        'that user or password is wrong',
        403,
        `Code: 516. DB::Exception: default: ${SECRET}. (AUTHENTICATION_FAILED)`,
        /user or password is wrong/,
      ],
      [
        'that the user lacks rights',
        500,
        `Code: 497. DB::Exception: ${SECRET}: Not enough privileges. (ACCESS_DENIED)`,
        /may not read the table/,
      ],
      [
        'with an error of its own',
        500,
        `Code: 999. DB::Exception: ${SECRET}. (KEEPER_EXCEPTION)`,
        /error 999 of the server/,
      ],
      ['as a proxy does', 502, `<html>${SECRET}</html>`, /the connection broke/],
      ['in a language of its own', 200, `{"version": ${SECRET}\n`, /the connection broke/],
    ];
    for (const [what, status, body, says] of answers) {
      it(what, async () => {
        const server: Server = createServer((_, response) => response.writeHead(status).end(body));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        const { port } = server.address() as AddressInfo;
        const folder = folderOf(FUNNEL);
        const ended = await analyzeAside(
          folder,
          reader(`http://127.0.0.1:${port}`, { GROWTH_CLICKHOUSE_PASSWORD: SECRET }),
        );
        server.close();
        assertRefused(folder, ended, 5, says);
      });
    }

    it('not at all: Ctrl-C ends the run and the connection', async () => {
      let closed = false;
      let asked: () => void = () => undefined;
      const isAsked = new Promise<void>((resolve) => (asked = resolve));
      const server = createServer((request) => {
        request.socket.on('close', () => (closed = true));
        asked();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const folder = folderOf(FUNNEL);
      let interruptedAt = 0;
      const ended = await analyzeAside(folder, reader(`http://127.0.0.1:${port}`), async (pid) => {
        await isAsked;
        interruptedAt = Date.now();
        process.kill(pid, 'SIGINT');
      });
      expect(Date.now() - interruptedAt).to.be.lessThan(5000);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(closed).to.equal(true);
      server.close();
      assertRefused(folder, ended, 130, /^$/);
    });
  });

  describe('with a real server', () => {
    let server: ClickHouseServer;

    before(async function () {
      if (!hasClickHouseServer) this.skip();
      server = await startClickHouse();
      await server.run(
        'CREATE TABLE events (user_id String, event String, ts UInt32, plan String) ENGINE = Memory',
      );
      await server.run(
        `INSERT INTO events VALUES ${EVENTS.map(([user, event, ts, plan]) => `('${user}', '${event}', ${ts}, '${plan}')`).join(', ')}`,
      );
      await server.run(
        'CREATE TABLE wordless (user_id String, event String, said_at Array(UInt8)) ENGINE = Memory',
      );
    });

    after(async () => {
      if (hasClickHouseServer) await server.stop();
    });

    it('writes the same numbers as for a file of the same events', () => {
      const lines = EVENTS.map(([user_id, event, ts, plan]) => JSON.stringify({ user_id, event, ts, plan }));
      const { clickhouse: _, ...rest } = FUNNEL;
      const byFile = folderWith({
        'inputs.json': { funnel_analysis: { ...rest, events_path: 'events.ndjson' } },
        'events.ndjson': lines.join('\n'),
      });
      const byTable = folderOf(FUNNEL);
      expect(analyze(byFile, {}).status).to.equal(0);
      const { status, said } = analyze(byTable, reader(server.url));
      expect(status, said).to.equal(0);
      const funnelIn = (folder: string) => {
        const { summary } = readJson(path.join(folder, 'out', 'report.json'));
        return (summary as { funnel: Record<string, unknown> }).funnel;
      };
      const { engine, ...funnel } = funnelIn(byTable);
      const { engine: direct, ...expected } = funnelIn(byFile);
      expect([engine, direct]).to.deep.equal(['clickhouse', 'direct']);
      expect(funnel).to.deep.equal(expected);
      const written = contentsOf(path.join(byTable, 'out'));
      expect(written['report.md']).to.include('counted with clickhouse');
      expect(written['report.json']).to.include('ClickHouse table events, 10 events read.');
      for (const text of Object.values(written)) {
        expect(text).not.to.include(READER.password);
        expect(text).not.to.include(server.url);
      }
    });

    it('reads only the rows that the inputs ask for', () => {
      const folder = folderOf({
        ...FUNNEL,
        clickhouse: {
          table: 'events',
          database: 'default',
          where: { plan: ['paid', 'gold'], event: ['visit', 'pay'] },
        },
      });
      const { status, said } = analyze(folder, reader(server.url));
      expect(status, said).to.equal(0);
      expect(contentsOf(path.join(folder, 'out'))['report.json']).to.include(
        'default.events, 2 events read.',
      );
    });

    const failures: readonly (readonly [what: string, funnel: object, env: Environment, says: RegExp])[] = [
      [
        'a wrong password',
        FUNNEL,
        { GROWTH_CLICKHOUSE_PASSWORD: SECRET },
        /the password is wrong[^]*GROWTH_CLICKHOUSE_PASSWORD/,
      ],
      [
        'an unknown user',
        FUNNEL,
        { GROWTH_CLICKHOUSE_USER: SECRET },
        /does not know the user[^]*GROWTH_CLICKHOUSE_USER/,
      ],
      ['no such table', { ...FUNNEL, clickhouse: { table: 'evens' } }, {}, /there is no such table/],
      [
        'no such database',
        { ...FUNNEL, clickhouse: { table: 'events', database: 'nowhere' } },
        {},
        /there is no such (?:database|table)/,
      ],
      [
        'no column of the user',
        { ...FUNNEL, columns: { user: 'who' } },
        {},
        /no column who; it has [^]*funnel_analysis\.columns\.user/,
      ],
      [
        'no column of a filter',
        { ...FUNNEL, clickhouse: { table: 'events', where: { day: '1' } } },
        {},
        /no column day; [^]*clickhouse\.where/,
      ],
      [
        'no column of a segment',
        { ...FUNNEL, segment_by: 'land' },
        {},
        /no column land; it has plan, [^]*segment_by/,
      ],
      [
        'no column of a time',
        { ...FUNNEL, clickhouse: { table: 'wordless' } },
        {},
        /no column timestamp or ts or occurred_at/,
      ],
      [
        'a column that holds no time',
        {
          ...FUNNEL,
          segment_by: 'event',
          clickhouse: { table: 'wordless' },
          columns: { timestamp: 'said_at' },
        },
        {},
        /"said_at" is of type Array\(UInt8\), which holds no time/,
      ],
      [
        'a mode that it cannot count',
        { ...FUNNEL, mode: 'unordered' },
        {},
        /\[clickhouse_unsupported\][^]*the mode "unordered" exactly[^]*events_path/,
      ],
      [
        'repeated steps on a server that is too old',
        { ...FUNNEL, steps: ['visit', { name: 'again', event: 'visit' }] },
        {},
        /ClickHouse 18\.16\.1 cannot count exactly; it needs 24\.10/,
      ],
    ];
    for (const [what, funnel, env, says] of failures) {
      it(`fails with exit code 5 and a next step: ${what}`, () => {
        const folder = folderOf(funnel);
        assertRefused(folder, analyze(folder, reader(server.url, env)), 5, says);
      });
    }
  });
});
