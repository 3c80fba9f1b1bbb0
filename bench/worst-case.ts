/**
 * Worst-case inputs for every parser and family of patterns: `pnpm bench:worst-case [NAME]`, each in three sizes, of
 * which one is the double of the other. Twice the input may take twice the time and a tenth more (`MAX_RATIO`); a
 * case that takes longer fails the benchmark.
 *
 * Times are those of the processor. Of interleaved rounds the fastest counts, since other work on the machine and the
 * collector of garbage only ever make one slower. What seems to fail gets more rounds, up to eight times as many.
 */
import { DATA_CASES } from './worst-cases/data.js';
import { SITE_CASES } from './worst-cases/site.js';
import { TEXT_CASES } from './worst-cases/texts.js';
import type { WorstCase } from './worst-cases/worst-case.js';

const MAX_RATIO = 2.2;
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
/** The smallest size has to take so long, so that the clock and the collector are no matter. */
const MIN_MILLISECONDS = 6;
const MAX_SIZE = 1 << 20;

interface Measured {
  /** Units of the case; the sizes are this, twice and four times this. */
  readonly size: number;
  readonly milliseconds: readonly number[];
  /** Of one doubling, the mean of two. */
  readonly ratio: number;
}

const [wanted = ''] = process.argv.slice(2);
const cases = [...SITE_CASES, ...TEXT_CASES, ...DATA_CASES].filter(({ name }) => name.includes(wanted));
if (cases.length === 0) throw new Error(`there is no case "${wanted}"`);

let failed = 0;
let worst = 0;
console.log(
  `node ${process.version}, ${cases.length} cases, fastest of ${ROUNDS} rounds, at most ${MAX_RATIO} a doubling`,
);
for (const one of cases) {
  const { size, milliseconds, ratio } = await measured(one);
  const holds = ratio <= MAX_RATIO;
  if (!holds) failed += 1;
  worst = Math.max(worst, ratio);
  const times = milliseconds.map((time) => time.toFixed(1).padStart(8)).join(' ');
  const limit = one.largest === undefined ? '' : `  (${one.largest.limit})`;
  console.log(
    `${holds ? 'ok  ' : 'FAIL'} ${ratio.toFixed(2)} ${String(size).padStart(8)} ${times} ms  ${one.name}${limit}`,
  );
}
console.log(
  `${cases.length - failed} of ${cases.length} cases hold; the largest ratio is ${worst.toFixed(2)}`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function measured(one: WorstCase): Promise<Measured> {
  const size = await calibrated(one);
  let result = await ratioOf(one, size, ROUNDS);
  for (let factor = 2; factor <= 8 && result.ratio > MAX_RATIO; factor *= 2) {
    result = await ratioOf(one, size, factor * ROUNDS);
  }
  return result;
}

/** The first size that takes long enough, or the largest that there is. */
async function calibrated({ prepare, size: start = 64, largest }: WorstCase): Promise<number> {
  const end = Math.floor((largest?.size ?? MAX_SIZE) / 4);
  let size = start;
  for (; size < end; size *= 4) {
    const read = prepare(size);
    // The first times are those of code that is not compiled yet.
    if ((await fastest(read, 3)) >= MIN_MILLISECONDS) return size;
  }
  return Math.min(size, end);
}

async function ratioOf(one: WorstCase, size: number, rounds: number): Promise<Measured> {
  const readers = await repeatedReaders([1, 2, 4].map((factor) => one.prepare(size * factor)));
  const samples = readers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, read] of readers.entries()) samples[index]?.push(await timed(read));
  }
  const milliseconds = samples.map((times) => Math.min(...times));
  const [small = 0, , large = 0] = milliseconds;
  return { size, milliseconds, ratio: Math.sqrt(large / small) };
}

/** Where a limit keeps inputs so small that the clock is too coarse, each is read several times, all as often. */
async function repeatedReaders(readers: readonly (() => unknown)[]): Promise<(() => unknown)[]> {
  const [smallest] = readers;
  const once = smallest === undefined ? MIN_MILLISECONDS : await fastest(smallest, 3);
  const times = Math.ceil(MIN_MILLISECONDS / Math.max(0.05, once));
  return readers.map((read) => async () => {
    for (let time = 0; time < times; time++) await read();
  });
}

/** Milliseconds that the process had the processor, in all of its threads. */
async function timed(read: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Ends with the first time that is short enough: most sizes are. */
async function fastest(read: () => unknown, tries: number): Promise<number> {
  let best = Infinity;
  for (let attempt = 0; attempt < tries && best >= MIN_MILLISECONDS; attempt++)
    best = Math.min(best, await timed(read));
  return best;
}
