import { writeFiles } from '../output/writer.js';
import { type NamedSchema, schemaFileName, schemaFileText } from './schemas.js';

/**
 * Writes each schema to a file of its own: all of them or none.
 *
 * @returns the file names
 * @throws GrowthError `output_unwritable`, `output_locked`
 */
export function writeSchemas(out: string, schemas: readonly NamedSchema[]): string[] {
  writeFiles(out, new Map(schemas.map((schema) => [schemaFileName(schema), schemaFileText(schema)])));
  return schemas.map(schemaFileName);
}
