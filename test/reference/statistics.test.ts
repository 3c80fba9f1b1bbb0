import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { compareRates, differenceInterval } from '../../src/experiments/comparison.js';
import { normalQuantile, normalUpperTail } from '../../src/experiments/normal.js';
import { sampleRatioTest } from '../../src/experiments/sample-ratio.js';
import {
  type TestDesign,
  detectableEffect,
  detectionProbability,
  sampleSize,
} from '../../src/experiments/sample-size.js';
import { wilson95, wilsonInterval } from '../../src/funnel/statistics.js';

/** The columns of a row; a number that a kind does not have is refused. */
type Row = (column: number) => number;
type Results = readonly (number | null)[];

const [version = '', , ...lines] = readFileSync(path.join(import.meta.dirname, 'statistics.csv'), 'utf8')
  .trimEnd()
  .split('\n');
const rows = lines.map((line) => {
  const [kind = '', ...cells] = line.split(',');
  const column: Row = (index) => {
    const cell = cells[index];
    if (cell === undefined || cell === '') throw new Error(`no column ${index} in ${line}`);
    return Number(cell);
  };
  const results = cells.slice(8).flatMap((cell) => (cell === '' ? [] : [Number(cell)]));
  return { line, kind, column, results };
});

const design = (
  alpha: number,
  power: number,
  sides: number,
  variants: number,
  ratio: number,
): TestDesign => ({
  alpha,
  power,
  sides: sides === 1 ? 1 : 2,
  variants,
  ratio,
});
const twoSided = (level: number) => normalQuantile((1 + level) / 2);
const groups = (row: Row) =>
  [
    { conversions: row(0), users: row(1) },
    { conversions: row(2), users: row(3) },
  ] as const;

/** What growth says for a row of each kind. */
const KINDS: Record<string, (row: Row) => Results> = {
  qnorm: (row) => [normalQuantile(row(0))],
  upper_tail: (row) => [normalUpperTail(row(0))],
  sample_size: (row) => {
    const size = sampleSize(row(0), row(1), design(row(2), row(3), row(4), row(5), row(6)));
    return [size?.control ?? null, size?.treatment ?? null, size?.total ?? null];
  },
  power: (row) => [detectionProbability(row(0), row(1), row(2), design(row(3), 0.8, row(4), 2, 1))],
  mde: (row) => {
    const planned = design(row(2), row(3), row(4), row(5), row(6));
    return [detectableEffect(row(0), row(1) * (1 + (planned.variants - 1) * planned.ratio), planned)];
  },
  wilson: (row) =>
    row(2) === 0.95
      ? [...(wilson95(row(0), row(1)) ?? [])]
      : [...wilsonInterval(row(0), row(1), twoSided(row(2)))],
  z_test: (row) => {
    const comparison = compareRates(...groups(row));
    return [comparison?.z ?? null, comparison?.p ?? null];
  },
  too_little: (row) => [compareRates(...groups(row)) === null ? row(8) : null],
  newcombe: (row) => [...differenceInterval(...groups(row), twoSided(row(4)))],
  sample_ratio: (row) => {
    const users = Array.from({ length: row(1) }, (_, variant) => row(2 + variant));
    const { chiSquared, p } = sampleRatioTest(users, row(0));
    return [chiSquared, p];
  },
};

describe('statistics against R', () => {
  it('has at least 150 rows, and says which R made them', () => {
    expect(rows).to.have.length.of.at.least(150);
    expect(version).to.match(/^# R version \d+\.\d+\.\d+/);
    expect(new Set(rows.map(({ kind }) => kind))).to.deep.equal(new Set(Object.keys(KINDS)));
  });

  for (const [kind, compute] of Object.entries(KINDS)) {
    const ofKind = rows.filter((row) => row.kind === kind);
    it(`agrees on ${kind} in all ${ofKind.length} rows`, () => {
      expect(ofKind).to.not.have.lengthOf(0);
      for (const { line, column, results } of ofKind) {
        const computed = compute(column);
        expect(computed, line).to.have.lengthOf(results.length);
        for (const [index, expected] of results.entries()) {
          if (kind === 'sample_size') expect(computed[index], line).to.equal(expected);
          else
            expect(distance(computed[index] ?? null, expected), line).to.be.lessThan(TOLERANCE[kind] ?? 1e-6);
        }
      }
    });
  }
});

const TOLERANCE: Record<string, number> = { qnorm: 1e-9, upper_tail: 1e-9 };

/** Relative; absolute only where zero was computed on either side. */
function distance(computed: number | null, expected: number): number {
  if (computed === null) return Infinity;
  const difference = Math.abs(computed - expected);
  return Math.abs(expected) < 1e-12 && difference < 1e-12 && Math.abs(computed) < 1e-12
    ? difference
    : difference / Math.abs(expected);
}
