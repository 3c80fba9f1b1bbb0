import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '..', '..');
export const FIXTURES = path.join(ROOT, 'fixtures', 'jobforge');

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a process of its own. */
export function growth(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string; nodeArgs?: readonly string[] } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(options.nodeArgs ?? []), path.join(ROOT, 'bin', 'run.js'), ...args],
    {
      encoding: 'utf8',
      cwd: options.cwd ?? ROOT,
      input: options.input ?? '',
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...options.env },
      maxBuffer: 64 * 1024 * 1024,
      timeout: 60_000,
    },
  );
  return { status, stdout, stderr };
}

/** The flags of an analysis, with those that a test is about. */
export function analyzeArgs(inputs: string, out: string, ...more: string[]): string[] {
  const ids = ['--tenant', 'acme', '--project', 'lanternfish', '--trace', 'fixtures'];
  return ['analyze', '--inputs', inputs, ...ids, '--out', out, ...more];
}

const folders: string[] = [];

/** A folder of the test's own, links resolved; removed when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'growth-test-'));
  folders.push(folder);
  return folder;
}

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a folder of the test's own: path to text or bytes; objects as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(target, isRaw ? content : JSON.stringify(content));
  }
  return folder;
}

/** A copy of the fixtures that a test may change. */
export function copyOfFixtures(): string {
  const folder = temporaryFolder();
  cpSync(FIXTURES, folder, { recursive: true });
  return folder;
}

/** Every file below a folder with its text, by path; to show that nothing was touched. */
export function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .sort()
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

export function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}
