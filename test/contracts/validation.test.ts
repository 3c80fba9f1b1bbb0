import { expect } from 'chai';
import { z } from 'zod';
import {
  JobRequestBundleSchema,
  ReportEnvelopeSchema,
  RunnerMaturityReportSchema,
  VIOLATION_CODES,
  canonicalHash,
  validateBundle,
  validateReport,
} from '../../src/contracts/index.js';
import { jobTypeRules, registry } from '../../src/runners/registry.js';
import { readNegatives } from '../../src/services/fixtures.js';
import { FIXTURES, readJson } from '../support/growth.js';

const rules = { jobTypes: jobTypeRules(registry) };
const bundle = () => readJson(`${FIXTURES}/request-bundle.json`);
const codes = (document: unknown) => [...new Set(validateBundle(document, rules).map(({ code }) => code))];

describe('validateBundle', () => {
  it('finds nothing wrong with the golden bundle', () => {
    expect(validateBundle(bundle(), rules)).to.deep.equal([]);
  });

  for (const { file, code, text } of readNegatives()) {
    it(`rejects ${file} with ${code} and nothing else`, () => {
      expect(codes(JSON.parse(text))).to.deep.equal([code]);
    });
  }

  it('has a negative fixture for every code but those of folders and of redaction', () => {
    const covered = new Set(readNegatives().map(({ code }) => code));
    expect(VIOLATION_CODES.filter((code) => !covered.has(code))).to.have.members([
      'trace_mismatch',
      'sensitive_data',
    ]);
  });

  it('names the head fields that differ from what is expected', () => {
    const expectation = { tenant_id: 'other', project_id: 'other', trace_id: 'other' };
    const found = validateBundle(bundle(), { ...rules, expect: expectation });
    expect(found.map(({ code, pointer }) => [code, pointer])).to.deep.equal([
      ['tenant_mismatch', '/tenant_id'],
      ['project_mismatch', '/project_id'],
      ['trace_mismatch', '/trace_id'],
    ]);
  });

  it('accepts an unknown job type that is marked unavailable', () => {
    const unknown = JSON.parse(readNegatives().find(({ code }) => code === 'unknown_job_type')!.text) as {
      requests: Record<string, unknown>[];
    } & Record<string, unknown>;
    unknown.requests[0]!['job_type_status'] = 'unavailable';
    expect(codes({ ...unknown, canonical_hash: canonicalHash(unknown) })).to.deep.equal([]);
  });

  for (const value of [null, 1, 'text', [], { requests: 'none' }, { requests: [null, { request: 1 }] }]) {
    it(`reports ${JSON.stringify(value)} instead of failing`, () => {
      expect(validateBundle(value, rules)).to.not.deep.equal([]);
    });
  }

  it('refuses null where a field is merely optional', () => {
    const report = {
      ...readJson(`${FIXTURES}/report.json`),
      inputs: { event_count: 0, run_manifest_count: 0, notes: null },
    };
    const found = validateReport({ ...report, canonical_hash: canonicalHash(report) });
    expect(found).to.deep.include({
      code: 'field_invalid',
      pointer: '/inputs/notes',
      message: found[0]!.message,
    });
  });
});

describe('golden documents', () => {
  const documents = [
    ['request-bundle.json', JobRequestBundleSchema],
    ['report.json', ReportEnvelopeSchema],
    ['runner-maturity.json', RunnerMaturityReportSchema],
  ] as const;
  for (const [file, schema] of documents) {
    it(`${file}: a strict parser and one that drops unknown fields hash the same`, () => {
      const document = readJson(`${FIXTURES}/${file}`);
      const strict = schema.parse(document);
      const stripped = strip(document, z.toJSONSchema(schema)) as Record<string, unknown>;
      expect(canonicalHash(strict)).to.equal(document['canonical_hash']);
      expect(canonicalHash(stripped)).to.equal(document['canonical_hash']);
    });
  }
});

/** What a parser that knows only the schema's fields would keep of a value. */
function strip(value: unknown, schema: z.core.JSONSchema._JSONSchema): unknown {
  if (typeof schema === 'boolean') return value;
  if (Array.isArray(value) && schema.items !== undefined && !Array.isArray(schema.items)) {
    const items = schema.items;
    return value.map((item) => strip(item, items));
  }
  if (typeof value !== 'object' || value === null || schema.properties === undefined) return value;
  const { properties } = schema;
  const isOpen = schema.additionalProperties !== false;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
      const property = properties[key];
      if (property !== undefined) return [[key, strip(child, property)]];
      return isOpen ? [[key, child]] : [];
    }),
  );
}
