/** Writes an output set to a folder: `write-set.ts FOLDER TEXT`; exits 4 where it may not. */
import { GrowthError } from '../../src/errors.js';
import { writeOutputSet } from '../../src/output/writer.js';

const [, , out = '', text = ''] = process.argv;
const names = ['request-bundle.json', 'report.json', 'report.md', 'runner-maturity.json'];
try {
  writeOutputSet(out, new Map(names.map((name) => [name, `${text} ${name}`])));
} catch (error) {
  if (!(error instanceof GrowthError)) throw error;
  process.exitCode = error.exitCode;
}
