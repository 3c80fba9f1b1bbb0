import path from 'node:path';
import { rmSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { analysisText } from '../../src/cli/analysis-text.js';
import { describeError, errorText } from '../../src/cli/error-envelope.js';
import { logJson } from '../../src/output/plain-text.js';
import { STABLE_CREATED_AT, type Analysis, analyze } from '../../src/services/analyze.js';
import { folderWith } from '../support/growth.js';
import { assertLogText } from '../support/log-text.js';
import { assertOutputDocuments } from '../support/output-documents.js';
import { GrowthError } from '../../src/errors.js';
import { forgedFolder, forgeries } from './forged-folder.js';
import { assertReportStructure } from './report-structure.js';

const { GROWTH_FUZZ_RUNS: RUNS } = process.env;
const RUNS_OF_REPORTS = Number(RUNS ?? 15);

describe('a report on forged texts', function () {
  this.timeout(RUNS === undefined ? 60_000 : 0);

  it('has the structure that growth gives it, whatever pages, events, profiles and audits say', async () => {
    let reports = 0;
    await fc.assert(
      fc.asyncProperty(forgeries, async (texts) => {
        const folder = folderWith(forgedFolder(texts));
        const outcome = await analyzed(folder);
        rmSync(folder, { recursive: true });
        if (outcome instanceof GrowthError) {
          await assertErrorText(outcome);
          return;
        }
        assertOutputDocuments(outcome.files);
        assertReportStructure(outcome);
        reports += 1;
        assertLogText(analysisText(outcome, 'out'), 'stdout');
        assertLogText(logJson(outcome.report.document), 'the report as --json would print it');
      }),
      { numRuns: RUNS_OF_REPORTS, endOnFailure: true },
    );
    // Some forgeries are refused, as they may be; most have to get through.
    expect(reports).to.be.greaterThan(RUNS_OF_REPORTS / 2);
  });

  it('is reported clean also where the inputs are refused', async () => {
    await fc.assert(
      fc.asyncProperty(forgeries, async ({ title, page, link }) => {
        const folder = folderWith({
          'inputs.json': { [title]: 1, seo_scan: { source_path: page, [link]: true } },
        });
        const outcome = await analyzed(folder);
        rmSync(folder, { recursive: true });
        if (!(outcome instanceof GrowthError)) throw new Error('inputs with unknown keys were accepted');
        await assertErrorText(outcome);
      }),
      { numRuns: Number(RUNS ?? 15), endOnFailure: true },
    );
  });
});

async function analyzed(folder: string): Promise<Analysis | GrowthError> {
  try {
    return await analyze({
      inputs: path.join(folder, 'inputs.json'),
      tenant: 'acme',
      project: 'lanternfish',
      trace: 'fuzz',
      createdAt: STABLE_CREATED_AT,
      threads: 1,
      details: true,
    });
  } catch (error) {
    if (error instanceof GrowthError) return error;
    throw error;
  }
}

async function assertErrorText(error: GrowthError): Promise<void> {
  const { envelope } = await describeError(error);
  assertLogText(errorText(envelope), 'stderr');
  assertLogText(logJson({ error: envelope }), 'the error as --json prints it');
}
