import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Context } from 'mocha';

export interface Recomputed {
  readonly hash: string;
  readonly keys: readonly string[];
}

/** Hashes and keys of documents as Python computes them; skips the test where there is no Python. */
export function recomputeInPython(context: Context, documents: readonly unknown[]): Recomputed[] {
  const { status, stdout, stderr, error } = spawnSync(
    'python3',
    [path.join(import.meta.dirname, 'recompute.py')],
    {
      input: documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') context.skip();
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Recomputed);
}
