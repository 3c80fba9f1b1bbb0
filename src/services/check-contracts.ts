import {
  VIOLATION_CODES,
  type Violation,
  validateBundle,
  validateMaturityReport,
  validateReport,
} from '../contracts/index.js';
import { type RunnerRegistry, jobTypeRules, registry } from '../runners/registry.js';
import { type Difference, compareTexts } from './compare.js';
import { FIXTURES_FOLDER, type FixtureSet, makeFixtures, readBaseline, readNegatives } from './fixtures.js';

export interface ContractCheck {
  readonly name: string;
  readonly ok: boolean;
}

export interface ContractResult {
  readonly ok: boolean;
  /** One per file compared, and one per negative fixture. */
  readonly checks: readonly ContractCheck[];
  readonly differences: readonly Difference[];
  /** The command that accepts the differences, once they are meant. */
  readonly accept: string;
}

export interface ContractOptions {
  readonly folder?: string;
  readonly runners?: RunnerRegistry;
  /** What to compare with, where it has been made already. */
  readonly made?: FixtureSet;
}

/**
 * Compares what growth makes now with the committed fixtures, byte for byte; checks hashes, the
 * documents' own rules, that each negative fixture is rejected for its one reason, and that the JSON
 * Schemas are those of the snapshot.
 *
 * @throws GrowthError `baseline_missing` where there is nothing to compare with
 */
export async function checkContracts(options: ContractOptions = {}): Promise<ContractResult> {
  const { folder = FIXTURES_FOLDER, runners = registry } = options;
  const { documents, snapshots } = options.made ?? (await makeFixtures(runners));
  const compared = [...documents, ...snapshots].map(([file, text]) => ({
    name: file,
    differences: [...compareTexts(file, readBaseline(folder, file), text), ...ownRules(file, text, runners)],
  }));
  const negatives = readNegatives(folder);
  const rejected = negatives.map(({ file, code, text }) => ({
    name: file,
    differences: negativeDifferences(file, code, text, runners),
  }));
  const all = [...compared, ...rejected, ...missingNegatives(negatives.map(({ code }) => code))];
  const differences = all.flatMap((one) => one.differences);
  return {
    ok: differences.length === 0,
    checks: all.map(({ name, differences: own }) => ({ name, ok: own.length === 0 })),
    differences,
    accept: 'growth fixtures export --update-snapshots',
  };
}

/** A document that breaks the contract is drift even where the committed one is the same. */
function ownRules(file: string, text: string, runners: RunnerRegistry): Difference[] {
  const violations = violationsOf(file, JSON_DOCUMENTS.has(file) ? JSON.parse(text) : undefined, runners);
  return violations.map(({ pointer, code, message }) => ({
    rule: 'value-differs',
    file,
    pointer,
    expected: 'a document that keeps the contract',
    actual: `${code}: ${message}`,
  }));
}

const JSON_DOCUMENTS: ReadonlySet<string> = new Set([
  'request-bundle.json',
  'report.json',
  'runner-maturity.json',
]);

function violationsOf(file: string, document: unknown, runners: RunnerRegistry): Violation[] {
  switch (file) {
    case 'request-bundle.json':
      return validateBundle(document, { jobTypes: jobTypeRules(runners) });
    case 'report.json':
      return validateReport(document);
    case 'runner-maturity.json':
      return validateMaturityReport(document);
    default:
      return [];
  }
}

function negativeDifferences(
  file: string,
  code: string,
  text: string,
  runners: RunnerRegistry,
): Difference[] {
  const violations = parsedViolations(text, runners);
  const codes = [...new Set(violations.map((violation) => violation.code))];
  if (codes.length === 1 && codes[0] === code) return [];
  const actual = codes.length === 0 ? 'accepted' : `rejected with ${codes.join(', ')}`;
  return [
    {
      rule: 'negative-not-rejected',
      file,
      pointer: violations.find((violation) => violation.code !== code)?.pointer ?? '',
      expected: `rejected with ${code} alone`,
      actual,
    },
  ];
}

/** What no bundle can show alone: it takes the files beside it, or a detector that the contract does not know. */
const NOT_OF_ONE_BUNDLE: ReadonlySet<string> = new Set(['trace_mismatch', 'sensitive_data']);

/** A rule that no negative fixture breaks is not known to be checked. */
function missingNegatives(shown: readonly string[]): { name: string; differences: Difference[] }[] {
  return VIOLATION_CODES.filter((code) => !NOT_OF_ONE_BUNDLE.has(code) && !shown.includes(code)).map(
    (code) => {
      const file = `negative/${code}.json`;
      const expected = `a bundle that is rejected with ${code}`;
      return {
        name: file,
        differences: [{ rule: 'negative-missing', file, pointer: '', expected, actual: 'absent' }],
      };
    },
  );
}

function parsedViolations(text: string, runners: RunnerRegistry): Violation[] {
  try {
    return validateBundle(JSON.parse(text), { jobTypes: jobTypeRules(runners) });
  } catch (error) {
    if (error instanceof SyntaxError) return [{ code: 'field_invalid', pointer: '', message: 'is no JSON' }];
    throw error;
  }
}
