import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { analyzeArgs, growth, temporaryFolder } from '../support/growth.js';
import { assertLogText } from '../support/log-text.js';
import { assertOutputDocuments } from '../support/output-documents.js';
import { type MutatedRun, mutatedRuns } from './mutated-folder.js';

/** `pnpm fuzz whole-runs` sets the first two, a failure names the others; see targets.test.ts. */
const {
  GROWTH_FUZZ_RUNS: RUNS,
  GROWTH_FUZZ_SECONDS: SECONDS,
  GROWTH_FUZZ_SEED: SEED,
  GROWTH_FUZZ_PATH: PATH,
} = process.env;
const SHORT_RUNS = 3;
const isLong = RUNS !== undefined || SECONDS !== undefined;

/** How a process ends that had a minute. */
const TIMED_OUT = 143;
/** Exit codes of an analysis: done, gate, usage, input, output, service. 70 would be a bug. */
const KNOWN_CODES = [0, 1, 2, 3, 4, 5];

describe('whole runs on mutated folders', function () {
  this.timeout(isLong ? 0 : 60_000);

  it('end with a known code, say nothing that directs a terminal, and write all of their files or none', async () => {
    const ended = new Map<number, number>();
    const started = performance.now();
    let slowestMs = 0;
    await fc.assert(
      fc.asyncProperty(mutatedRuns, (run) => {
        const { status, milliseconds } = assertRun(run);
        ended.set(status, (ended.get(status) ?? 0) + 1);
        slowestMs = Math.max(slowestMs, milliseconds);
        return Promise.resolve();
      }),
      {
        numRuns: RUNS === undefined ? (isLong ? Number.MAX_SAFE_INTEGER : SHORT_RUNS) : Number(RUNS),
        endOnFailure: true,
        ...(SECONDS !== undefined && {
          interruptAfterTimeLimit: Number(SECONDS) * 1000,
          markInterruptAsFailure: false,
        }),
        ...(SEED !== undefined && { seed: Number(SEED) }),
        ...(PATH !== undefined && { path: PATH }),
      },
    );
    if (isLong) {
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      const runs = [...ended.values()].reduce((sum, count) => sum + count, 0);
      const codes = [...ended].sort().map(([code, count]) => `${count} with ${code}`);
      process.stdout.write(
        `whole-runs: ${runs} runs in ${seconds} s, ended ${codes.join(', ')}; slowest ${slowestMs.toFixed(0)} ms\n`,
      );
    }
  });
});

function assertRun({ files, flags }: MutatedRun): { status: number; milliseconds: number } {
  const folder = path.join(temporaryFolder(), 'root');
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), bytes);
  }
  const out = path.join(folder, '..', 'out');
  const started = performance.now();
  const args = analyzeArgs('inputs.json', out, ...flags.flatMap(withValue));
  const first = growth(args, { cwd: folder });
  // On a busy machine a minute may be too short for a sound run, which is then ended; twice is no accident.
  const { status, stdout, stderr } = first.status === TIMED_OUT ? growth(args, { cwd: folder }) : first;
  const milliseconds = performance.now() - started;
  expect(KNOWN_CODES, `${stdout}\n${stderr}`).to.include(status);
  expect(stderr).to.not.match(/\n\s+at .+:\d+:\d+|Unhandled|unhandled|Warning: (?!the bundle is empty)|DEP0/);
  assertLogText(stdout, 'stdout');
  assertLogText(stderr, 'stderr');
  assertOutput(out, status ?? -1, flags.includes('--details'));
  rmSync(path.dirname(folder), { recursive: true });
  return { status: status ?? -1, milliseconds };
}

function withValue(flag: string): string[] {
  if (flag === '--catalog') return [flag, 'catalog.json'];
  return flag === '--fail-on' ? [flag, 'critical'] : [flag];
}

function assertOutput(out: string, status: number, hasDetails: boolean): void {
  const names = existsSync(out) ? readdirSync(out).sort() : [];
  if (status > 1) {
    expect(names).to.deep.equal([]);
    return;
  }
  const expected = ['report.json', 'report.md', 'request-bundle.json', 'runner-maturity.json'];
  expect(names).to.deep.equal(hasDetails ? ['findings.ndjson', ...expected] : expected);
  const texts = names.map((name): [string, string] => [name, readFileSync(path.join(out, name), 'utf8')]);
  assertOutputDocuments(new Map(texts));
}
