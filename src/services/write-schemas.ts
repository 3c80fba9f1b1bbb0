import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { GrowthError } from '../errors.js';
import { checkOutputFolder, createFolder } from '../output/writer.js';
import { type NamedSchema, schemaFileName, schemaFileText } from './schemas.js';

/**
 * Writes each schema to a file of its own.
 *
 * @returns the file names
 * @throws GrowthError `output_unwritable`
 */
export function writeSchemas(out: string, schemas: readonly NamedSchema[]): string[] {
  checkOutputFolder(out);
  try {
    createFolder(path.resolve(out));
    for (const schema of schemas)
      writeFileSync(path.join(out, schemaFileName(schema)), schemaFileText(schema));
  } catch (error) {
    throw new GrowthError('output_unwritable', 'the schemas cannot be written there', { cause: error });
  }
  return schemas.map(schemaFileName);
}
