import { z } from 'zod';
import {
  JobRequestBundleSchema,
  ReportEnvelopeSchema,
  RunnerMaturityReportSchema,
  SCHEMA_VERSION,
} from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import { didYouMean } from '../inputs/problems.js';
import { AnalyzeInputsSchema } from '../inputs/schema.js';
import type { RunnerRegistry } from '../runners/registry.js';
import { jobTypeOf } from '../runners/runner.js';

export interface NamedSchema {
  /** `JobRequestBundle`, …, or a job type for its payload. */
  readonly name: string;
  readonly description: string;
  /** JSON Schema 2020-12. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Every schema that growth writes or reads: the contract's documents, the inputs, each runner's payload. */
export function listSchemas(runners: RunnerRegistry): NamedSchema[] {
  return [
    named('JobRequestBundle', JobRequestBundleSchema, 'Dry-run job requests of one analysis.'),
    named('ReportEnvelope', ReportEnvelopeSchema, 'Findings and recommendations of one analysis.'),
    named(
      'RunnerMaturityReport',
      RunnerMaturityReportSchema,
      'Readiness of the runners behind the job types.',
    ),
    named('AnalyzeInputs', AnalyzeInputsSchema, 'Inputs of growth analyze.'),
    ...runners.map((runner) =>
      named(jobTypeOf(runner), runner.payload, `Payload of ${jobTypeOf(runner)}: ${runner.purpose}`),
    ),
  ];
}

/** @throws GrowthError `schema_unknown` with the nearest name */
export function findSchema(name: string, runners: RunnerRegistry): NamedSchema {
  const schemas = listSchemas(runners);
  const found = schemas.find((schema) => schema.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const names = schemas.map((schema) => schema.name);
  const nearest = didYouMean(name, names);
  throw new GrowthError(
    'schema_unknown',
    `there is no schema "${name}"${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
    { hint: `Schemas: ${names.join(', ')}.` },
  );
}

/** The text of a schema file. */
export function schemaFileText({ schema }: NamedSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

export function schemaFileName({ name }: NamedSchema): string {
  return `${name}.schema.json`;
}

function named(name: string, schema: z.ZodType, description: string): NamedSchema {
  const { $schema, ...form } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return {
    name,
    description,
    schema: {
      $schema,
      $id: `urn:growth:schema:${SCHEMA_VERSION}:${name}`,
      title: name,
      ...form,
      description,
    },
  };
}
