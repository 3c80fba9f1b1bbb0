import { expect } from 'chai';
import { partitions } from '../../src/funnel/duckdb/partitions.js';
import { type HashedEvent, UserGroups } from '../../src/funnel/duckdb/user-groups.js';

const event = (upper: number, lower: number, time: number, segment: string | null = null): HashedEvent => ({
  upper,
  lower,
  time,
  steps: time + 1,
  segment,
});

function histories(events: readonly HashedEvent[]) {
  const told: { times: readonly number[]; steps: readonly number[]; segments: (string | null)[] }[] = [];
  const groups = new UserGroups(({ times, steps }, segmentOf) =>
    told.push({ times, steps, segments: times.map((_, index) => segmentOf(index)) }),
  );
  for (const each of events) groups.add(each);
  groups.end();
  return told;
}

describe('UserGroups', () => {
  it('cuts sorted events into the histories of users', () => {
    expect(histories([event(1, 7, 0, 'a'), event(1, 7, 5), event(2, 7, 3, 'b')])).to.deep.equal([
      { times: [0, 5], steps: [1, 6], segments: ['a', null] },
      { times: [3], steps: [4], segments: ['b'] },
    ]);
    expect(histories([])).to.deep.equal([]);
  });

  it('tells two users apart whose upper hashes are the same', () => {
    expect(histories([event(1, 7, 0, 'a'), event(1, 8, 1, 'b'), event(1, 7, 2, 'c')])).to.deep.equal([
      { times: [0, 2], steps: [1, 3], segments: ['a', 'c'] },
      { times: [1], steps: [2], segments: ['b'] },
    ]);
  });
});

describe('partitions', () => {
  /** The parts that a hash belongs to, by the conditions' own numbers. */
  const partsOf = (hash: bigint, rows: number) =>
    partitions('u', rows).filter((condition) => {
      const [from = '', to] = [...condition.matchAll(/\d+/g)].map(([digits]) => digits);
      return hash >= BigInt(from) && (to === undefined || hash < BigInt(to));
    });

  it('puts every hash into one part, and makes sixteen parts at most', () => {
    for (const rows of [0, 1, 3_999_999, 9_000_000, 1e12]) {
      for (const hash of [0n, 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n]) {
        expect(partsOf(hash, rows), `${hash} of ${rows}`).to.have.length(1);
      }
    }
    expect(partitions('u', 1)).to.deep.equal(['u >= 0']);
    expect(partitions('u', 1e12)).to.have.length(16);
  });
});
