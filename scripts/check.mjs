/**
 * `npm test`: sets up and passes every check. The closing line counts the tests and the other checks.
 * With GROWTH_NO_SKIP=1 (as in CI) a skipped test is a failed check.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setUp } from './setup.mjs';

setUp();

const root = path.join(import.meta.dirname, '..');
const tool = (file, ...args) => [process.execPath, [path.join('node_modules', file), ...args]];
const results = { passed: 0, failed: 0 };

await inPairs([
  ['types', tool('typescript/bin/tsc', '-p', 'tsconfig.json')],
  ['lint', tool('eslint/bin/eslint.js', '.')],
  ['import directions', tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src')],
  ['format', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  ['unused code', tool('knip/bin/knip.js')],
  ['bill of materials', [process.execPath, ['scripts/make-sbom.mjs', '--check']]],
  ['generated docs', [process.execPath, ['--import', 'tsx', 'scripts/generate-docs.ts', '--check']]],
]);
await check('build', [process.execPath, ['scripts/build.mjs']]);
await checkManifest();
await checkTests();
await check('contract', [process.execPath, ['bin/run.js', 'contracts', 'compat']]);

console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed === 0 ? 0 : 1;

/** Two at a time, for two cores. */
async function inPairs(checks) {
  const queue = [...checks];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await check(...next);
  };
  await Promise.all([worker(), worker()]);
}

async function check(name, [command, args]) {
  const { status, output } = await capture(command, args);
  report(name, status === 0, output);
  return { status, output };
}

function report(name, isPassed, output) {
  results[isPassed ? 'passed' : 'failed'] += 1;
  console.log(`${isPassed ? 'ok  ' : 'FAIL'}  ${name}`);
  if (!isPassed) console.log(output.trimEnd());
}

/** The committed manifest is what oclif would write; a command that it lacks would not be found. */
async function checkManifest() {
  const file = path.join(root, 'oclif.manifest.json');
  const committed = readFileSync(file, 'utf8');
  const { status, output } = await capture(...tool('oclif/bin/run.js', 'manifest'));
  const current = readFileSync(file, 'utf8');
  writeFileSync(file, committed);
  // oclif writes commands in the order of the file system.
  const isCurrent = isDeepStrictEqual(JSON.parse(committed), JSON.parse(current));
  report(
    'manifest',
    status === 0 && isCurrent,
    isCurrent ? output : 'oclif.manifest.json is not current; run "pnpm manifest"',
  );
}

async function checkTests() {
  const { status, output } = await capture(...tool('mocha/bin/mocha.js', '--no-color'), (text) =>
    process.stdout.write(text),
  );
  const count = (what) => Number(new RegExp(`^\\s*(\\d+) ${what}`, 'm').exec(output)?.[1] ?? 0);
  const [passing, failing, pending] = [count('passing'), count('failing'), count('pending')];
  results.passed += passing;
  results.failed += failing;
  if (passing === 0 || (status !== 0 && failing === 0))
    report('tests', false, 'the tests did not run to their end');
  if (pending > 0 && process.env.GROWTH_NO_SKIP === '1')
    report('no skipped test', false, `${pending} tests were skipped`);
}

function capture(command, args, onText = () => undefined) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        onText(text);
      });
    }
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}` }));
    child.on('close', (status) => resolve({ status, output }));
  });
}
