import { expect } from 'chai';
import { defineFunnel } from '../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../src/funnel/direct-engine.js';
import { funnelMarkdown } from '../../src/output/funnel-markdown.js';

const definition = defineFunnel({
  events_path: 'events.ndjson',
  funnel_name: 'f',
  steps: ['a', 'b'],
  window: '7d',
  mode: 'ordered',
});
const { summary } = countFunnelDirectly(
  ['{"user_id":"u","event":"a","ts":1}\n{"user_id":"u","event":"b","ts":61}'],
  definition,
);

describe('the funnel as Markdown', () => {
  it('labels waits as those of a sample where they are, and only there', () => {
    expect(funnelMarkdown(summary)).to.include('| Median wait |');
    expect(funnelMarkdown(summary)).not.to.include('sample');
    const sampled = funnelMarkdown({
      ...summary,
      engine: 'clickhouse',
      times_from: { users: 200_000, of: 483_776 },
    });
    expect(sampled).to.include('| Median wait (sample) |');
    expect(sampled).to.include('a sample of 200000 of the 483776 users who entered');
  });
});
