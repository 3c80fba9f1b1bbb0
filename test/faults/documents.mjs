/** What runs write in the tests of faults: every text says whose it is, and ends with a mark. */
const NAMES = ['request-bundle.json', 'report.json', 'report.md', 'runner-maturity.json'];

/** Besides the four documents, a run named "old" makes one that the others do not, and these one that it does not. */
export function documents(run, bytes = 5000) {
  const names = [...NAMES, run === 'old' ? 'findings.ndjson' : 'report.html'];
  return new Map(names.map((name) => [name, `${run} ${name} ${'x'.repeat(bytes)} end`]));
}
