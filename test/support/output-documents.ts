import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'chai';
import { validateBundle, validateMaturityReport, validateReport } from '../../src/contracts/index.js';
import { jobTypeRules, registry } from '../../src/runners/registry.js';
import { listSchemas } from '../../src/services/schemas.js';
import { CONTROLS } from './log-text.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
formats.default(ajv);
const schemas = listSchemas(registry);

const DOCUMENTS = [
  [
    'request-bundle.json',
    'JobRequestBundle',
    (document: unknown) => validateBundle(document, { jobTypes: jobTypeRules(registry) }),
  ],
  ['report.json', 'ReportEnvelope', (document: unknown) => validateReport(document)],
  ['runner-maturity.json', 'RunnerMaturityReport', (document: unknown) => validateMaturityReport(document)],
] as const;

const validators = new Map(
  DOCUMENTS.map(([, name]) => [
    name,
    ajv.compile(schemas.find((schema) => schema.name === name)?.schema ?? {}),
  ]),
);

/** The files of an output folder keep the contract by our own rules and by its JSON Schemas, and are clean text. */
export function assertOutputDocuments(files: ReadonlyMap<string, string>): void {
  for (const [file, schema, violations] of DOCUMENTS) {
    const document: unknown = JSON.parse(files.get(file) ?? '');
    expect(violations(document), file).to.deep.equal([]);
    const validate = validators.get(schema);
    expect(validate?.(document), `${file}: ${JSON.stringify(validate?.errors)}`).to.equal(true);
  }
  for (const [file, text] of files) {
    expect(text.isWellFormed(), `${file} has no lone surrogates`).to.equal(true);
    // JSON has escapes for control characters; in Markdown they have no place.
    const controls = file.endsWith('.md') ? CONTROLS : /[\u0000-\u0009\u000b-\u001f]/u;
    expect(controls.exec(text)?.index, `${file} has no control characters`).to.equal(undefined);
  }
}
