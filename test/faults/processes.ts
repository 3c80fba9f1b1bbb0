import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Plan } from './failpoint.mjs';

export const FAILPOINT = path.join(import.meta.dirname, 'failpoint.mjs');
const WRITE_SET = path.join(import.meta.dirname, 'write-set.mjs');

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface Writing {
  readonly plan?: Plan;
  readonly bytes?: number;
  /** It is killed so many milliseconds after it begins. */
  readonly killAfter?: number;
}

/** Writes the documents of a run to a folder in a process of its own, with what is built. */
export function startWriting(
  folder: string,
  run: string,
  { plan, bytes = 5000, killAfter }: Writing = {},
): ChildProcess {
  const args = [folder, run, String(bytes), ...(killAfter === undefined ? [] : [String(killAfter)])];
  return spawn(process.execPath, ['--import', FAILPOINT, WRITE_SET, ...args], { env: withPlan(plan) });
}

/** The environment in which failpoint.mjs, where it is preloaded, follows a plan. */
export function withPlan(plan: Plan | undefined): NodeJS.ProcessEnv {
  return { ...process.env, ...(plan && { GROWTH_FAILPOINT: JSON.stringify(plan) }) };
}

export async function ended(child: ChildProcess): Promise<Ended> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { status, signal, output };
}

/** Works on a list two at a time, for two cores. */
export async function inPairs<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = list.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all([worker(), worker()]);
}
