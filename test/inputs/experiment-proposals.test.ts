import { expect } from 'chai';
import { schemaProblems } from '../../src/inputs/problems.js';
import { AnalyzeInputsSchema } from '../../src/inputs/schema.js';

const problems = (experiment_proposals: unknown) =>
  schemaProblems(AnalyzeInputsSchema, { experiment_proposals });
const chance = { low: 0.1, mid: 0.2, high: 0.3 };

describe('inputs of experiment_proposals', () => {
  it('takes a lift prior and a value per conversion', () => {
    const lift = { low: 0, mid: 0.02, high: 0.05 };
    expect(problems({ value_per_conversion: 30, lift_prior: { lift, chance_to_win: chance } })).to.deep.equal(
      [],
    );
  });

  it('refuses a range whose cases are out of order, a chance above 1, a missing case, and a worthless conversion', () => {
    const lift = { low: 0.1, mid: 0.05, high: 0.2 };
    expect(problems({ lift_prior: { lift, chance_to_win: chance } })).to.deep.equal([
      { path: '/experiment_proposals/lift_prior/lift', message: 'must have low ≤ mid ≤ high' },
    ]);
    const paths = problems({
      value_per_conversion: 0,
      lift_prior: { lift: { low: 0, mid: 0.1 }, chance_to_win: { ...chance, high: 1.1 } },
    }).map(({ path }) => path);
    expect(paths).to.have.members([
      '/experiment_proposals/value_per_conversion',
      '/experiment_proposals/lift_prior/lift/high',
      '/experiment_proposals/lift_prior/chance_to_win/high',
    ]);
  });
});
