import { expect } from 'chai';
import { defineFunnel } from '../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../src/funnel/direct-engine.js';
import { funnelFindings } from '../../src/funnel/findings.js';
import type { FunnelSummary } from '../../src/funnel/summary.js';

interface Visit {
  readonly plan: string;
  /** Seconds from step to step; as many as steps after the first are reached. */
  readonly waits: readonly number[];
}

/** A funnel a → b → c of so many users for each visit. */
function funnelOf(groups: readonly (readonly [number, Visit])[]): FunnelSummary {
  const lines = groups.flatMap(([users, { plan, waits }], group) =>
    Array.from({ length: users }, (_, user) => {
      let time = 1_700_000_000;
      const events = [time, ...waits.map((wait) => (time += wait))];
      return events.map((timestamp, step) =>
        JSON.stringify({ user_id: `${group}-${user}`, event_name: 'abc'.charAt(step), timestamp, plan }),
      );
    }).flat(),
  );
  const definition = defineFunnel({
    events_path: 'events.ndjson',
    funnel_name: 'f',
    steps: ['a', 'b', 'c'],
    window: '7d',
    mode: 'ordered',
    segment_by: 'plan',
  });
  return countFunnelDirectly([lines.join('\n')], definition).summary;
}

const titles = (funnel: FunnelSummary) =>
  funnelFindings(funnel, 'events.ndjson').map(({ finding }) => finding.title);

describe('findings of a funnel', () => {
  const SLOW = 'Users take longest from a to b';

  it('name the step that takes twice as long as any other', () => {
    const funnel = funnelOf([[30, { plan: 'x', waits: [3600, 600] }]]);
    const found = funnelFindings(funnel, 'events.ndjson').find(({ finding }) => finding.title === SLOW);
    expect(found?.finding.description).to.contain('took 60 min or more from a');
    expect(found?.finding.evidence?.map(({ value }) => value)).to.deep.equal([30, 3600]);
  });

  it('pass over steps that few reach, that take moments, or that take about as long as another', () => {
    expect(titles(funnelOf([[29, { plan: 'x', waits: [3600, 600] }]]))).not.to.include(SLOW);
    expect(titles(funnelOf([[30, { plan: 'x', waits: [59, 1] }]]))).not.to.include(SLOW);
    expect(titles(funnelOf([[30, { plan: 'x', waits: [3600, 1801] }]]))).not.to.include(SLOW);
  });

  it('tell a file without events from a first step that no event is of', () => {
    const [nothing] = funnelFindings(funnelOf([]), 'events.ndjson');
    expect(nothing?.finding.description).to.equal(
      'events.ndjson holds no events, so there is nothing to count.',
    );
    const others = { ...funnelOf([[3, { plan: 'x', waits: [] }]]), entered: 0 };
    const [misspelt] = funnelFindings(others, 'events.ndjson');
    expect(misspelt?.finding.description).to.match(/^None of 3 events used is one of the first step, "a"/);
    expect(misspelt?.finding.evidence?.map(({ value }) => value)).to.deep.equal([3]);
  });

  it('say so where times are those of a sample, and pass over a step that few of it reach', () => {
    const funnel = funnelOf([[60, { plan: 'x', waits: [3600, 600] }]]);
    const sampled = { ...funnel, times_from: { users: 40, of: 60 } };
    const found = funnelFindings(sampled, 'table').find(({ finding }) => finding.title === SLOW);
    expect(found?.finding.description).to.match(/^In a sample of 40 of 60 users who entered, half of those/);
    expect(found?.finding.evidence?.[1]?.description).to.contain('of a sample of 40 users');
    expect(titles({ ...funnel, times_from: { users: 29, of: 60 } })).not.to.include(SLOW);
  });

  it('tell segments apart only where their intervals do', () => {
    const paid: Visit = { plan: 'paid', waits: [60, 60] };
    const lost: Visit = { plan: 'paid', waits: [60] };
    const free: Visit = { plan: 'free', waits: [60] };
    const wide = funnelOf([
      [35, paid],
      [15, lost],
      [50, free],
    ]);
    const found = funnelFindings(wide, 'events.ndjson').find(({ finding }) =>
      finding.title.startsWith('Users of paid convert more often'),
    );
    expect(found?.finding.evidence?.map(({ value }) => value)).to.deep.equal([50, 50, 0.7, 0]);
    const narrow = funnelOf([
      [3, paid],
      [47, lost],
      [50, free],
    ]);
    expect(titles(narrow).filter((title) => title.startsWith('Users of'))).to.deep.equal([]);
    const few = funnelOf([
      [29, paid],
      [50, free],
    ]);
    expect(titles(few).filter((title) => title.startsWith('Users of'))).to.deep.equal([]);
  });
});
