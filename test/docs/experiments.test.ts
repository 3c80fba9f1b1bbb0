import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { compareRates, differenceInterval } from '../../src/experiments/comparison.js';
import { enrolmentDays, maturityDays } from '../../src/experiments/duration.js';
import { expectedValue } from '../../src/experiments/expected-value.js';
import { normalQuantile } from '../../src/experiments/normal.js';
import { sampleRatioTest } from '../../src/experiments/sample-ratio.js';
import { type TestDesign, detectableEffect, sampleSize } from '../../src/experiments/sample-size.js';
import { ROOT } from '../support/growth.js';

type Cell = (column: string) => number;
const page = readFileSync(path.join(ROOT, 'docs/experiments.md'), 'utf8');

/** Rows of the table under a heading, each cell with its column's name. */
function tableUnder(heading: string): Record<string, string>[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const [head = [], , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

const designOf = (cell: Cell): TestDesign => ({
  alpha: cell('alpha'),
  power: cell('power'),
  sides: cell('sides') === 1 ? 1 : 2,
  variants: cell('variants'),
  ratio: cell('ratio'),
});
const constant = (value: number) => ({ low: value, mid: value, high: value });
const usual: TestDesign = { alpha: 0.05, power: 0.8, sides: 2, variants: 2, ratio: 1 };

/** By heading: the computed columns of a row. */
const EXAMPLES: Record<string, (cell: Cell) => Record<string, number | null | undefined>> = {
  'Sample size': (cell) => {
    const size = sampleSize(cell('p1'), cell('effect'), designOf(cell));
    return { control: size?.control, 'each treatment': size?.treatment, total: size?.total };
  },
  'Smallest detectable effect': (cell) => ({
    'detectable effect': detectableEffect(cell('p1'), cell('users in all'), designOf(cell)),
  }),
  Duration: (cell) => {
    const days = enrolmentDays(cell('users in all'), cell('eligible a day'), cell('allocation'));
    return {
      'days to enrol': days,
      'read on day': (days ?? NaN) + maturityDays(cell('window days') * 86_400),
    };
  },
  'Expected value': (cell) => {
    const value = expectedValue(
      {
        baseline: cell('p1'),
        baselineLow: cell('p1'),
        ceiling: 1,
        eligiblePerDay: cell('users a day'),
        downstream: cell('to the end'),
      },
      cell('control'),
      usual,
      { lift_prior: { lift: constant(cell('lift')), chance_to_win: constant(cell('chance')) } },
    );
    return { 'shows it': value.detection_probability.mid, conversions: value.mid };
  },
  'Reading the result': (cell) => {
    const control = { conversions: cell('control converts'), users: cell('of') };
    const treatment = { conversions: cell('treatment converts'), users: cell('of them') };
    const comparison = compareRates(control, treatment);
    const [from, to] = differenceInterval(control, treatment, normalQuantile(0.975));
    return { z: comparison?.z, p: comparison?.p, 'difference from': from, to };
  },
  'Sample ratio': (cell) => {
    const { chiSquared, p } = sampleRatioTest([cell('control'), cell('treatment')], cell('ratio'));
    return { 'chi-squared': chiSquared, p };
  },
};

describe('docs/experiments.md', () => {
  for (const [heading, compute] of Object.entries(EXAMPLES)) {
    it(`shows what is computed under "${heading}", to its last decimal`, () => {
      const rows = tableUnder(heading);
      expect(rows).to.not.have.lengthOf(0);
      for (const row of rows) {
        const computed = compute((column) => {
          expect(row, column).to.have.property(column);
          return Number(row[column]);
        });
        for (const [column, value] of Object.entries(computed)) {
          const shown = row[column] ?? '';
          expect((value ?? NaN).toFixed(/\.(\d+)$/.exec(shown)?.[1]?.length ?? 0), column).to.equal(shown);
        }
      }
    });
  }

  it('shows every table it has', () => {
    const tables = [...page.matchAll(/^\| -+/gm)].length;
    expect(tables).to.equal(Object.keys(EXAMPLES).length);
  });
});
