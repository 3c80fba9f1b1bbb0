import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';

/** Process ids are told apart only on one machine; folders may be shared between several. */
const PREFIX = `growth-funnel-${hostname().replaceAll(/[^\w]/g, '_')}-`;

/**
 * Runs a task with a private folder for what memory cannot hold. It is removed at the end, also after a
 * signal; what a killed run could not remove, the next run does.
 *
 * @param task is given the folder, and a function to tell what stops its work when the process exits
 */
export async function withSpillFolder<Result>(
  task: (folder: string, onExit: (stop: () => void) => void) => Promise<Result>,
): Promise<Result> {
  removeStaleFolders();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  let stop: () => void = () => undefined;
  const onExit = () => {
    stop();
    remove();
  };
  process.once('exit', onExit);
  try {
    return await task(folder, (given) => (stop = given));
  } finally {
    process.off('exit', onExit);
    remove();
  }
}

/** Folders of runs of this machine that are no more. */
function removeStaleFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const pid = Number.parseInt(name.slice(PREFIX.length), 10);
    if (pid > 0 && !isRunning(pid)) {
      try {
        rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
      } catch {
        // Another user's folder in a shared temporary folder: theirs to remove.
      }
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user runs, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
