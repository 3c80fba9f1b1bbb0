/**
 * Start-up as ratios to `node -e 0`, CPU and wall, medians of interleaved rounds in one run.
 *
 * Run it with `pnpm bench` (it builds first); `ROUNDS=20 pnpm bench` for more rounds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const out = mkdtempSync(path.join(tmpdir(), 'growth-bench-'));
const rounds = Number(process.env['ROUNDS'] ?? 10);
const growth = path.join(root, 'bin', 'run.js');
const ids = ['--tenant', 'acme', '--project', 'lanternfish', '--trace', 'bench', '--out', out];
const commands: Record<string, string[]> = {
  'node -e 0': ['-e', '0'],
  'growth --version': [growth, '--version'],
  'growth runners describe': [growth, 'runners', 'describe'],
  'growth analyze (fixtures)': [growth, 'analyze', '--inputs', 'fixtures/jobforge/inputs.json', ...ids],
};

interface Sample {
  readonly cpu: number;
  readonly wall: number;
}

const samples = new Map(Object.keys(commands).map((name): [string, Sample[]] => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const sample = measure(args);
    // The first round warms the file cache.
    if (round > 0) samples.get(name)?.push(sample);
  }
}
rmSync(out, { recursive: true });

const floor = medians(samples.get('node -e 0') ?? []);
console.log(
  `node ${process.version}, ${rounds} interleaved rounds, medians; node -e 0 = ${floor.cpu.toFixed(0)} ms CPU, ${floor.wall.toFixed(0)} ms wall`,
);
console.log(`${'command'.padEnd(28)}${'CPU ratio'.padStart(10)}${'wall ratio'.padStart(12)}`);
for (const [name, list] of samples) {
  const { cpu, wall } = medians(list);
  console.log(
    `${name.padEnd(28)}${(cpu / floor.cpu).toFixed(2).padStart(10)}${(wall / floor.wall).toFixed(2).padStart(12)}`,
  );
}

function measure(args: readonly string[]): Sample {
  const started = performance.now();
  // The shell's own accounting of the finished child: user and system seconds.
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', '-', process.execPath, ...args],
    { cwd: root, encoding: 'utf8' },
  );
  const wall = performance.now() - started;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}; build first`);
  const [user = 0, system = 0] = stderr.trim().split(' ').map(Number);
  return { cpu: (user + system) * 1000, wall };
}

function medians(list: readonly Sample[]): Sample {
  const median = (pick: (sample: Sample) => number) =>
    list.map(pick).sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  return { cpu: median(({ cpu }) => cpu), wall: median(({ wall }) => wall) };
}
