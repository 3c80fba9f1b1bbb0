import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { contentsOf } from '../support/growth.js';
import { documents } from './documents.mjs';
import {
  type Start,
  expectNextRunToMend,
  expectNothingMixed,
  startingFrom,
  starts,
} from './output-folder.js';
import { ended, startWriting } from './processes.js';

const ROUNDS = Math.ceil(Number(process.env['GROWTH_FAULT_RUNS'] ?? 40) / 8);

describe('several runs that write to one folder at once', function () {
  this.timeout(60_000 + ROUNDS * 20_000);
  let from: readonly Start[] = [];

  before(async () => {
    from = await starts();
  });

  it('end with a whole set of one of them, or of the run before, and the others are told to wait', async () => {
    let runs = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = from[round % from.length]!;
      const folder = startingFrom(start);
      const count = 2 + (round % 7);
      const all = await Promise.all(
        Array.from({ length: count }, () => ended(startWriting(folder, 'new', { bytes: 200_000 }))),
      );
      runs += count;
      for (const { status, output } of all) {
        expect(status, output).to.be.oneOf([0, 4]);
        if (status === 4) expect(output).to.include('output_locked');
      }
      expect(all.map(({ status }) => status)).to.include(0);
      const own = Object.fromEntries(documents('new', 200_000));
      expect(contentsOf(folder)).to.include(own);
      expect(
        readdirSync(folder).filter((name) => name.startsWith('.growth') && name !== '.growth-staging-mine'),
      ).to.deep.equal([]);
    }
    process.stdout.write(`      ${runs} runs at once to ${ROUNDS} folders\n`);
  });

  it('mix nothing when some are killed', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = from[round % from.length]!;
      const folder = startingFrom(start);
      const kill = () => ({ plan: { folder, call: 5 + Math.floor(Math.random() * 70), fault: 'kill' } });
      await Promise.all([kill(), kill(), {}, {}].map((how) => ended(startWriting(folder, 'new', how))));
      expectNothingMixed(folder, start);
      expectNextRunToMend(folder, start);
    }
    process.stdout.write(`      ${2 * ROUNDS} faults: processes killed beside others\n`);
  });
});
