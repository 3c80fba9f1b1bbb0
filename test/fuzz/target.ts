import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import fc from 'fast-check';
import { EXIT_CODES, GrowthError } from '../../src/errors.js';

/** Time that a case may take: so much at once, and so much for each KiB of its input, in milliseconds. */
export interface TimeBound {
  readonly base: number;
  readonly perKiB: number;
}

export interface TargetDeclaration<Input> {
  /** What is read, as `pnpm fuzz TARGET` names it. */
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  readonly bytesOf: (input: Input) => number;
  /** Reads the input and returns what came of it; a second reading has to give the same. */
  readonly read: (input: Input) => unknown;
  readonly bound: TimeBound;
  /** Cases in `npm test`: about a second. */
  readonly shortRuns: number;
  /** A case takes so long that a failed one is shown as it is, not made smaller. */
  readonly isSlow?: boolean;
}

export interface FuzzOptions {
  readonly runs: number;
  /** Ends after so many seconds, with fewer runs. */
  readonly seconds?: number | undefined;
  readonly seed?: number | undefined;
  /** Of a failed case, as fast-check prints it. */
  readonly path?: string | undefined;
}

export interface FuzzFigures {
  readonly cases: number;
  /** Ended in an error for the user, of which there are many kinds. */
  readonly refused: number;
  readonly seconds: number;
  readonly slowestMs: number;
  readonly largestBytes: number;
}

export interface Target {
  readonly name: string;
  readonly bound: TimeBound;
  readonly shortRuns: number;
  readonly fuzz: (options: FuzzOptions) => Promise<FuzzFigures>;
}

/**
 * A target holds when every case ends within its time, either with a result or with an error that is the
 * user's to mend (no other exception, none that would exit with 70), leaves objects' prototypes alone, and
 * ends the same way when it is read again.
 */
export function defineTarget<Input>(declaration: TargetDeclaration<Input>): Target {
  const { name, bound, shortRuns } = declaration;
  return { name, bound, shortRuns, fuzz: (options) => fuzz(declaration, options) };
}

async function fuzz<Input>(target: TargetDeclaration<Input>, options: FuzzOptions): Promise<FuzzFigures> {
  const figures = { cases: 0, refused: 0, slowestMs: 0, largestBytes: 0 };
  const started = performance.now();
  await fc.assert(
    fc.asyncProperty(target.inputs, async (input) => {
      const bytes = target.bytesOf(input);
      const { outcome, milliseconds } = await timed(target, input);
      expect(Object.keys(Object.prototype), 'keys that were added to every object').to.deep.equal([]);
      figures.cases += 1;
      figures.refused += outcome instanceof GrowthError ? 1 : 0;
      figures.slowestMs = Math.max(figures.slowestMs, milliseconds);
      figures.largestBytes = Math.max(figures.largestBytes, bytes);
      // Every eighth or so: a second reading costs as much as another case.
      if (bytes % 8 === 0) await assertRepeatable(target, input, outcome);
    }),
    {
      numRuns: options.runs,
      endOnFailure: target.isSlow === true,
      ...(options.seconds !== undefined && {
        interruptAfterTimeLimit: options.seconds * 1000,
        markInterruptAsFailure: false,
      }),
      ...(options.seed !== undefined && { seed: options.seed }),
      ...(options.path !== undefined && { path: options.path }),
    },
  );
  return { ...figures, seconds: (performance.now() - started) / 1000 };
}

/** A pause of the machine is no fault: what took too long is tried again, and its best time counts. */
async function timed<Input>(
  target: TargetDeclaration<Input>,
  input: Input,
): Promise<{ outcome: unknown; milliseconds: number }> {
  const limit = target.bound.base + (target.bound.perKiB * target.bytesOf(input)) / 1024;
  let best = Infinity;
  let outcome: unknown;
  for (let attempt = 0; attempt < 3 && best > limit; attempt++) {
    const started = performance.now();
    outcome = await outcomeOf(target, input);
    best = Math.min(best, performance.now() - started);
  }
  expect(best, `milliseconds for ${target.bytesOf(input)} bytes`).to.be.at.most(limit);
  return { outcome, milliseconds: best };
}

/** @throws whatever is not an error for the user */
async function outcomeOf<Input>({ read }: TargetDeclaration<Input>, input: Input): Promise<unknown> {
  try {
    return await read(input);
  } catch (error) {
    if (error instanceof GrowthError && error.exitCode !== EXIT_CODES.bug) return error;
    throw error;
  }
}

async function assertRepeatable<Input>(
  target: TargetDeclaration<Input>,
  input: Input,
  first: unknown,
): Promise<void> {
  const second = await outcomeOf(target, input);
  const isSame = isDeepStrictEqual(comparable(second), comparable(first));
  expect(isSame, 'the second reading gives the same as the first').to.equal(true);
}

/** Errors are compared by what users see of them. */
function comparable(outcome: unknown): unknown {
  if (!(outcome instanceof GrowthError)) return outcome;
  const { code, message, hint, details } = outcome;
  return { code, message, hint, details };
}
