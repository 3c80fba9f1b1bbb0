import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { validateBundle, validateMaturityReport, validateReport } from '../../../src/contracts/index.js';
import { loadCatalog } from '../../../src/inputs/catalog.js';
import { jobTypeRules, registry } from '../../../src/runners/registry.js';
import { compareTexts } from '../../../src/services/compare.js';
import { temporaryFolder } from '../../support/growth.js';
import { mutatedDocuments } from '../json-mutation.js';
import { mutants } from '../mutation.js';
import { fixture, fixtureDocument, seedFiles, texts } from '../seeds.js';
import { defineTarget } from '../target.js';

const rules = { jobTypes: jobTypeRules(registry) };
const FILES = ['request-bundle.json', 'report.json', 'runner-maturity.json'];

/** Documents of the contract, as `contracts compat` judges them. */
export const documents = defineTarget({
  name: 'documents',
  inputs: mutatedDocuments([...FILES, 'negative/field_unknown.json'].map(fixtureDocument)),
  bytesOf: (document) => JSON.stringify(document).length,
  read: (document) => [
    validateBundle(document, rules),
    validateReport(document),
    validateMaturityReport(document),
  ],
  bound: { base: 1500, perKiB: 20 },
  shortRuns: 100,
});

const FIRST = fixture('request-bundle.json');

/** Committed files of any content, compared with what is made now. */
export const comparison = defineTarget({
  name: 'comparison',
  inputs: fc.record({
    bytes: mutants([FIRST, ...seedFiles('jobforge/negative', '.json')]),
    file: fc.constantFrom('request-bundle.json', 'report.md'),
  }),
  bytesOf: ({ bytes }) => bytes.length,
  read: ({ bytes, file }) => compareTexts(file, bytes.toString('utf8'), FIRST.toString('utf8')),
  bound: { base: 1500, perKiB: 20 },
  shortRuns: 100,
});

const catalogFile = path.join(temporaryFolder(), 'catalog.json');
const CATALOGS = texts(
  '["autopilot.growth.seo_scan","autopilot.growth.content_draft"]',
  '{"job_types":[{"job_type":"autopilot.growth.seo_scan","owner":"growth"},"autopilot.growth.experiment_run"]}',
);

export const catalog = defineTarget({
  name: 'catalog',
  inputs: mutants(CATALOGS),
  bytesOf: ({ length }) => length,
  read: (bytes) => {
    writeFileSync(catalogFile, bytes);
    return loadCatalog(catalogFile);
  },
  bound: { base: 1000, perKiB: 5 },
  shortRuns: 200,
});
