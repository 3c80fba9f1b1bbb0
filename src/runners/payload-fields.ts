import { z } from 'zod';
import type { Runner } from './runner.js';

/** One field of a payload, for people: its type in a word and what it holds. */
export interface PayloadField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

/** The fields of a runner's payload, read from its schema. */
export function payloadFields(runner: Runner): PayloadField[] {
  const schema = z.toJSONSchema(runner.payload);
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const field = typeof property === 'boolean' ? {} : property;
    return {
      name,
      type: typeName(field),
      required: required.has(name),
      description: field.description ?? '',
    };
  });
}

function typeName(schema: z.core.JSONSchema.JSONSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.type === 'array') {
    const items = schema.items;
    const itemSchema = items === undefined || typeof items === 'boolean' || Array.isArray(items) ? {} : items;
    return `list of ${typeName(itemSchema)}`;
  }
  if (schema.type === 'object') return `object {${Object.keys(schema.properties ?? {}).join(', ')}}`;
  return [schema.type ?? 'any'].flat().join(' | ');
}
