import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ActivePageRule, PageBatch } from './page/page-batch.js';
import { type BatchResult, type PageFiles, readBatch } from './page/read-batch.js';
import { PageRecords } from './page-records.js';
import type { SiteFiles } from './page-set.js';

/** Files that one thread reads at a time. */
const BATCH_FILES = 64;
/**
 * A thread pays for its start (it loads every rule, and its code is slow until compiled) only from so many batches on:
 * with two threads, sites of 500 and 1,200 pages took longer than with one.
 */
const BATCHES_PER_THREAD = 32;

export interface ReadOptions {
  readonly threads: number;
  readonly maxPages: number;
  readonly rules: readonly ActivePageRule[];
  readonly onPage?: ((done: number, total: number) => void) | undefined;
}

/** What a worker is asked and what it answers. */
export interface BatchRequest extends PageFiles {
  readonly number: number;
}
export type BatchAnswer = BatchResult & { readonly number: number };

export interface ReadPages {
  readonly records: PageRecords;
  /** HTML files that were not read because of `maxPages`. */
  readonly unread: number;
  /** HTML files that are larger than a page may be, or hold more links. */
  readonly oversized: readonly string[];
}

/**
 * Reads every page of a site once, on several threads where that pays. Batches are put together in the order of
 * the files, so that the records are the same for any number of threads.
 *
 * @throws GrowthError `page_unreadable`, `path_…` for a page that was swapped for something else, `limit_exceeded` for
 *   more links than can be held
 */
export async function readPages(files: SiteFiles, options: ReadOptions): Promise<ReadPages> {
  const requests = batchesOf(files);
  const collector = new Collector(files, options);
  const threads = Math.min(options.threads, Math.floor(requests.length / BATCHES_PER_THREAD));
  // Threads run what is built; from the sources there is nothing that they could load.
  const isBuilt = path.extname(import.meta.filename) === '.js';
  if (threads < 2 || !isBuilt) await readHere(requests, options.rules, collector);
  else await readOnThreads(threads, requests, options.rules, collector);
  return { records: collector.records, unread: collector.unread, oversized: collector.oversized };
}

function batchesOf({ root, candidates, locate }: SiteFiles): BatchRequest[] {
  return Array.from({ length: Math.ceil(candidates.length / BATCH_FILES) }, (_, number) => ({
    number,
    root,
    files: candidates
      .slice(number * BATCH_FILES, (number + 1) * BATCH_FILES)
      .map((file) => ({ path: file, location: locate(file) })),
  }));
}

/** A batch until those before it have come. */
interface Waiting {
  readonly batch: PageBatch;
  readonly oversized: readonly string[];
}

/** Takes batches in any order, adds them in the order of the files, and knows when there are enough. */
class Collector {
  readonly records = new PageRecords();
  readonly oversized: string[] = [];
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #done = 0;

  constructor(
    readonly files: SiteFiles,
    readonly options: Pick<ReadOptions, 'maxPages' | 'onPage'>,
  ) {}

  get isFull(): boolean {
    return this.records.pages.length >= this.options.maxPages;
  }

  /** HTML files behind the last page that was kept, where the limit was reached. */
  get unread(): number {
    const last = this.records.pages.at(-1);
    return this.isFull && last !== undefined
      ? this.files.candidates.length - this.files.candidates.indexOf(last.path) - 1
      : 0;
  }

  /** @throws GrowthError for a page that was refused */
  take(answer: BatchAnswer): void {
    if ('refused' in answer) throw this.files.refuse(answer.refused, answer.reason);
    const { length } = this.files.candidates;
    this.#waiting.set(answer.number, answer);
    this.#done = Math.min(length, this.#done + BATCH_FILES);
    this.options.onPage?.(this.#done, length);
    for (let next = this.#waiting.get(this.#next); next !== undefined; next = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#next += 1;
      if (!this.isFull) this.oversized.push(...next.oversized);
      this.records.add(next.batch, this.options.maxPages - this.records.pages.length);
    }
  }
}

async function readHere(
  requests: readonly BatchRequest[],
  rules: readonly ActivePageRule[],
  collector: Collector,
): Promise<void> {
  for (const { number, ...files } of requests) {
    if (collector.isFull) return;
    collector.take({ number, ...readBatch(files, rules) });
    // Signals and progress get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function readOnThreads(
  threads: number,
  requests: readonly BatchRequest[],
  rules: readonly ActivePageRule[],
  collector: Collector,
): Promise<void> {
  const queue = [...requests].reverse();
  const workerData = rules.map(({ rule, limits }) => ({ id: rule.id, limits }));
  const file = path.join(import.meta.dirname, 'page', 'page-worker.js');
  const workers = Array.from(
    { length: Math.min(threads, requests.length) },
    () => new Worker(file, { workerData }),
  );
  try {
    await Promise.all(workers.map((worker) => work(worker, queue, collector)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Batches that a worker has at hand: while it reads one, the next waits for it, and it for nobody. */
const AT_HAND = 2;

/** One worker takes batches from the queue until none is left. */
function work(worker: Worker, queue: BatchRequest[], collector: Collector): Promise<void> {
  return new Promise((resolve, reject) => {
    let atHand = 0;
    const refill = () => {
      while (atHand < AT_HAND) {
        const request = collector.isFull ? undefined : queue.pop();
        if (request === undefined) break;
        worker.postMessage(request);
        atHand += 1;
      }
    };
    worker.on('message', (answer: BatchAnswer) => {
      atHand -= 1;
      refill();
      try {
        collector.take(answer);
        if (atHand === 0) resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    worker.on('error', reject);
    refill();
    if (atHand === 0) resolve();
  });
}
