import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalFileText, canonicalHash, sha256Hex } from '../contracts/index.js';
import { GrowthError } from '../errors.js';
import { checkOutputFolder } from '../output/folder.js';
import { type OutputSet, writeOutputSet } from '../output/writer.js';
import { type RunnerRegistry, registry } from '../runners/registry.js';
import { derived } from '../safety/redaction.js';
import { STABLE_CREATED_AT, analyze } from './analyze.js';
import { type Difference, compareTexts } from './compare.js';
import { listSchemas, schemaFileName, schemaFileText } from './schemas.js';

/** The committed fixtures, in a checkout and in an installed package alike. */
export const FIXTURES_FOLDER = fileURLToPath(new URL('../../fixtures/jobforge', import.meta.url));
const HASHES_FILE = 'canonical-hashes.json';

/** Under which ids the fixtures are made. */
const FIXTURE_RUN = { tenant: 'acme', project: 'lanternfish', trace: 'fixtures' } as const;

export interface FixtureSet {
  /** The four documents. */
  readonly documents: OutputSet;
  /** What only `--update-snapshots` rewrites: hashes of the documents, and the JSON Schemas. */
  readonly snapshots: OutputSet;
}

/** Makes the fixtures afresh, in memory. */
export async function makeFixtures(runners: RunnerRegistry = registry): Promise<FixtureSet> {
  const { files } = await analyze({
    inputs: path.join(FIXTURES_FOLDER, 'inputs.json'),
    ...FIXTURE_RUN,
    createdAt: STABLE_CREATED_AT,
    threads: 1,
    runners,
  });
  // Schemas are the product's own text, and hashes are of what was redacted.
  const schemas = listSchemas(runners).map(
    (schema) => [`schemas/${schemaFileName(schema)}`, derived({}, () => schemaFileText(schema))] as const,
  );
  const hashes = derived({}, () => hashesText(files));
  return { documents: files, snapshots: new Map([[HASHES_FILE, hashes], ...schemas]) };
}

/** Each document's SHA-256, and its canonical hash where it is JSON, computed again from its text. */
function hashesText(documents: OutputSet): string {
  const files = [...documents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => ({
      file,
      sha256: sha256Hex(text),
      ...(file.endsWith('.json') && {
        canonical_hash: canonicalHash(JSON.parse(text) as Record<string, unknown>),
      }),
    }));
  return canonicalFileText({ files });
}

/**
 * Writes the documents beside the inputs or elsewhere, the snapshots only when asked to; what is checked against each
 * other is replaced together.
 *
 * @throws GrowthError `output_unwritable`, `output_locked`
 */
export async function exportFixtures(options: { out?: string; updateSnapshots: boolean }): Promise<string[]> {
  const out = options.out ?? FIXTURES_FOLDER;
  checkOutputFolder(out);
  const { documents, snapshots } = await makeFixtures();
  const files = options.updateSnapshots ? new Map([...documents, ...snapshots]) : documents;
  writeOutputSet(out, files);
  return [...files.keys()];
}

/** How the committed fixtures differ from what would be written; empty when they are current. */
export async function checkFixtures(folder: string = FIXTURES_FOLDER): Promise<Difference[]> {
  const { documents, snapshots } = await makeFixtures();
  return [...documents, ...snapshots].flatMap(([file, text]) =>
    compareTexts(file, readBaseline(folder, file), text),
  );
}

/** @throws GrowthError `baseline_missing` */
export function readBaseline(folder: string, file: string): string {
  try {
    return readFileSync(path.join(folder, file), 'utf8');
  } catch (error) {
    throw new GrowthError('baseline_missing', `there is no ${file} to compare with`, { cause: error });
  }
}

/** Bundles that must be rejected, each named after the code with which: `CODE.json` or `CODE.what.json`. */
export function readNegatives(
  folder: string = FIXTURES_FOLDER,
): { file: string; code: string; text: string }[] {
  const negatives = path.join(folder, 'negative');
  const files = existsSync(negatives)
    ? readdirSync(negatives)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];
  if (files.length === 0)
    throw new GrowthError('baseline_missing', 'there are no negative fixtures to check');
  return files.map((name) => ({
    file: `negative/${name}`,
    code: name.split('.', 1)[0] ?? '',
    text: readBaseline(folder, `negative/${name}`),
  }));
}
