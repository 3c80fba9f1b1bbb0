import { expect } from 'chai';
import { TARGETS } from './targets/index.js';
import type { FuzzFigures, Target } from './target.js';

/** `pnpm fuzz` sets these (scripts/fuzz.mjs); without them each target has about a second. */
const { GROWTH_FUZZ_RUNS: RUNS, GROWTH_FUZZ_SECONDS: SECONDS } = process.env;
/** Those of a failure, as it prints them: the same cases again. */
const { GROWTH_FUZZ_SEED: SEED, GROWTH_FUZZ_PATH: PATH } = process.env;
const isLong = RUNS !== undefined || SECONDS !== undefined;

describe('fuzzing', function () {
  this.timeout(isLong ? 0 : 60_000);

  for (const target of TARGETS) {
    const { base, perKiB } = target.bound;
    it(`${target.name}: within ${base} ms + ${perKiB} ms a KiB, no error but the user's, the same twice`, async () => {
      const figures = await target.fuzz({
        runs: runsOf(target),
        seconds: SECONDS === undefined ? undefined : Number(SECONDS),
        seed: SEED === undefined ? undefined : Number(SEED),
        path: PATH,
      });
      expect(figures.cases, 'cases that were tried').to.be.greaterThan(0);
      if (isLong) process.stdout.write(`${line(target, figures)}\n`);
    });
  }
});

function runsOf({ shortRuns }: Target): number {
  if (RUNS !== undefined) return Number(RUNS);
  return SECONDS === undefined ? shortRuns : Number.MAX_SAFE_INTEGER;
}

function line({ name }: Target, { cases, refused, seconds, slowestMs, largestBytes }: FuzzFigures): string {
  return `${name}: ${cases} cases in ${seconds.toFixed(0)} s, ${refused} refused, slowest ${slowestMs.toFixed(0)} ms, largest ${largestBytes} bytes`;
}
