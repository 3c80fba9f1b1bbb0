import { expect } from 'chai';
import { enrolmentDays } from '../../src/experiments/duration.js';
import type { FunnelFacts } from '../../src/experiments/funnel-facts.js';
import { proposeExperiments } from '../../src/experiments/proposal.js';
import { proposeRequest, runRequest } from '../../src/experiments/requests.js';
import { DEFAULT_PROPOSALS } from '../../src/inputs/schema.js';
import { experimentPropose } from '../../src/runners/experiment-propose.js';
import { experimentRun } from '../../src/runners/experiment-run.js';

const funnel = (counts: number[], spanDays: number | null = 10): FunnelFacts => ({
  id: 'funnel-1',
  name: 'trial',
  steps: counts.map((users, index) => ({ name: `s${index + 1}`, users })),
  windowSeconds: 7 * 86_400,
  spanDays,
});
const busy = funnel([100_000, 40_000, 39_000, 10_000]);

describe('proposeExperiments', () => {
  it('proposes a test for each drop-off above the threshold, the most expected value per test week first', () => {
    const proposals = proposeExperiments(busy, DEFAULT_PROPOSALS);
    expect(
      proposals.map(({ from_step, target_step, users_lost }) => [from_step, target_step, users_lost]),
    ).to.deep.equal([
      ['s3', 's4', 29_000],
      ['s1', 's2', 60_000],
    ]);
    expect(proposeExperiments(busy, { ...DEFAULT_PROPOSALS, max_proposals: 1 })).to.have.lengthOf(1);
    expect(
      proposeExperiments(busy, { ...DEFAULT_PROPOSALS, drop_off_threshold: 0.7 }).map(
        ({ from_step }) => from_step,
      ),
    ).to.deep.equal(['s3']);
  });

  it('sizes by the rate of the step and the users who reach it, in whole weeks, two at least, plus the window', () => {
    const [first] = proposeExperiments(funnel([3000, 300], 30), { ...DEFAULT_PROPOSALS, allocation: 0.5 });
    expect(first).to.include({
      baseline_rate: 0.1,
      eligible_users_per_day: 100,
      duration_days: 595,
      read_on_day: 602,
      testable: false,
    });
    expect(first?.sample_size?.total).to.equal(29_502);
    expect(enrolmentDays(100, 100, 1)).to.equal(14);
    expect(enrolmentDays(1500, 100, 1)).to.equal(21);
  });

  it('puts what can be tested first', () => {
    const proposals = proposeExperiments(funnel([100_000, 100, 10], 30), {
      ...DEFAULT_PROPOSALS,
      minimum_detectable_effect: 0.5,
    });
    expect(proposals.map(({ testable }) => testable)).to.deep.equal([true, false]);
  });

  it('says so where traffic is unknown, or the effect would lift the rate beyond 1', () => {
    const [unknown] = proposeExperiments(funnel([1000, 500], null), DEFAULT_PROPOSALS);
    expect(unknown).to.include({ duration_days: null, testable: false });
    expect(unknown?.assumptions[0]).to.include('eligible_users_per_day');
    const [beyond] = proposeExperiments(funnel([1000, 750]), {
      ...DEFAULT_PROPOSALS,
      minimum_detectable_effect: 0.4,
    });
    expect(beyond).to.include({
      sample_size: null,
      testable: false,
      expected_value: null,
      decision_rule: null,
    });
    expect(beyond?.hypothesis).to.include('would pass 100 %');
  });

  it('proposes nothing for steps that lose nobody, gain users, or were never reached', () => {
    expect(
      proposeExperiments(funnel([10, 10, 20, 0, 0]), { ...DEFAULT_PROPOSALS, drop_off_threshold: 0 }).map(
        ({ from_step }) => from_step,
      ),
    ).to.deep.equal(['s3']);
  });

  it('carries one primary metric, guardrail metrics with margins, and the multiplicity rule', () => {
    const [plan] = proposeExperiments(busy, { ...DEFAULT_PROPOSALS, variants: 4, ratio: 0.5 });
    expect(plan?.primary_metric).to.equal(`conversion from ${plan?.from_step} to ${plan?.target_step}`);
    const text = plan?.guardrails.join('\n');
    expect(text).to.include('One primary metric').and.to.include('margin');
    expect(text).to.include('planned 1:0.5:0.5:0.5').and.to.include('α ÷ 3').and.to.include('Holm');
  });

  it('keeps the id of a proposal when only the counts change', () => {
    const ids = [busy, funnel([90_000, 30_000, 29_000, 8000])].map(
      (facts) => proposeExperiments(facts, DEFAULT_PROPOSALS)[0]?.proposal_id,
    );
    expect(ids[0]).to.equal(ids[1]);
  });
});

describe('requests for experiments', () => {
  const proposals = proposeExperiments(busy, DEFAULT_PROPOSALS);
  const poor = proposeExperiments(funnel([300, 100], 10), DEFAULT_PROPOSALS);

  it('asks for proposals with a payload of the runner', () => {
    expect(
      experimentPropose.payload.safeParse(proposeRequest(busy, DEFAULT_PROPOSALS).payload).success,
    ).to.equal(true);
  });

  it('asks to run the top proposal, the effect in percent', () => {
    const { request, refusal } = runRequest({ proposal: 'top' }, proposals, 56);
    expect(refusal).to.equal(undefined);
    const payload = experimentRun.payload.parse(request?.payload);
    expect(payload).to.include({
      proposal_id: proposals[0]?.proposal_id,
      duration_days: 14,
      minimum_detectable_effect: 10,
    });
    expect(payload.variants.map(({ name }) => name)).to.deep.equal(['control', 'treatment']);
  });

  it('refuses one that takes too long, with the arithmetic, unless duration_days makes room', () => {
    const { request, refusal } = runRequest({ proposal: poor[0]!.proposal_id }, poor, 56);
    expect(request).to.equal(undefined);
    expect(refusal?.finding.description).to.match(/\d+ users ÷ \(30\.0 a day × 1\).* = \d+ days, but/);
    const needed = Number(/= (\d+) days/.exec(refusal!.finding.description)![1]);
    expect(needed % 7).to.equal(0);
    expect(refusal?.action).to.include(`Set duration_days to ${needed}`);
    expect(runRequest({ proposal: 'top', duration_days: needed - 7 }, poor, 56).request).to.equal(undefined);
    for (const days of [needed, needed + 7]) {
      const run = runRequest({ proposal: 'top', duration_days: days }, poor, 56);
      expect(run.request?.payload).to.include({ duration_days: days });
    }
  });

  it('works the duration out for the traffic that the run gets, not for that of the proposal', () => {
    const full = runRequest({ proposal: 'top' }, proposals, 56).request!.payload['duration_days'] as number;
    const tenth = runRequest({ proposal: 'top', traffic_allocation: 0.001 }, proposals, 56);
    expect(tenth.request).to.equal(undefined);
    expect(tenth.refusal?.finding.description)
      .to.include('× 0.001')
      .and.to.match(/raise the traffic allocation/i);
    const half = runRequest({ proposal: 'top', traffic_allocation: 0.5 }, proposals, 364).request!.payload;
    expect(half).to.include({ traffic_allocation: 0.5 });
    expect(half['duration_days']).to.be.at.least(full);
  });

  it('gives no duration beyond a century, and refuses to run such a test', () => {
    const endless = proposeExperiments(funnel([300, 100], 1e9), DEFAULT_PROPOSALS);
    expect(endless[0]).to.include({ duration_days: null, testable: false });
    const { refusal } = runRequest({ proposal: 'top' }, endless, 364);
    expect(refusal?.finding.description).to.include('more than a century');
  });

  it('refuses when there is no proposal at all, and an id that is none with the ids there are', () => {
    expect(runRequest({ proposal: 'top' }, [], 56).refusal).to.not.equal(undefined);
    expect(() => runRequest({ proposal: 'proposal-x' }, proposals, 56)).to.throw(proposals[0]!.proposal_id);
  });
});
