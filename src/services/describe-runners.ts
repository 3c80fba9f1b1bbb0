import type { RunnerMaturity } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import { didYouMean } from '../inputs/problems.js';
import { maturityOf } from '../jobforge/maturity.js';
import { type RunnerRegistry, findRunner } from '../runners/registry.js';
import { type Runner, jobTypeOf } from '../runners/runner.js';

/** @throws GrowthError `runner_unknown` with the nearest name */
export function describeRunner(name: string, runners: RunnerRegistry): Runner {
  const runner = findRunner(name, runners);
  if (runner !== undefined) return runner;
  const names = runners.flatMap((known) => [known.name, jobTypeOf(known)]);
  const nearest = didYouMean(name, names);
  throw new GrowthError(
    'runner_unknown',
    `there is no runner "${name}"${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
    { hint: `Runners: ${runners.map((known) => known.name).join(', ')}.` },
  );
}

/** The runners as the maturity report has them. */
export function maturityEntries(runners: RunnerRegistry): RunnerMaturity[] {
  return runners.map(maturityOf);
}
