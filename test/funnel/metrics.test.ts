import { expect } from 'chai';
import { impossibleMetrics } from '../../src/funnel/metrics.js';
import { type FunnelMetrics, FunnelMetricsSchema } from '../../src/inputs/schema.js';

const step = (name: string, users: number, lost: number, rate: number) => ({
  step_name: name,
  event_name: name,
  unique_users: users,
  total_events: users,
  drop_off_count: lost,
  drop_off_rate: rate,
});
const SOUND: FunnelMetrics = FunnelMetricsSchema.parse({
  id: 'metrics-1',
  computed_at: '2024-01-01T00:00:00Z',
  source_file: 'warehouse',
  funnel_name: 'trial',
  date_range: { start: '2024-01-01', end: '2024-01-29' },
  total_entrances: 900,
  total_conversions: 200,
  overall_conversion_rate: 0.222,
  biggest_drop_off_step: 'b',
  steps: [step('a', 900, 600, 0.67), step('b', 300, 100, 0.3333), step('c', 200, 0, 0)],
});
/** Titles with the text of each place. */
const found = (changed: Partial<FunnelMetrics>) =>
  impossibleMetrics({ ...SOUND, ...changed }).map(({ finding: { title, evidence } }) => [
    title.replace('The funnel metrics trial ', ''),
    ...(evidence ?? []).map(({ path, description }) => `${path}: ${description}`),
  ]);

describe('impossibleMetrics', () => {
  it('finds nothing where figures agree up to the decimals written', () => {
    expect(found({})).to.deep.equal([]);
    expect(
      found({ date_range: { start: 'spring', end: 'summer' }, biggest_drop_off_step: null }),
    ).to.deep.equal([]);
    expect(found({ date_range: { start: '2024-01-01', end: '2024-01-01' } })).to.deep.equal([]);
  });

  it('names both counts where users rise from step to step, and where more convert than enter', () => {
    const steps = [step('a', 900, 600, 0.6667), step('b', 300, 0, 0), step('c', 901, 0, 0)];
    expect(found({ steps, total_conversions: 901, overall_conversion_rate: 1 })).to.deep.equal([
      [
        'hold counts that cannot be true',
        '/steps/2/unique_users: c has more users (901) than b before it (300).',
        '/total_conversions: More conversions (901) than entrances (900).',
      ],
    ]);
  });

  it('names both counts where totals and drop-offs differ from the steps', () => {
    const steps = [step('a', 900, 601, 0.6678), step('b', 300, 100, 0.3333), step('c', 200, 0, 0)];
    expect(found({ steps, total_entrances: 901 })).to.deep.equal([
      [
        'count the same users twice, differently',
        '/total_entrances: total_entrances is 901, but the first step has 900.',
        '/steps/0/drop_off_count: drop_off_count of a is 601, but 900 − 300 users are 600.',
      ],
    ]);
  });

  it('names rate and quotient where a rate does not follow from its counts', () => {
    const steps = [step('a', 900, 600, 0.6), step('b', 300, 100, 0.3334), step('c', 200, 0, 0)];
    expect(found({ steps, overall_conversion_rate: 0.25 })).to.deep.equal([
      [
        'hold rates that do not follow from their counts',
        '/overall_conversion_rate: overall_conversion_rate is 0.25, but 200 ÷ 900 is 0.222222.',
        '/steps/0/drop_off_rate: drop_off_rate of a is 0.6, but 600 ÷ 900 is 0.666667.',
        '/steps/1/drop_off_rate: drop_off_rate of b is 0.3334, but 100 ÷ 300 is 0.333333.',
      ],
    ]);
  });

  it('names a drop-off step that is none, with the steps there are', () => {
    expect(found({ biggest_drop_off_step: 'd' })).to.deep.equal([
      [
        'name a drop-off step that they do not have',
        '/biggest_drop_off_step: "d" is none of the 3 steps: a, b, c.',
      ],
    ]);
  });

  it('names both dates where they are reversed', () => {
    expect(found({ date_range: { start: '2024-02-01', end: '2024-01-31' } })).to.deep.equal([
      [
        'end before they start',
        '/date_range/end: The range ends on 2024-01-31, before it starts on 2024-02-01.',
      ],
    ]);
  });
});
