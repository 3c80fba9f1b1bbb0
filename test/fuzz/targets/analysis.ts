import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { STABLE_CREATED_AT, analyze } from '../../../src/services/analyze.js';
import { temporaryFolder } from '../../support/growth.js';
import { assertOutputDocuments } from '../../support/output-documents.js';
import { mutatedDocuments } from '../json-mutation.js';
import { defineTarget } from '../target.js';
import { HANDED_IN } from './handed-in-documents.js';

const folder = temporaryFolder();
const file = path.join(folder, 'inputs.json');
const { seo_audit, funnel_metrics } = HANDED_IN;

/** Documents made elsewhere, through to the files: whatever they say, the output keeps the contract. */
export const analysis = defineTarget({
  name: 'analysis',
  isSlow: true,
  inputs: fc.oneof(
    mutatedDocuments([HANDED_IN], 4),
    mutatedDocuments([{ seo_audit }, { funnel_metrics }, { funnel_metrics, experiment_proposals: {} }], 4),
  ),
  bytesOf: (document) => JSON.stringify(document).length,
  read: async (document) => {
    writeFileSync(file, JSON.stringify(document));
    const { files } = await analyze({
      inputs: file,
      tenant: 'acme',
      project: 'lanternfish',
      trace: 'fuzz',
      createdAt: STABLE_CREATED_AT,
      threads: 1,
      details: true,
    });
    assertOutputDocuments(files);
    return files;
  },
  bound: { base: 3000, perKiB: 60 },
  shortRuns: 25,
});
