/**
 * Drafting as ratios taken in one run: 1,000 drafts of each kind from a sample profile, against reading the
 * profile's texts as Markdown a thousand times, which every draft does first.
 *
 *   pnpm bench:content          (it builds first; `ROUNDS=5`, `DRAFTS=1000`)
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CONTENT_TYPES } from '../src/runners/payload-values.js';

interface Sample {
  /** CPU of the drafting alone, ms. */
  readonly cpu: number;
  readonly drafts: number;
  /** Peak memory of the process, MB. */
  readonly memory: number;
}

const rounds = Number(process.env['ROUNDS'] ?? 3);
const count = process.env['DRAFTS'] ?? '1000';
const tasks = ['markup', ...CONTENT_TYPES];
const samples = new Map(tasks.map((task): [string, Sample[]] => [task, []]));
for (let round = 0; round < rounds; round++) {
  for (const task of tasks) samples.get(task)?.push(measure(task));
}

const median = (task: string, of: keyof Sample) =>
  (samples.get(task) ?? []).map((sample) => sample[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
const floor = median('markup', 'cpu');
console.log(`node ${process.version}, ${rounds} interleaved rounds, medians; ${count} drafts a kind`);
console.log(
  `${'kind'.padEnd(18)}${'ms a draft'.padStart(12)}${'÷ markup'.padStart(10)}${'peak MB'.padStart(9)}`,
);
for (const task of tasks) {
  const [cpu, drafts, memory] = [median(task, 'cpu'), median(task, 'drafts'), median(task, 'memory')];
  console.log(
    task.padEnd(18) +
      (cpu / drafts).toFixed(2).padStart(12) +
      (cpu / floor).toFixed(1).padStart(10) +
      memory.toFixed(0).padStart(9),
  );
}

function measure(task: string): Sample {
  const args = [path.join(import.meta.dirname, 'content-task.mjs'), task, task, count];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${task} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Sample;
}
