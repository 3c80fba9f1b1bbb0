import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { describeError, errorText } from '../../src/cli/error-envelope.js';
import { STABLE_CREATED_AT, analyze } from '../../src/services/analyze.js';
import { analyzeArgs, contentsOf, folderWith, growth, temporaryFolder } from '../support/growth.js';
import { OWN_POSITIVES } from './labelled/index.js';
import type { Labelled } from './labelled/labelled.js';
import { FEW, filesWith, inputsWith, rowOf } from './planted-inputs.js';
import { REFUSED } from './planted-refusals.js';

/** As a reader or a program would read it: without blanks, Markdown's and HTML's escapes and those of addresses. */
function bare(text: string): string {
  const unescaped = text
    .replaceAll('\\', '')
    .replaceAll(/&(amp|lt|quot|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', quot: '"' })[name] ?? '>');
  return unescaped
    .replaceAll(/(?:%[\da-f]{2})+/gi, (escape) => Buffer.from(escape.replaceAll('%', ''), 'hex').toString())
    .replaceAll(/\s+/g, '');
}

/** Where a text holds planted data, with what stands around each. */
function leaksIn(name: string, text: string, rows: readonly Labelled[] = FEW): string[] {
  const read = bare(text);
  return rows.flatMap(({ kind, gone: [first = ''] }) => {
    const datum = bare(first);
    const at = read.indexOf(datum);
    return at < 0
      ? []
      : [`${name}: ${kind} in …${read.slice(Math.max(0, at - 60), at + datum.length + 20)}…`];
  });
}

/** The whole list in portions, since the fields of a profile hold 2,000 characters. */
const PORTIONS: readonly (readonly Labelled[])[] = OWN_POSITIVES.reduce<Labelled[][]>((portions, row) => {
  const last = portions.at(-1);
  if (last !== undefined && rowOf([...last, row]).length < 1_900) last.push(row);
  else portions.push([row]);
  return portions;
}, []);

const run = (inputs: string) =>
  analyze({
    inputs,
    tenant: 'acme',
    project: 'lanternfish',
    trace: 'fixtures',
    createdAt: STABLE_CREATED_AT,
    threads: 1,
    details: true,
  });

const TEXT = rowOf(FEW);
const INPUTS = inputsWith(TEXT);

describe('planted data', () => {
  let folder: string;
  before(() => {
    folder = folderWith({ 'inputs.json': INPUTS, ...filesWith(FEW) });
  });

  for (const flags of [['--details'], ['--details', '--json']]) {
    it(`are in no file, nor on stdout and stderr with ${flags.join(' ')}`, () => {
      const out = temporaryFolder();
      const { status, stdout, stderr } = growth(analyzeArgs(path.join(folder, 'inputs.json'), out, ...flags));
      expect(status, stderr).to.equal(0);
      const files = contentsOf(out);
      expect(Object.keys(files)).to.include.members(['findings.ndjson', 'report.md', 'request-bundle.json']);
      expect(JSON.parse(files['report.json'] ?? ''))
        .to.have.nested.property('summary.redactions.secret')
        .above(500);
      const written = [...Object.entries(files), ['stdout', stdout], ['stderr', stderr]] as const;
      expect(written.flatMap(([name, text]) => leaksIn(name, text))).to.deep.equal([]);
    });
  }

  for (const rows of PORTIONS) {
    it(`are in no file, whatever the labelled list holds (from "${rows[0]?.redacted.slice(0, 20) ?? ''}" on)`, async () => {
      const place = folderWith({ 'inputs.json': inputsWith(rowOf(rows)), ...filesWith(rows) });
      const { files } = await run(path.join(place, 'inputs.json'));
      expect([...files].flatMap(([name, text]) => leaksIn(name, text, rows))).to.deep.equal([]);
    });
  }

  it('stand in the input files, where this test finds them', () => {
    for (const file of [
      'inputs.json',
      'events.ndjson',
      'site/index.html',
      'post.md',
      'profiles/tally.yaml',
    ]) {
      const text = contentsOf(folder)[file] ?? '';
      expect(leaksIn(file, text).length, file).to.be.at.least(FEW.length - 1);
    }
    expect(leaksIn('names', readdirSync(path.join(folder, 'site')).join('\n')).length).to.be.at.least(6);
  });

  for (const [what, { inputs = INPUTS, files = {}, file = 'inputs.json' }] of Object.entries(REFUSED)) {
    it(`are in no error about ${what}`, async () => {
      const place = folderWith({ 'inputs.json': inputs, ...filesWith(FEW), ...files });
      const error = await run(path.join(place, file)).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof Error)) throw new Error(`${what} is no error`);
      const { envelope } = await describeError(error);
      expect(envelope.code).to.not.equal('internal_error');
      expect(leaksIn(what, errorText(envelope) + JSON.stringify(envelope))).to.deep.equal([]);
    });
  }

  it('are in no error about a command line', () => {
    const out = temporaryFolder();
    const inputs = path.join(folder, 'inputs.json');
    for (const args of [
      [TEXT],
      ['analyze', `--${TEXT}`],
      analyzeArgs(path.join(folder, TEXT.replaceAll('/', '_').slice(0, 200)), out),
      analyzeArgs(inputs, out, '--threads', TEXT, '--json'),
      analyzeArgs(
        inputs,
        out,
        '--catalog',
        `http://${['user', 'hunter2pass'].join(':')}@127.0.0.1:9/?password=zebra`,
      ),
    ]) {
      const { status, stdout, stderr } = growth(args);
      expect(status).to.be.oneOf([2, 3, 5]);
      expect(leaksIn(args.join(' ').slice(0, 60), stdout + stderr)).to.deep.equal([]);
      expect(stdout + stderr).to.not.match(/hunter2pass|zebra/);
    }
  });
});
