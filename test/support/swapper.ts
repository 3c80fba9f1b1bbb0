import { spawn } from 'node:child_process';
import { renameSync, symlinkSync } from 'node:fs';

/** What the process runs: the real thing and the link change places without a pause. */
const SWAP = `
  const { renameSync } = require('node:fs');
  const [place, link] = process.argv.slice(1);
  process.stdout.write('ready');
  for (;;) {
    renameSync(place, place + '.real');
    renameSync(link, place);
    renameSync(place, link);
    renameSync(place + '.real', place);
  }
`;

/**
 * Runs a task while another process swaps a file or folder for a link to something else, over and over.
 *
 * @param place absolute: what is swapped
 * @param outside absolute: where the link leads
 */
export async function whileSwapped(
  place: string,
  outside: string,
  task: () => Promise<void> | void,
): Promise<void> {
  const link = `${place}.link`;
  symlinkSync(outside, link);
  const swapper = spawn(process.execPath, ['-e', SWAP, place, link], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => swapper.once('close', resolve));
  try {
    await new Promise((resolve) => swapper.stdout.once('data', resolve));
    await task();
  } finally {
    swapper.kill('SIGKILL');
    await ended;
  }
}

/** A swap of the test's own between two steps of what it tests. */
export function swapForLink(place: string, outside: string): void {
  renameSync(place, `${place}.real`);
  symlinkSync(outside, place);
}
