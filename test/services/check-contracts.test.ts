import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalFileText } from '../../src/contracts/index.js';
import { checkContracts } from '../../src/services/check-contracts.js';
import { compareTexts } from '../../src/services/compare.js';
import { type FixtureSet, makeFixtures } from '../../src/services/fixtures.js';
import { recomputeInPython } from '../oracle/python.js';
import { FIXTURES, copyOfFixtures, readJson, temporaryFolder } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const JSON_FILES = ['request-bundle.json', 'report.json', 'runner-maturity.json', 'canonical-hashes.json'];

describe('checkContracts', () => {
  let made: FixtureSet;
  before(async () => {
    made = await makeFixtures();
  });

  it('agrees with the committed fixtures, schemas and negatives', async () => {
    const result = await checkContracts({ made });
    expect(result.differences).to.deep.equal([]);
    expect(result.checks.map(({ name }) => name)).to.include.members([
      ...JSON_FILES,
      'report.md',
      'negative/tenant_mismatch.json',
    ]);
  });

  for (const file of JSON_FILES) {
    it(`names every single field of ${file} that is changed`, () => {
      const golden = readJson(`${FIXTURES}/${file}`);
      const current = (made.documents.get(file) ?? made.snapshots.get(file))!;
      const leaves = [...leavesOf(golden)];
      expect(leaves.length).to.be.greaterThan(7);
      for (const { pointer, changed } of leaves) {
        const differences = compareTexts(file, canonicalFileText(changed), current);
        expect(differences.map((difference) => difference.pointer)).to.deep.equal([pointer]);
      }
    });
  }

  it('fails, end to end, on any one changed leaf, and names file and field', async () => {
    const folder = copyOfFixtures();
    const leaves = JSON_FILES.flatMap((file) =>
      [...leavesOf(readJson(`${FIXTURES}/${file}`))].map((leaf) => ({ file, ...leaf })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), async ({ file, pointer, changed }) => {
        writeFileSync(path.join(folder, file), canonicalFileText(changed));
        const { ok, differences } = await checkContracts({ made, folder });
        writeFileSync(path.join(folder, file), canonicalFileText(readJson(`${FIXTURES}/${file}`)));
        expect(ok).to.equal(false);
        expect(differences.map((difference) => [difference.file, difference.pointer])).to.deep.equal([
          [file, pointer],
        ]);
      }),
      { numRuns: 50 },
    );
  });

  it('names the line of report.md that is changed', async () => {
    const folder = copyOfFixtures();
    const lines = made.documents.get('report.md')!.split('\n');
    lines[4] = `${lines[4]!} `;
    writeFileSync(path.join(folder, 'report.md'), lines.join('\n'));
    const { differences } = await checkContracts({ made, folder });
    expect(differences.map(({ file, pointer }) => [file, pointer])).to.deep.equal([['report.md', 'line 5']]);
  });

  it('tells a file of the same content in another form', async () => {
    const folder = copyOfFixtures();
    writeFileSync(path.join(folder, 'report.json'), JSON.stringify(readJson(`${FIXTURES}/report.json`)));
    const { differences } = await checkContracts({ made, folder });
    expect(differences.map(({ rule, file }) => [rule, file])).to.deep.equal([
      ['form-differs', 'report.json'],
    ]);
  });

  it('fails when a negative fixture is accepted, or rejected for another reason', async () => {
    const folder = copyOfFixtures();
    writeFileSync(
      path.join(folder, 'negative', 'tenant_mismatch.json'),
      made.documents.get('request-bundle.json')!,
    );
    writeFileSync(path.join(folder, 'negative', 'cost_cap_missing.json'), '{}');
    const { differences } = await checkContracts({ made, folder });
    expect(differences.map(({ rule, file }) => [rule, file])).to.deep.equal([
      ['negative-not-rejected', 'negative/cost_cap_missing.json'],
      ['negative-not-rejected', 'negative/tenant_mismatch.json'],
    ]);
  });

  it('fails when a rule has no negative fixture any more', async () => {
    const folder = copyOfFixtures();
    rmSync(path.join(folder, 'negative', 'tenant_mismatch.json'));
    rmSync(path.join(folder, 'negative', 'not_canonical.order.json'));
    const { differences } = await checkContracts({ made, folder });
    expect(differences.map(({ rule, file }) => [rule, file])).to.deep.equal([
      ['negative-missing', 'negative/tenant_mismatch.json'],
      ['negative-missing', 'negative/not_canonical.json'],
    ]);
  });

  it('fails when a JSON Schema is not the one of the snapshot', async () => {
    const folder = copyOfFixtures();
    const file = 'schemas/ReportEnvelope.schema.json';
    writeFileSync(
      path.join(folder, file),
      made.snapshots.get(file)!.replace('"growth.analysis"', '"growth.other"'),
    );
    const { differences } = await checkContracts({ made, folder });
    expect(differences.map((difference) => [difference.file, difference.pointer])).to.deep.equal([
      [file, '/properties/report_type/const'],
    ]);
  });

  it('ends with an error, not with agreement, where there is nothing to compare with', async () => {
    await rejection(checkContracts({ made, folder: temporaryFolder() }), 'baseline_missing');
  });

  it('carries hashes and idempotency keys that Python computes alike', function () {
    const documents = ['request-bundle.json', 'report.json', 'runner-maturity.json'].map((file) =>
      readJson(`${FIXTURES}/${file}`),
    );
    const recomputed = recomputeInPython(this, documents);
    expect(recomputed.map(({ hash }) => hash)).to.deep.equal(
      documents.map((document) => document['canonical_hash']),
    );
    const requests = documents[0]!['requests'] as { idempotency_key: string }[];
    expect(requests).to.have.lengthOf(7);
    expect(recomputed[0]!.keys).to.deep.equal(requests.map(({ idempotency_key }) => idempotency_key));
  });
});

interface Leaf {
  readonly pointer: string;
  /** The whole document with this one leaf changed. */
  readonly changed: unknown;
}

function* leavesOf(document: unknown): Iterable<Leaf> {
  for (const path_ of leafPaths(document)) {
    const changed = structuredClone(document);
    change(changed, path_);
    yield {
      pointer: path_.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      changed,
    };
  }
}

function* leafPaths(value: unknown, path_: string[] = []): Iterable<string[]> {
  if (typeof value !== 'object' || value === null) yield path_;
  else for (const [key, child] of Object.entries(value)) yield* leafPaths(child, [...path_, key]);
}

function change(document: unknown, path_: readonly string[]): void {
  const parent = path_.slice(0, -1).reduce((value, key) => (value as Record<string, unknown>)[key], document);
  const holder = parent as Record<string, unknown>;
  const key = path_.at(-1)!;
  const value = holder[key];
  holder[key] =
    typeof value === 'string'
      ? `${value}x`
      : typeof value === 'number'
        ? value + 1
        : value === null
          ? 'x'
          : !value;
}
