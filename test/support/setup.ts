import { spawnSync } from 'node:child_process';
import path from 'node:path';
import nock from 'nock';

const root = path.join(import.meta.dirname, '..', '..');

/** Subprocess tests run what is built, so it is always built from the sources as they are. */
export function mochaGlobalSetup(): void {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}`);
}

/** No test reaches a network but the loopback. */
export const mochaHooks = {
  beforeAll(): void {
    nock.disableNetConnect();
    nock.enableNetConnect(/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/);
  },
  afterEach(): void {
    nock.cleanAll();
    process.exitCode = undefined;
  },
};
