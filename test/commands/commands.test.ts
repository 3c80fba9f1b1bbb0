import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '@oclif/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'chai';
import { ERROR_CODES } from '../../src/errors.js';
import { registry } from '../../src/runners/registry.js';
import { jobTypeOf } from '../../src/runners/runner.js';
import {
  FIXTURES,
  ROOT,
  contentsOf,
  folderWith,
  growth,
  readJson,
  temporaryFolder,
} from '../support/growth.js';

const run = (...args: string[]) => runCommand(args, { root: ROOT });

describe('growth runners describe', () => {
  it('lists the runners with action, cap and retries', async () => {
    const { stdout } = await run('runners', 'describe');
    for (const runner of registry) expect(stdout).to.include(jobTypeOf(runner));
    expect(stdout).to.match(/publish_content +yes +0\.50/);
  });

  it('describes one, by short name or job type', async () => {
    const short = await run('runners', 'describe', 'experiment_run');
    expect(short.stdout)
      .to.include('policy token required: have the policy owner')
      .and.to.include('"proposal_id"');
    expect((await run('runners', 'describe', 'autopilot.growth.experiment_run')).stdout).to.equal(
      short.stdout,
    );
  });

  it('prints docs/runners.md with --markdown', async () => {
    const { stdout } = await run('runners', 'describe', '--markdown');
    expect(stdout).to.equal(readFileSync(path.join(ROOT, 'docs', 'runners.md'), 'utf8'));
  });

  it('prints the maturity entries with --json', async () => {
    const { stdout } = await run('runners', 'describe', '--json');
    expect(JSON.parse(stdout)).to.deep.equal(
      readJson(path.join(FIXTURES, 'runner-maturity.json'))['runners'],
    );
  });

  it('suggests the nearest for an unknown one', () => {
    const { status, stderr } = growth(['runners', 'describe', 'seo_scam']);
    expect(status).to.equal(2);
    expect(stderr).to.include('did you mean seo_scan?');
  });
});

describe('growth rules describe', () => {
  it('lists the rules of the SEO scan, and describes one', async () => {
    const { stdout } = await run('rules', 'describe');
    expect(stdout).to.match(/^internal-link-broken +critical +Links to pages that do not exist$/m);
    const one = await run('rules', 'describe', 'title-too-long');
    expect(one.stdout)
      .to.include('Why: ')
      .and.to.include('Fix: ')
      .and.to.match(/Limits +\w+ \d/);
  });

  it('prints docs/seo-rules.md with --markdown, and every rule with --json', async () => {
    const { stdout } = await run('rules', 'describe', '--markdown');
    expect(stdout).to.equal(readFileSync(path.join(ROOT, 'docs', 'seo-rules.md'), 'utf8'));
    const rules = JSON.parse((await run('rules', 'describe', '--json')).stdout) as { id: string }[];
    expect(rules).to.have.length.above(100);
    expect(rules[0]).to.have.all.keys('id', 'severity', 'title', 'meaning', 'why', 'fix', 'source', 'limits');
  });

  it('suggests the nearest for an unknown one', () => {
    const { status, stderr } = growth(['rules', 'describe', 'title-mising']);
    expect(status).to.equal(2);
    expect(stderr).to.include('did you mean title-missing');
  });
});

describe('growth help', () => {
  it('shows caps and action markers of the registry for analyze and for the topic', () => {
    for (const args of [
      ['analyze', '--help'],
      ['help', 'runners'],
      ['help', 'analyze'],
      ['runners', '--help'],
    ]) {
      const { status, stdout } = growth(args);
      expect(status).to.equal(0);
      for (const runner of registry) expect(stdout).to.include(jobTypeOf(runner));
      expect(stdout).to.include('Actions need a policy token');
    }
  });

  it('describes and exemplifies every command and flag', () => {
    const { commands } = readJson(path.join(ROOT, 'oclif.manifest.json')) as unknown as {
      commands: Record<
        string,
        { summary?: string; examples?: unknown[]; flags: Record<string, { description?: string }> }
      >;
    };
    expect(Object.keys(commands).sort()).to.deep.equal([
      'analyze',
      'contracts:compat',
      'fixtures:export',
      'rules:describe',
      'runners:describe',
      'schemas:print',
    ]);
    for (const { summary, examples, flags } of Object.values(commands)) {
      expect(summary).to.be.a('string');
      expect(examples).to.have.length.greaterThan(1);
      for (const flag of Object.values(flags)) expect(flag.description).to.be.a('string');
    }
  });

  it('uses no colour off a terminal, and colour where it is forced', () => {
    const escape = '\u001b[';
    expect(growth(['runners', 'describe', 'x'], { env: { NO_COLOR: '1' } }).stderr).to.not.include(escape);
    expect(
      growth(['runners', 'describe', 'x'], { env: { NO_COLOR: undefined, FORCE_COLOR: '1' } }).stderr,
    ).to.include(escape);
  });
});

describe('growth schemas print', () => {
  const names = [
    'JobRequestBundle',
    'ReportEnvelope',
    'RunnerMaturityReport',
    'AnalyzeInputs',
    ...registry.map(jobTypeOf),
  ];
  const ajv = () => {
    const validator = new Ajv2020({ strict: true, allowUnionTypes: true });
    formats.default(validator);
    return validator;
  };

  for (const name of names) {
    it(`prints ${name} as a JSON Schema that ajv compiles in strict mode, every field described`, async () => {
      const { stdout } = await run('schemas', 'print', name);
      const schema = JSON.parse(stdout) as Record<string, unknown>;
      expect(schema).to.include({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: name });
      expect(schema['$id']).to.equal(`urn:growth:schema:2024-09-01:${name}`);
      expect(() => ajv().compile(schema)).to.not.throw();
      expect(undescribed(schema)).to.deep.equal([]);
    });
  }

  it('agrees with the golden documents and the sample inputs', async () => {
    const documents = {
      JobRequestBundle: 'request-bundle.json',
      ReportEnvelope: 'report.json',
      RunnerMaturityReport: 'runner-maturity.json',
      AnalyzeInputs: 'inputs.json',
    };
    for (const [name, file] of Object.entries(documents)) {
      const validate = ajv().compile(JSON.parse((await run('schemas', 'print', name)).stdout) as object);
      expect(validate(readJson(path.join(FIXTURES, file))), JSON.stringify(validate.errors)).to.equal(true);
      expect(validate({ ...readJson(path.join(FIXTURES, file)), unknown: 1 })).to.equal(false);
    }
  });

  it('lists the names, and writes one file a schema with --all', async () => {
    const { stdout } = await run('schemas', 'print', '--list');
    for (const name of names) expect(stdout).to.include(name);
    const out = temporaryFolder();
    await run('schemas', 'print', '--all', '--out', out);
    const written = contentsOf(out);
    expect(Object.keys(written).sort()).to.deep.equal(names.map((name) => `${name}.schema.json`).sort());
    expect(written['ReportEnvelope.schema.json']).to.equal(
      readFileSync(path.join(FIXTURES, 'schemas', 'ReportEnvelope.schema.json'), 'utf8'),
    );
  });

  const misuse: [string[], number, RegExp][] = [
    [[], 2, /which schema\?/],
    [['JobRequestBundl'], 2, /did you mean JobRequestBundle\?/],
    [['ReportEnvelope', '--list'], 2, /not several of them/],
    [['--all'], 2, /--out/],
    [['--all', '--out', path.join(ROOT, 'package.json')], 4, /output_unwritable/],
  ];
  for (const [args, status, says] of misuse) {
    it(`ends with ${status} for ${JSON.stringify(args.map((arg) => path.basename(arg)))}`, () => {
      const ended = growth(['schemas', 'print', ...args]);
      expect(ended.status).to.equal(status);
      expect(ended.stderr).to.match(says);
    });
  }
});

describe('growth contracts compat', () => {
  it('holds, in text and as JSON', function () {
    this.timeout(120_000);
    const text = growth(['contracts', 'compat']);
    expect(text.status).to.equal(0);
    expect(text.stdout).to.match(/The contract holds: \d+ checks passed\./);
    for (const args of [['--format', 'json'], ['--json'], ['--json', '--format', 'json']]) {
      const { status, stdout } = growth(['contracts', 'compat', ...args]);
      expect(status).to.equal(0);
      expect(JSON.parse(stdout)).to.include({ ok: true });
    }
  });
});

describe('growth fixtures export', () => {
  it('finds the committed fixtures current', () => {
    const { status, stdout } = growth(['fixtures', 'export', '--check', '--json']);
    expect(status).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.equal({ current: true, changed: [], differences: [] });
  });

  it('writes the four documents elsewhere, the snapshots only when asked to', () => {
    const [plain, updated] = [temporaryFolder(), temporaryFolder()];
    expect(growth(['fixtures', 'export', '--out', plain]).status).to.equal(0);
    expect(Object.keys(contentsOf(plain))).to.have.lengthOf(4);
    expect(growth(['fixtures', 'export', '--out', updated, '--update-snapshots']).status).to.equal(0);
    const written = contentsOf(updated);
    expect(written['canonical-hashes.json']).to.equal(
      readFileSync(path.join(FIXTURES, 'canonical-hashes.json'), 'utf8'),
    );
    expect(Object.keys(written).filter((file) => file.startsWith('schemas'))).to.have.lengthOf(9);
  });

  it('does not let --check be mixed with writing', () => {
    expect(growth(['fixtures', 'export', '--check', '--update-snapshots']).status).to.equal(2);
  });
});

describe('what a command loads', () => {
  /** The packages of which a command loads a module. */
  function packagesOf(args: readonly string[], input = ''): Set<string> {
    const list = path.join(temporaryFolder(), 'modules');
    const preload = path.join(import.meta.dirname, '..', 'support', 'list-modules.mjs');
    const { status } = growth(args, {
      input,
      nodeArgs: ['--import', preload],
      env: { LIST_MODULES_TO: list },
    });
    expect(status).to.equal(0);
    const files = readFileSync(list, 'utf8').matchAll(
      /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/g,
    );
    return new Set([...files].map(([, name = '']) => name));
  }

  const HEAVY = ['@duckdb/node-api', '@clickhouse/client', 'htmlparser2', 'yaml', 'p-retry'];
  const light: [string, string[], string[]][] = [
    ['--version', ['--version'], [...HEAVY, 'zod', '@secretlint/core']],
    ['runners describe', ['runners', 'describe'], [...HEAVY, '@secretlint/core']],
    ['schemas print', ['schemas', 'print', '--list'], [...HEAVY, '@secretlint/core']],
  ];
  for (const [what, args, absent] of light) {
    it(`${what} loads no engine, parser, YAML or detector that it does not use`, () => {
      const loaded = packagesOf(args);
      expect([...loaded]).to.include('@oclif/core');
      expect(absent.filter((name) => loaded.has(name))).to.deep.equal([]);
    });
  }

  it('analyze loads DuckDB only for a funnel of more than small NDJSON, the client of ClickHouse only for a table, the HTML parser only for a site or content, YAML only for profiles', () => {
    const ids = ['--tenant', 'acme', '--project', 'p', '--trace', 't', '--out', temporaryFolder()];
    const loadedBy = (inputs: object, root = FIXTURES) => {
      const loaded = packagesOf(['analyze', '--inputs', '-', '--root', root, ...ids], JSON.stringify(inputs));
      return ['@duckdb/node-api', '@clickhouse/client', 'htmlparser2', 'yaml'].filter((name) =>
        loaded.has(name),
      );
    };
    expect(loadedBy({ seo_scan: { source_path: 'site' } })).to.deep.equal(['htmlparser2']);
    const funnelOf = (events_path: string) => ({
      funnel_analysis: { events_path, steps: ['pricing_viewed', 'signup_started'] },
    });
    expect(loadedBy(funnelOf('events.ndjson'))).to.deep.equal([]);
    const csv = folderWith({ 'events.csv': 'user_id,event_name,timestamp\nu,pricing_viewed,9\n' });
    expect(loadedBy(funnelOf('events.csv'), csv)).to.deep.equal(['@duckdb/node-api']);
    expect(
      loadedBy({ content_draft: { profile: 'lanternfish', content_type: 'title_tag', goal: 'g' } }),
    ).to.deep.equal(['htmlparser2', 'yaml']);
  });
});

describe('docs/errors.md', () => {
  it('lists every error code', () => {
    const page = readFileSync(path.join(ROOT, 'docs', 'errors.md'), 'utf8');
    for (const code of Object.keys(ERROR_CODES)) expect(page).to.include(`| \`${code}\` |`);
  });
});

/** Pointers of properties without a description, anywhere in a schema. */
function undescribed(schema: unknown, pointer = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Record<string, unknown>;
  const own = Object.entries((node['properties'] ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([name, property]) => [
      ...(property['description'] === undefined ? [`${pointer}/${name}`] : []),
      ...undescribed(property, `${pointer}/${name}`),
    ],
  );
  const inner = ['items', 'anyOf', 'oneOf'].flatMap((key) =>
    [node[key] ?? []].flat().flatMap((child, index) => undescribed(child, `${pointer}/${key}${index}`)),
  );
  return [...own, ...inner];
}
