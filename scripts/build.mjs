/** Compiles src into a clean dist. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './setup.mjs';

export function build() {
  rmSync(path.join(import.meta.dirname, '..', 'dist'), { recursive: true, force: true });
  run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
}

if (process.argv[1] === import.meta.filename) build();
