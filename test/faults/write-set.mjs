/**
 * Writes the documents of a run to a folder, with what is built: `write-set.mjs FOLDER RUN BYTES [MS]`; is killed MS
 * after it begins, where that is given. Exits 4 where it may not write.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { GrowthError } from '../../dist/errors.js';
import { writeOutputSet } from '../../dist/output/writer.js';
import { documents } from './documents.mjs';

const [, , folder, run, bytes, killAfter] = process.argv;
const set = documents(run, Number(bytes));
if (killAfter !== undefined) await killMeAfter(Number(killAfter));
const began = performance.now();
try {
  writeOutputSet(folder, set);
  process.stdout.write(`${performance.now() - began} ms\n`);
} catch (error) {
  if (!(error instanceof GrowthError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = error.exitCode;
}

/** From a thread of its own: this one does not yield while it writes. */
async function killMeAfter(milliseconds) {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    parentPort.once('message', () => setTimeout(() => process.kill(process.pid, 'SIGKILL'), workerData));
    parentPort.postMessage('ready');`;
  const worker = new Worker(code, { eval: true, workerData: milliseconds });
  await once(worker, 'message');
  worker.postMessage('go');
}
