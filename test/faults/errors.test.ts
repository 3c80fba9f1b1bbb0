import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { GrowthError } from '../../src/errors.js';
import { writeOutputSet } from '../../src/output/writer.js';
import { documents } from './documents.mjs';
import { type Plan, arm } from './failpoint.mjs';
import {
  type Start,
  callsOfRun,
  commitOf,
  expectNextRunToMend,
  expectNothingMixed,
  startingFrom,
  starts,
  visible,
} from './output-folder.js';

const ONCE = ['EIO', 'ENOSPC', 'EPERM', 'ENOENT', 'EIO after', 'short'];
/** To the folder it is the same when a process is killed before a call, or in the middle of a write. */
const LASTING = ['EROFS', 'EIO', 'EIO half'];

/** One run with a fault in this process; a failure that no user could understand fails the test. */
function runWith(plan: Plan): GrowthError | undefined {
  const { disarm } = arm(plan);
  try {
    writeOutputSet(plan.folder, documents('new'));
    return undefined;
  } catch (error) {
    if (!(error instanceof GrowthError)) throw error;
    expect(error.code).to.match(/^output_/);
    return error;
  } finally {
    disarm();
  }
}

describe('an error of the file system while documents are written', function () {
  this.timeout(120_000);
  let faults = 0;
  let from: readonly Start[] = [];

  before(async () => {
    from = await starts();
  });

  /**
   * Each call of a run from each start, with a fault; what is true of it is checked after every one.
   *
   * @returns how many of the runs failed
   */
  const atEveryCall = (
    fault: string,
    isLasting: boolean,
    check: (folder: string, start: Start, error: GrowthError | undefined, isBeforeCommit: boolean) => void,
  ): number => {
    let failed = 0;
    for (const start of from) {
      const calls = callsOfRun(startingFrom(start));
      const commit = commitOf(calls);
      for (let call = 1; call <= calls.length; call += 1) {
        const folder = startingFrom(start);
        try {
          const error = runWith({ folder, call, fault, isLasting });
          if (error !== undefined) failed += 1;
          check(folder, start, error, call <= commit);
        } catch (error) {
          throw new Error(`${fault} at call ${call} of ${calls.length}, ${start.what}: ${String(error)}`, {
            cause: error,
          });
        }
        faults += 1;
      }
    }
    return failed;
  };

  after(() => {
    process.stdout.write(`      ${faults} faults: errors at every call\n`);
  });

  for (const fault of ONCE) {
    it(`(${fault}, once) leaves all as it was or all new, and nothing that the next run does not clear`, () => {
      const failed = atEveryCall(fault, false, (folder, start, error) => {
        expectNothingMixed(folder, start);
        const whole = error === undefined ? Object.fromEntries(documents('new')) : start.files;
        expect(visible(folder)).to.include(whole ?? {});
        if (start.files === undefined && error !== undefined) expect(visible(folder)).to.deep.equal({});
        expectNextRunToMend(folder, start);
      });
      // What fails after the success, while it cleans up, is no failure, and taking less at a time is none.
      if (fault === 'short') expect(failed).to.equal(0);
      else expect(failed).to.be.greaterThan(100);
    });
  }

  for (const fault of LASTING) {
    it(`(${fault}, from then on) leaves the old set before the commit, mixes nothing after it, and the next run mends all`, () => {
      atEveryCall(fault, true, (folder, start, _, isBeforeCommit) => {
        expectNothingMixed(folder, start);
        if (isBeforeCommit) expect(visible(folder)).to.deep.equal(start.files ?? {});
        expectNextRunToMend(folder, start);
      });
    });
  }

  it('(the folder is removed) leaves nothing, or a whole set in a new one', () => {
    atEveryCall('removed', false, (folder, _, error) => {
      const left = visible(folder);
      expect(left).to.deep.equal(
        error === undefined && existsSync(folder) ? Object.fromEntries(documents('new')) : {},
      );
      expectNextRunToMend(folder, { what: '', files: undefined });
    });
  });

  it('(another folder takes its place) touches nothing in that one, nor mixes what is in the old one', () => {
    atEveryCall('replaced', false, (folder, start, error) => {
      const moved = `${folder}-moved`;
      expectNothingMixed(moved, start);
      if (error !== undefined) expect(visible(folder)).to.deep.equal({ 'report.json': 'of somebody else' });
    });
  });
});
