import type { DecisionRule, Reading, SampleRatioRule } from '../experiments/decision-rule.js';
import type { Range } from '../experiments/expected-value.js';
import type { ExperimentProposal } from '../experiments/proposal.js';
import { percent } from '../funnel/statistics.js';
import { escapeMarkdown as md, table } from './markdown.js';

/** Proposals as plans that can be pasted into a test log. */
export function experimentsMarkdown(proposals: readonly ExperimentProposal[]): string {
  if (proposals.length === 0) return '';
  return `## Experiment proposals

Ranked by expected value per week of enrolment, the testable first.

${proposals.map(plan).join('\n\n')}`;
}

function plan(proposal: ExperimentProposal): string {
  return `### ${md(proposal.title)}

${md(proposal.proposal_id)}

**Hypothesis.** ${md(proposal.hypothesis)}

**Change.** ${proposal.changes.map(md).join('; ')}

**Primary metric.** ${md(proposal.primary_metric)}

**Arithmetic.**

${table(['Figure', 'Value'], figures(proposal))}

${FORMULA}

**Dates.** ${md(dates(proposal))}

**Guardrails.**

${bullets([...proposal.guardrails, ...splitExample(proposal.decision_rule?.sample_ratio)])}

**Decision rule.**

${bullets(decisions(proposal))}

**Assumptions.**

${bullets(proposal.assumptions)}`;
}

const FORMULA =
  'Users of the control: n = \\[ z(1 − α′/sides)·√((1 + 1/r)·p̄(1 − p̄)) + z(power)·√(p1(1 − p1) + p2(1 − p2)/r) \\]² ÷ (p2 − p1)², with p1 the baseline, p2 = p1·(1 + effect), r the ratio, p̄ = (p1 + r·p2)/(1 + r), α′ = α/(variants − 1); each treatment has r·n.';

function figures(proposal: ExperimentProposal): string[][] {
  const { sample_size: size, eligible_users_per_day: eligible, expected_value: value } = proposal;
  return [
    [
      'Baseline p1',
      `${proposal.users_reaching - proposal.users_lost} ÷ ${proposal.users_reaching} = ${percent(proposal.baseline_rate)} (95 % interval ${proposal.baseline_wilson95.map(percent).join(' to ')})`,
    ],
    ['Smallest effect to detect', `${percent(proposal.minimum_detectable_effect)} relative`],
    [
      'Test',
      `α ${proposal.alpha}, power ${proposal.power}, ${proposal.sides}-sided, ${proposal.variants} variants, ratio ${proposal.ratio}`,
    ],
    [
      'Users needed',
      size === null
        ? 'not possible at this baseline and effect'
        : `${size.total} (control ${size.control}, each treatment ${size.treatment})`,
    ],
    [
      'Users a day at this step',
      eligible === null ? 'unknown' : `${eligible.toFixed(1)} × allocation ${proposal.allocation}`,
    ],
    ['Testable at this traffic', proposal.testable ? 'yes' : 'no'],
    [
      'Detectable in 2, 4, 8 weeks',
      proposal.reachable_mde.map(({ mde }) => (mde === null ? 'nothing' : percent(mde))).join(', '),
    ],
    ...(value === null
      ? [['Expected value', 'unknown']]
      : [
          ['Expected value (low, mid, high)', `${threeFigures(value)} ${value.unit}`],
          ['The test shows such a lift', triple(value.detection_probability, percent)],
          ...(value.in_value === null ? [] : [['Worth per 30 days', threeFigures(value.in_value)]]),
        ]),
  ];
}

function dates({
  duration_days: days,
  read_on_day: read,
  testable,
  ...proposal
}: ExperimentProposal): string {
  const { sample_size: size, eligible_users_per_day: eligible } = proposal;
  if (days === null || read === null || size === null || eligible === null) {
    return 'Not testable at this traffic: there is no sample size, no known traffic, or it would take more than a century.';
  }
  const arithmetic = `${size.total} ÷ (${eligible.toFixed(1)} × ${proposal.allocation}), in whole weeks and two at least, = ${days} days`;
  const calendar = `Enrol on days 1 to ${days}; the windows of the last are over, and the result is read, on day ${read}.`;
  return testable
    ? `${arithmetic}. ${calendar}`
    : `Not testable at this traffic: ${arithmetic}, longer than allowed. See what 2, 4 and 8 weeks could detect. If it were run: ${calendar}`;
}

function splitExample(rule: SampleRatioRule | undefined): string[] {
  if (rule === undefined || rule.alarming_shift === null) return [];
  const { planned, alarming_shift: shift, chi_squared: chi, p } = rule;
  return [
    `Sample ratio, worked: of ${planned.join(' : ')} users as planned, ${shift} that one treatment loses to the control give χ² = ${(chi ?? 0).toFixed(2)}, p = ${significance(p ?? 0)}: stop.`,
  ];
}

function decisions({
  decision_rule: rule,
  sides,
  variants,
  target_step: step,
}: ExperimentProposal): string[] {
  if (rule === null) return ['None: there is no sample size.'];
  const level = variants === 2 ? `α = ${rule.alpha}` : `α′ = ${rule.alpha} (Holm: larger for later ones)`;
  const today = `if the control converts as today (${rule.control.conversions} of ${rule.control.users})`;
  const loss =
    sides === 1
      ? 'Lose: a one-sided test does not tell a loss from flat. Keep the control.'
      : `Lose: ${step} is reached by a smaller share, and p < ${rule.alpha}. Keep the control. ${example(rule, rule.loses_to, 'or fewer lose', today)}`;
  return [
    `Win: ${step} is reached by a larger share, pooled two-proportion z-test, ${sides}-sided, at ${level}, and no guardrail metric passes its margin. Ship the treatment. ${example(rule, rule.wins_from, 'or more win', today)}`,
    loss,
    'Flat: anything else. Keep the control, which is the simpler one; the interval of the difference says which effects are ruled out. Do not prolong the test until it wins.',
    'A cell of the table that expects fewer than 5 users is too little data: no decision.',
  ];
}

function example(rule: DecisionRule, reading: Reading | null, verdict: string, today: string): string {
  if (reading === null) return 'Too little data for an example at this size.';
  const [low, high] = reading.difference_interval.map((bound) => (bound * 100).toFixed(2));
  return `Worked: ${today}, ${reading.conversions} of ${rule.treatment_users} ${verdict} (z = ${reading.z.toFixed(3)}, p = ${significance(reading.p)}, difference ${low} to ${high} points, Newcombe interval at ${percent(rule.confidence)}).`;
}

/** Small probabilities in powers of ten, others with four decimals. */
function significance(p: number): string {
  return p < 0.001 ? p.toExponential(2) : p.toFixed(4);
}

function threeFigures(range: Range): string {
  return triple(range, (value) => String(Number(value.toPrecision(3))));
}

function triple({ low, mid, high }: Range, show: (value: number) => string): string {
  return [low, mid, high].map(show).join(', ');
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${md(item)}`).join('\n');
}
