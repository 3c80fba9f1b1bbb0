import { expect } from 'chai';
import fc from 'fast-check';
import { defineFunnel } from '../../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../../src/funnel/direct-engine.js';
import { FunnelAnalysisSchema } from '../../../src/inputs/schema.js';
import { GrowthError } from '../../../src/errors.js';
import { type ExpectedFunnel, expectedFunnel } from './brute-force.js';
import { type History, histories } from './histories.js';

/** Histories that are tried; `pnpm fuzz` tries a million. */
const RUNS = Number(process.env['GROWTH_FUZZ_RUNS'] ?? 10_000);

describe('counting funnels', function () {
  this.timeout(RUNS > 10_000 ? 0 : 120_000);

  it(`agrees with an exhaustive search over ${RUNS} histories, in every field and mode`, () => {
    let compared = 0;
    fc.assert(
      fc.property(histories(), (history) => {
        const counted = count(history);
        // No row has a usable user, name or time: that is an error, and no funnel.
        if (counted === undefined) return;
        compared += 1;
        expect(counted).to.deep.equal(expectedFunnel(history.files, history.inputs));
      }),
      { numRuns: RUNS },
    );
    // The error must stay the exception.
    expect(compared).to.be.greaterThan(RUNS * 0.7);
  });
});

function count({ files, inputs }: History): ExpectedFunnel | undefined {
  const definition = defineFunnel(FunnelAnalysisSchema.parse({ ...inputs, events_path: 'events.ndjson' }));
  try {
    const { engine, ...summary } = countFunnelDirectly(
      files.map(({ text }) => text),
      definition,
      { columns: inputs.columns },
    ).summary;
    expect(engine).to.equal('direct');
    return summary;
  } catch (error) {
    if (error instanceof GrowthError && error.code === 'events_column_missing') return undefined;
    throw error;
  }
}
