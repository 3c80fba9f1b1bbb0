/**
 * Long searches for inputs that break growth: `pnpm fuzz [TARGET] [RUNS|SECONDS]`.
 *
 * TARGET is a name of test/fuzz/targets, `whole-runs` (the command line on mutated folders), `forged-report`,
 * `funnel-oracle` (disagreement with second implementations), or `all`, which is the default. RUNS is a number of
 * cases; with an `s` behind it (`60s`) it is a time, for each target and for whole runs. A failure prints its seed and path, which
 * GROWTH_FUZZ_SEED and GROWTH_FUZZ_PATH take.
 */
import { spawnSync } from 'node:child_process';
import { setUp } from './setup.mjs';

const DEFAULT_RUNS = '10000';
/** A history takes a tenth of a millisecond, a whole run a second. */
const OWN_RUNS = { 'funnel-oracle': '1000000', 'whole-runs': '1000', 'forged-report': '1000' };
const FILES = {
  'funnel-oracle': 'test/oracle/funnel/counting.test.ts',
  'whole-runs': 'test/fuzz/whole-runs.test.ts',
  'forged-report': 'test/fuzz/forged-report.test.ts',
};

const UNTIMED = ['funnel-oracle', 'forged-report'];

const [target = 'all', amount] = process.argv.slice(2);
if (amount !== undefined && !/^[1-9]\d*s?$/.test(amount)) {
  console.error(`"${amount}" is no number of cases and no time such as 60s`);
  process.exit(2);
}
setUp();
if (amount?.endsWith('s') && UNTIMED.includes(target)) {
  console.error(`${target} takes a number of cases, no time`);
  process.exit(2);
}
const targets = target === 'all' ? ['', ...Object.keys(FILES)] : [target];
process.exitCode = targets.map(run).find((status) => status !== 0) ?? 0;

/** @param name '' for all targets of test/fuzz/targets */
function run(name) {
  const file = FILES[name] ?? 'test/fuzz/targets.test.ts';
  const given = amount?.endsWith('s') && UNTIMED.includes(name) ? undefined : amount;
  const wanted = given ?? OWN_RUNS[name] ?? DEFAULT_RUNS;
  const limit = wanted.endsWith('s')
    ? { GROWTH_FUZZ_SECONDS: wanted.slice(0, -1) }
    : { GROWTH_FUZZ_RUNS: wanted };
  const only = FILES[name] === undefined && name !== '' ? ['--grep', `fuzzing ${name}:`] : [];
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--import=tsx', '--no-experimental-require-module', 'node_modules/mocha/bin/mocha.js'],
      ...['--no-config', '--require', './test/support/setup.ts', '--fail-zero', ...only, file],
    ],
    { stdio: 'inherit', env: { ...process.env, ...limit } },
  );
  return status ?? 1;
}
