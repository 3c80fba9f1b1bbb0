import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { expect } from 'chai';
import {
  FIXTURES,
  ROOT,
  analyzeArgs,
  contentsOf,
  folderWith,
  growth,
  readJson,
  temporaryFolder,
} from '../support/growth.js';

const INPUTS = path.join(FIXTURES, 'inputs.json');
const DOCUMENTS = ['request-bundle.json', 'report.json', 'report.md', 'runner-maturity.json'];
const golden = Object.fromEntries(
  DOCUMENTS.map((file) => [file, readFileSync(path.join(FIXTURES, file), 'utf8')]),
);

describe('growth analyze', () => {
  it('writes the four documents and says what it found, what it asks for and what to do next', () => {
    const out = path.join(temporaryFolder(), 'out');
    const { status, stdout, stderr } = growth(analyzeArgs(INPUTS, out));
    expect(status).to.equal(0);
    expect(stderr).to.equal('');
    expect(Object.keys(contentsOf(out))).to.have.members(DOCUMENTS);
    expect(stdout).to.match(/Findings +3 critical, 10 warning, 9 info, 2 opportunity/);
    expect(stdout).to.match(/Biggest drop-off +before Sign-up started/);
    expect(stdout).to.match(/autopilot\.growth\.experiment_run +1 +5\.00 +approval and policy token/);
    expect(stdout).to.include('Nothing has been executed.');
  });

  describe('writes the same bytes with --stable-output', () => {
    const same: [string, string[], object][] = [
      ['from another working directory', [], { cwd: '/' }],
      [
        'in another time zone and locale',
        [],
        { env: { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
      ],
      ['with one thread', ['--threads', '1'], {}],
      ['with two threads', ['--threads', '2'], {}],
      ['quietly, as JSON', ['--quiet', '--json'], {}],
    ];
    for (const [how, args, options] of same) {
      it(how, () => {
        const out = temporaryFolder();
        expect(growth(analyzeArgs(INPUTS, out, '--stable-output', ...args), options).status).to.equal(0);
        expect(contentsOf(out)).to.deep.equal(golden);
      });
    }

    it('in a second run over the first', () => {
      const out = temporaryFolder();
      for (const _ of ['first', 'second']) {
        expect(growth(analyzeArgs(INPUTS, out, '--stable-output')).status).to.equal(0);
        expect(contentsOf(out)).to.deep.equal(golden);
      }
    });

    it('with the keys of the inputs in another order, from standard input', () => {
      const inputs = Object.fromEntries(Object.entries(readJson(INPUTS)).reverse());
      const out = temporaryFolder();
      expect(
        growth(analyzeArgs('-', out, '--stable-output', '--root', FIXTURES), {
          input: JSON.stringify(inputs),
        }).status,
      ).to.equal(0);
      expect(contentsOf(out)).to.deep.equal(golden);
    });
  });

  it('differs from a stable run in times and hashes only', () => {
    const out = temporaryFolder();
    growth(analyzeArgs(INPUTS, out));
    const withoutTimes = (text: string) =>
      text.replaceAll(/"(?:created_at|canonical_hash|report_id)": "[^"]*"/g, '');
    for (const file of DOCUMENTS.filter((name) => name.endsWith('.json'))) {
      expect(withoutTimes(readFileSync(path.join(out, file), 'utf8'))).to.equal(withoutTimes(golden[file]!));
    }
    expect(readJson(path.join(out, 'report.json'))['report_id']).to.equal(
      readJson(path.join(FIXTURES, 'report.json'))['report_id'],
    );
  });

  it('prints one JSON document with --json, and nothing else', () => {
    const { status, stdout, stderr } = growth(analyzeArgs(INPUTS, temporaryFolder(), '--json'));
    const printed = JSON.parse(stdout) as Record<string, unknown>;
    expect([status, stderr]).to.deep.equal([0, '']);
    expect(printed['findings']).to.deep.equal({ critical: 3, warning: 10, info: 9, opportunity: 2 });
    expect(printed['files']).to.have.members(DOCUMENTS);
  });

  it('exits 1 at --fail-on, after writing', () => {
    const folder = folderWith({
      'inputs.json': { seo_scan: { source_path: 'site' } },
      'site/index.html': page(
        '<title>A page with a title that is a good deal longer than the seventy characters shown</title>',
      ),
    });
    const status = (gate: string) =>
      growth(analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, gate), '--fail-on', gate))
        .status;
    expect(['critical', 'warning', 'info', 'never'].map(status)).to.deep.equal([0, 1, 1, 0]);
    expect(existsSync(path.join(folder, 'warning', 'report.json'))).to.equal(true);
  });

  it('warns when the bundle is empty', () => {
    const audit = {
      id: 'a',
      scanned_at: '2024-01-01T00:00:00Z',
      source_type: 'html_export',
      source_path: 'site',
      urls_scanned: 0,
      findings: [],
      summary: { critical: 0, warning: 0, info: 0, opportunity: 0 },
    };
    const folder = folderWith({ 'inputs.json': { seo_audit: audit } });
    const { status, stderr } = growth(
      analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'out')),
    );
    expect(status).to.equal(0);
    expect(stderr).to.include('the bundle is empty');
  });

  it('takes a catalog from a real server, and ends with 5 when it is down', async () => {
    const server = createServer((_, response) => response.end('["autopilot.growth.seo_scan"]'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const out = temporaryFolder();
    // Not growth(): a synchronous wait would keep this server from answering.
    const child = spawn(process.execPath, [
      path.join(ROOT, 'bin/run.js'),
      ...analyzeArgs(INPUTS, out, '--catalog', address),
    ]);
    const status = await new Promise((resolve) => child.on('close', resolve));
    server.close();
    expect(status).to.equal(0);
    const bundle = readJson(path.join(out, 'request-bundle.json')) as unknown as {
      requests: { job_type_status: string }[];
    };
    expect(bundle.requests.filter(({ job_type_status }) => job_type_status === 'available')).to.have.lengthOf(
      1,
    );

    const untouched = contentsOf(out);
    const down = growth(analyzeArgs(INPUTS, out, '--catalog', address));
    expect(down.status).to.equal(5);
    expect(down.stderr).to.include('[catalog_unavailable]');
    expect(contentsOf(out)).to.deep.equal(untouched);
  });

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`ends with ${code} on ${signal}, the output untouched`, async function () {
      this.timeout(120_000);
      const out = folderWith({ 'report.json': 'old' });
      const endsAfter = async (milliseconds: number) => {
        const child = spawn(process.execPath, [
          path.join(ROOT, 'bin/run.js'),
          ...analyzeArgs('-', out, '--root', FIXTURES),
        ]);
        // It waits for standard input, which never ends.
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        child.kill(signal);
        return new Promise((resolve) => child.on('close', resolve));
      };
      let exitCode: unknown = null;
      // Null is a process that had not come so far as to listen to signals: on a busy machine it takes longer.
      for (let wait = 1500; exitCode === null && wait < 50_000; wait *= 3) exitCode = await endsAfter(wait);
      expect(exitCode).to.equal(code);
      expect(contentsOf(out)).to.deep.equal({ 'report.json': 'old' });
    });
  }
});

const page = (head: string) =>
  `<!doctype html><html lang="en"><head>${head}<meta name="description" content="A description"></head><body><h1>H</h1></body></html>`;

describe('a mistake of the user', () => {
  const scan = { seo_scan: { source_path: 'site' } };
  const site = { 'site/index.html': page('<title>A title</title>') };
  interface Mistake {
    readonly what: string;
    readonly files?: Record<string, unknown>;
    readonly prepare?: (folder: string) => void;
    /** Flags instead of the usual ones. */
    readonly args?: (folder: string) => string[];
    readonly status: number;
    readonly code: string;
    readonly says: RegExp;
  }
  const usual = (folder: string, ...more: string[]) =>
    analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'out'), ...more);
  const withFlag = (args: string[], flag: string, value: string) =>
    args.map((arg, index) => (args[index - 1] === flag ? value : arg));
  const mistakes: Mistake[] = [
    {
      what: 'an unknown command',
      args: () => ['analize'],
      status: 2,
      code: 'command_unknown',
      says: /Did you mean "growth analyze"/,
    },
    {
      what: 'an unknown subcommand',
      args: () => ['runners', 'descripe'],
      status: 2,
      code: 'command_unknown',
      says: /Did you mean "growth runners describe"/,
    },
    {
      what: 'an unknown flag',
      args: (folder) => usual(folder, '--bogus'),
      status: 2,
      code: 'usage_invalid',
      says: /--bogus/,
    },
    {
      what: 'a missing flag',
      args: () => ['analyze', '--inputs', 'x'],
      status: 2,
      code: 'usage_invalid',
      says: /Missing required flag tenant/,
    },
    {
      what: 'a malformed tenant',
      args: (folder) => withFlag(usual(folder), '--tenant', 'Acme Inc'),
      status: 2,
      code: 'usage_invalid',
      says: /--tenant: must be 1 to 64 characters/,
    },
    {
      what: 'a trace with a blank',
      args: (folder) => withFlag(usual(folder), '--trace', 'a b'),
      status: 2,
      code: 'usage_invalid',
      says: /--trace: must be 1 to 128/,
    },
    {
      what: 'a malformed thread count',
      args: (folder) => usual(folder, '--threads', '0'),
      status: 2,
      code: 'usage_invalid',
      says: /--threads must be a whole number/,
    },
    {
      what: 'an unknown gate',
      args: (folder) => usual(folder, '--fail-on', 'all'),
      status: 2,
      code: 'usage_invalid',
      says: /critical, warning, info, never/,
    },
    {
      what: 'standard input without a root',
      args: (folder) => analyzeArgs('-', path.join(folder, 'out')),
      status: 2,
      code: 'usage_invalid',
      says: /--root/,
    },
    {
      what: 'an e-mail address as trace',
      args: (folder) => withFlag(usual(folder), '--trace', ['jane', 'mail.example'].join('@')),
      status: 2,
      code: 'flag_sensitive',
      says: /--trace holds sensitive data \(email\)/,
    },
    {
      what: 'a missing inputs file',
      args: (folder) => analyzeArgs(path.join(folder, 'gone.json'), path.join(folder, 'out')),
      status: 3,
      code: 'inputs_unreadable',
      says: /"gone\.json" does not exist/,
    },
    {
      what: 'malformed inputs',
      files: { 'inputs.json': '{\n "seo_scan": {,}\n}' },
      status: 3,
      code: 'inputs_malformed',
      says: /inputs\.json:2:\d+: not valid JSON/,
    },
    {
      what: 'inputs too large',
      files: { 'inputs.json': ' '.repeat(17 * 1024 * 1024) },
      status: 3,
      code: 'inputs_too_large',
      says: /16 MiB/,
    },
    {
      what: 'an unknown key',
      files: { 'inputs.json': { ...scan, seo_scann: {} } },
      status: 3,
      code: 'inputs_invalid',
      says: /\/seo_scann: unknown key "seo_scann"; did you mean "seo_scan"\?/,
    },
    {
      what: 'no analysis section',
      files: { 'inputs.json': {} },
      status: 3,
      code: 'inputs_invalid',
      says: /needs at least one of seo_scan/,
    },
    {
      what: 'another tenant',
      files: {
        'inputs.json': {
          ...scan,
          events: (readJson(INPUTS)['events'] as object[]).map((one) => ({ ...one, tenant_id: 'other' })),
        },
      },
      status: 3,
      code: 'tenant_mismatch',
      says: /\/events\/0\/tenant_id: is "other", --tenant is "acme"/,
    },
    {
      what: 'a path outside the root',
      files: { 'inputs.json': { seo_scan: { source_path: '../site' } } },
      status: 3,
      code: 'path_outside_root',
      says: /climbs out of the root/,
    },
    {
      what: 'a link out of the root',
      prepare: (folder) => symlinkSync('/', path.join(folder, 'link')),
      files: { 'inputs.json': { seo_scan: { source_path: 'link' } } },
      status: 3,
      code: 'path_outside_root',
      says: /link that leads out/,
    },
    {
      what: 'a missing site',
      args: (folder) =>
        analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'out'), '--root', ROOT),
      status: 3,
      code: 'path_not_found',
      says: /\/seo_scan\/source_path: "site" does not exist below the root/,
    },
    {
      what: 'a site that is a file',
      files: { 'inputs.json': { seo_scan: { source_path: 'inputs.json' } } },
      status: 3,
      code: 'path_wrong_kind',
      says: /is not a folder/,
    },
    {
      what: 'a site without pages',
      files: { 'inputs.json': { seo_scan: { source_path: 'empty' } }, 'empty/readme.txt': 'x' },
      status: 3,
      code: 'site_empty',
      says: /holds no HTML page/,
    },
    {
      what: 'a broken events file',
      files: {
        'inputs.json': { funnel_analysis: { events_path: 'e.json', steps: ['a', 'b'] } },
        'e.json': '[{]',
      },
      status: 3,
      code: 'events_unreadable',
      says: /"e\.json" cannot be read as events/,
    },
    {
      what: 'a missing profile',
      files: { 'inputs.json': { content_draft: { profile: 'acme', content_type: 'title_tag', goal: 'g' } } },
      status: 3,
      code: 'profile_missing',
      says: /no profile "acme" in profiles\/; there are base/,
    },
    {
      what: 'a missing root',
      args: (folder) => usual(folder, '--root', path.join(folder, 'gone')),
      status: 3,
      code: 'root_invalid',
      says: /--root does not name an existing folder/,
    },
    {
      what: 'an unreadable catalog',
      args: (folder) => usual(folder, '--catalog', path.join(folder, 'gone.json')),
      status: 3,
      code: 'catalog_unreadable',
      says: /the catalog file does not exist/,
    },
    {
      what: 'an output folder that is a file',
      args: (folder) => analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'inputs.json')),
      status: 4,
      code: 'output_unwritable',
      says: /it is, or lies below, a file/,
    },
    {
      what: 'an output folder below a file',
      args: (folder) =>
        analyzeArgs(path.join(folder, 'inputs.json'), path.join(folder, 'inputs.json', 'out')),
      status: 4,
      code: 'output_unwritable',
      says: /lies below, a file/,
    },
    {
      what: 'an output folder in use',
      prepare: (folder) =>
        mkdirSync(path.join(folder, 'out', '.growth.lock', '1-1-0123456789ab-01234567'), { recursive: true }),
      status: 4,
      code: 'output_locked',
      says: /another run/,
    },
    {
      what: 'an unreachable catalog',
      args: (folder) => usual(folder, '--catalog', 'http://127.0.0.1:9/catalog'),
      status: 5,
      code: 'catalog_unavailable',
      says: /no connection/,
    },
  ];
  for (const { what, files, prepare, args, status, code, says } of mistakes) {
    it(`(${what}) ends with ${status} ${code}, says what to do, and leaves --out as it was`, () => {
      const present = { 'inputs.json': scan, ...site, ...files };
      const folder = folderWith({ 'out/report.json': 'old', 'out/request-bundle.json': 'old', ...present });
      prepare?.(folder);
      const before = contentsOf(path.join(folder, 'out'));
      const given = args?.(folder) ?? usual(folder);
      const text = growth(given);
      expect([text.status, text.stdout]).to.deep.equal([status, '']);
      expect(text.stderr).to.include(`[${code}]`).and.to.match(says);
      expect(text.stderr).to.include('Hint: ');
      expect(text.stderr).to.not.match(/^\s+at .*\.js/m);
      expect(text.stderr).to.not.include(folder);
      const json = growth([...given, '--json']);
      const envelope = JSON.parse(json.stdout) as { error: Record<string, unknown> };
      expect(json.status).to.equal(status);
      expect(envelope.error).to.include({ code });
      expect(envelope.error).to.have.all.keys('code', 'message', 'hint', 'details');
      expect(contentsOf(path.join(folder, 'out'))).to.deep.equal(before);
    });
  }

  it('creates no output folder when it fails', () => {
    const folder = folderWith({ 'inputs.json': scan });
    expect(growth(usual(folder)).status).to.equal(3);
    expect(existsSync(path.join(folder, 'out'))).to.equal(false);
  });

  it('redacts what an error repeats of the inputs', () => {
    const mail = ['jane.doe', 'mail.example'].join('@');
    const folder = folderWith({ 'inputs.json': { seo_scan: { source_path: 'site', [mail]: 1 } } });
    for (const more of [[], ['--json']]) {
      const { stdout, stderr } = growth(usual(folder, ...more));
      expect(stdout + stderr)
        .to.include('[redacted:email]')
        .and.to.not.include(mail);
    }
  });

  it('ends with 4 where the folder cannot be written', () => {
    // Root may write everywhere; then the kernel's own read-only folder serves.
    const isRoot = process.getuid?.() === 0;
    const folder = folderWith({ 'inputs.json': scan, ...site });
    mkdirSync(path.join(folder, 'out'));
    chmodSync(path.join(folder, 'out'), 0o500);
    const out = isRoot ? '/proc/self/growth-output' : path.join(folder, 'out');
    const { status, stderr } = growth(analyzeArgs(path.join(folder, 'inputs.json'), out));
    expect(status).to.equal(4);
    expect(stderr).to.match(/\[output_unwritable\].*cannot be written: \w+/);
  });

  it('answers a bug with one line, exit 70 and no stack, and gives the stack with DEBUG', () => {
    const folder = folderWith({
      'inputs.json': scan,
      ...site,
      // A bug made to order: hashing fails.
      'bug.mjs': "String.prototype.isWellFormed = () => { throw new TypeError('boom'); };",
    });
    const nodeArgs = ['--import', path.join(folder, 'bug.mjs')];
    const { status, stderr } = growth(usual(folder), { nodeArgs });
    expect(status).to.equal(70);
    expect(stderr).to.match(/^Error \[internal_error\]: growth has a bug: boom$/m);
    expect(stderr).to.not.match(/^\s+at /m);
    expect(growth(usual(folder), { nodeArgs, env: { DEBUG: 'x' } }).stderr).to.match(/^\s+at /m);
    expect(existsSync(path.join(folder, 'out'))).to.equal(false);
  });
});
