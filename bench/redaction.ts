/**
 * Redaction against the labelled lists, and its speed as a ratio to one trivial pattern over the same texts.
 *
 *   pnpm bench:redaction        (`ROUNDS=5`, `MEGABYTES=4`)
 *
 * Ends with 1 below 0.98 recall or 0.99 precision over all kinds.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type RedactionKind, redact } from '../src/safety/redaction.js';
import { LOOK_ALIKES, POSITIVES } from '../test/safety/labelled/index.js';

const MIN_RECALL = 0.98;
const MIN_PRECISION = 0.99;
const rounds = Number(process.env['ROUNDS'] ?? 5);
const megabytes = Number(process.env['MEGABYTES'] ?? 4);

interface Tally {
  /** Data that must go, and those that went. */
  marked: number;
  gone: number;
  /** Replacements of what must stay. */
  mistaken: number;
}

const tallies = new Map<RedactionKind, Tally>();
const tallyOf = (kind: RedactionKind): Tally => {
  const tally = tallies.get(kind) ?? { marked: 0, gone: 0, mistaken: 0 };
  tallies.set(kind, tally);
  return tally;
};

for (const { kind, text, gone } of POSITIVES) {
  const { value, counts } = await redact({ text });
  const tally = tallyOf(kind);
  const missed = gone.filter((datum) => value.text.includes(datum));
  tally.marked += gone.length;
  tally.gone += gone.length - missed.length;
  if (missed.length > 0) console.log(`missed: ${value.text}`);
  const right = gone.length - missed.length;
  tallyMistakes(counts, text, (found) => (found === kind ? right : 0));
}
for (const text of LOOK_ALIKES) {
  const { counts } = await redact({ text });
  tallyMistakes(counts, text, () => 0);
}

console.log(`${POSITIVES.length} texts with data, ${LOOK_ALIKES.length} look-alikes`);
console.log(`${'kind'.padEnd(10)}${['data', 'gone', 'mistaken', 'recall', 'precision'].map(cell).join('')}`);
for (const [kind, tally] of tallies) print(kind, tally);
const all = [...tallies.values()].reduce((sum, { marked, gone, mistaken }) => ({
  marked: sum.marked + marked,
  gone: sum.gone + gone,
  mistaken: sum.mistaken + mistaken,
}));
print('all', all);
if (recall(all) < MIN_RECALL || precision(all) < MIN_PRECISION) {
  console.log(`below ${MIN_RECALL} recall or ${MIN_PRECISION} precision`);
  process.exitCode = 1;
}

await measureSpeed();

function tallyMistakes(
  counts: Readonly<Record<RedactionKind, number>>,
  text: string,
  expected: (kind: RedactionKind) => number,
): void {
  for (const kind of Object.keys(counts) as RedactionKind[]) {
    const surplus = counts[kind] - expected(kind);
    if (surplus <= 0) continue;
    tallyOf(kind).mistaken += surplus;
    console.log(`mistaken for ${kind}: ${text}`);
  }
}

function recall({ gone, marked }: Tally): number {
  return gone / marked;
}

function precision({ gone, mistaken }: Tally): number {
  return gone / (gone + mistaken);
}

function print(kind: string, tally: Tally): void {
  const figures = [tally.marked, tally.gone, tally.mistaken].map((figure) => cell(String(figure)));
  const rates = [recall(tally), precision(tally)].map((rate) => cell(rate.toFixed(4)));
  console.log(`${kind.padEnd(10)}${[...figures, ...rates].join('')}`);
}

function cell(text: string): string {
  return text.padStart(11);
}

/** Texts as a report holds them: lines of the sample site's pages, and every hundredth a labelled one. */
async function measureSpeed(): Promise<void> {
  const site = path.join(import.meta.dirname, '..', 'fixtures', 'jobforge', 'site');
  const lines = (readdirSync(site, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => readFileSync(path.join(site, file), 'utf8').split('\n'));
  const labelled = [...POSITIVES.map(({ text }) => text), ...LOOK_ALIKES];
  const texts: string[] = [];
  let bytes = 0;
  for (let index = 0; bytes < megabytes * 1e6; index++) {
    const from = index % 100 === 0 ? labelled : lines;
    const text = from[Math.floor(index / (index % 100 === 0 ? 100 : 1)) % from.length] ?? '';
    texts.push(text);
    bytes += Buffer.byteLength(text);
  }
  const floor: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await cpu(() => Promise.resolve(texts.map((text) => text.replaceAll(/\d{4}/g, '')))));
    ours.push(await cpu(() => redact({ texts })));
  }
  const [least, own] = [median(floor), median(ours)];
  const speed = (ms: number) => `${(bytes / 1e3 / ms).toFixed(1)} MB/s`;
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB in ${texts.length} texts, medians of ${rounds} interleaved rounds, CPU: ` +
      `redaction ${speed(own)}, one trivial pattern ${speed(least)}: ${(own / least).toFixed(0)} times its time`,
  );
}

async function cpu(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}
