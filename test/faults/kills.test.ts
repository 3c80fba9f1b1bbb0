import { expect } from 'chai';
import { contentsOf, folderWith } from '../support/growth.js';
import { documents } from './documents.mjs';
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
import { ended, inPairs, startWriting } from './processes.js';

/** How many processes each test kills. */
const RUNS = Number(process.env['GROWTH_FAULT_RUNS'] ?? 40);

describe('a process that is killed while it writes', function () {
  this.timeout(60_000 + RUNS * 2000);
  let from: readonly Start[] = [];

  before(async () => {
    from = await starts();
  });

  it('leaves the old set before the commit, mixes nothing after it, and the next run clears up', async () => {
    const kills = from.flatMap((start) => {
      const calls = callsOfRun(startingFrom(start));
      return calls.map((_, index) => ({ start, call: index + 1, commit: commitOf(calls) }));
    });
    const every = Math.max(1, Math.floor(kills.length / RUNS));
    const some = kills.filter((_, index) => index % every === 0);
    await inPairs(some, async ({ start, call, commit }) => {
      const folder = startingFrom(start);
      const { signal } = await ended(startWriting(folder, 'new', { plan: { folder, call, fault: 'kill' } }));
      const what = `call ${call}, ${start.what}`;
      expect(signal, what).to.equal('SIGKILL');
      expectNothingMixed(folder, start);
      if (call <= commit) expect(visible(folder), what).to.deep.equal(start.files ?? {});
      expectNextRunToMend(folder, start);
    });
    process.stdout.write(`      ${some.length} faults: processes killed at a call\n`);
  });

  it('mixes nothing at a random instant', async () => {
    const bytes = 200_000;
    const whole = { old: documents('old', bytes), new: documents('new', bytes) };
    const { output } = await ended(startWriting(folderWith({}), 'new', { bytes }));
    const duration = Number.parseFloat(output);
    expect(duration).to.be.greaterThan(0);
    const outcomes = { old: 0, new: 0, 'no bundle': 0 };
    await inPairs(Array.from({ length: RUNS }), async () => {
      const folder = folderWith(Object.fromEntries(whole.old));
      await ended(startWriting(folder, 'new', { bytes, killAfter: Math.random() * 1.1 * duration }));
      const own = new Map(Object.entries(contentsOf(folder)).filter(([file]) => !file.startsWith('.growth')));
      const name = own.get('request-bundle.json')?.startsWith('old') === true ? 'old' : 'new';
      const isWhole = own.has('request-bundle.json');
      outcomes[isWhole ? name : 'no bundle'] += 1;
      if (isWhole) expect([...own.keys()].sort()).to.deep.equal([...whole[name].keys()].sort());
      for (const [file, text] of own) {
        const texts: (string | undefined)[] = (isWhole ? [whole[name]] : Object.values(whole)).map((set) =>
          set.get(file),
        );
        // Not expect(texts): it would print megabytes.
        expect(texts.includes(text), `${file} is not whole`).to.equal(true);
      }
    });
    process.stdout.write(
      `      ${RUNS} faults: processes killed at random, left ${JSON.stringify(outcomes)}\n`,
    );
  });
});
