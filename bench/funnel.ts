/**
 * A funnel over made-up events as ratios taken in one run: reading every byte, DuckDB's own parsing and filtering, and
 * the whole funnel with its duplicates removed, in interleaved rounds.
 *
 *   pnpm bench:funnel               (it builds first; `ROUNDS=3`, `SIZES=1,10,30` in millions of events)
 *
 * Ten million events are 1.4 GB, which are written to the temporary folder first and removed afterwards.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const rounds = Number(process.env['ROUNDS'] ?? 3);
const sizes = (process.env['SIZES'] ?? '1,10').split(',').map(Number);
const ROOT = path.join(import.meta.dirname, '..');
const TASKS = ['read', 'filter', 'funnel'] as const;
type Task = (typeof TASKS)[number];

interface Sample {
  readonly cpu: number;
  readonly wall: number;
  /** Peak memory of the process, MB. */
  readonly memory: number;
}

const folder = mkdtempSync(path.join(tmpdir(), 'growth-bench-'));
try {
  for (const size of sizes) {
    const file = path.join(folder, 'events.ndjson');
    run('funnel-events.mjs', String(size * 1e6), file);
    report(file, size);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(file: string, size: number): void {
  const samples = new Map(TASKS.map((task): [Task, Sample[]] => [task, []]));
  for (let round = 0; round < rounds; round++) {
    for (const task of TASKS) {
      samples.get(task)?.push(JSON.parse(run('funnel-task.mjs', task, file)) as Sample);
    }
  }
  const median = (task: Task, of: keyof Sample) => {
    const sorted = (samples.get(task) ?? []).map((sample) => sample[of]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  console.log(`\n${size} million events, ${rounds} rounds`);
  console.log('task    CPU s   ÷ read  ÷ filter  wall s  peak MB');
  for (const task of TASKS) {
    const cpu = median(task, 'cpu');
    console.log(
      [
        task.padEnd(6),
        cpu.toFixed(2).padStart(6),
        (cpu / median('read', 'cpu')).toFixed(1).padStart(8),
        (cpu / median('filter', 'cpu')).toFixed(1).padStart(9),
        median(task, 'wall').toFixed(2).padStart(7),
        median(task, 'memory').toFixed(0).padStart(8),
      ].join(' '),
    );
  }
}

function run(script: string, ...values: string[]): string {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'bench', script), ...values],
    { encoding: 'utf8', cwd: ROOT },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
