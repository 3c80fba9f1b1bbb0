/** A long search for disagreement with the oracles: `pnpm fuzz [RUNS]`, a million histories unless told. */
import { spawnSync } from 'node:child_process';

const [runs = '1000000'] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['--import=tsx', 'node_modules/mocha/bin/mocha.js', '--no-config', 'test/oracle/funnel/counting.test.ts'],
  { stdio: 'inherit', env: { ...process.env, GROWTH_FUZZ_RUNS: runs } },
);
process.exitCode = status ?? 1;
