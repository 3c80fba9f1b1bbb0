import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { sha256Hex } from '../contracts/canonical.js';
import { isSystemError } from './failure.js';

/** Writing takes seconds. A lock of another machine, of which only the age is known, counts as left behind after this. */
const STALE_MS = 60_000;

/** Who took a lock, as the name of a file says. */
export interface LockOwner {
  readonly name: string;
  readonly pid: number;
  readonly started: string;
  readonly place: string;
}

/** The name for a lock of this process: its id, when it started, where it runs, and which of its locks it is. */
export function ownerName(): string {
  return [process.pid, statusOf(process.pid).started, placeName(), randomBytes(4).toString('hex')].join('-');
}

export function parseOwner(name: string): LockOwner | undefined {
  const [, pid, started = '', place = ''] =
    /^([1-9]\d{0,9})-(\d*)-([0-9a-f]{12})-[0-9a-f]{8}$/.exec(name) ?? [];
  return pid === undefined ? undefined : { name, pid: Number(pid), started, place };
}

/**
 * Whether a process still runs. Of one elsewhere only the age of what it left tells, by the clock of the file system:
 * that of the other machine may be wrong, and so may ours.
 *
 * @param left   what it left
 * @param recent what this run has just made beside it
 */
export function isAlive(owner: LockOwner, left: string, recent: string): boolean {
  if (owner.place !== placeName()) return ageMs(left, recent) < STALE_MS;
  // This process writes one set at a time.
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // One of another user runs, too.
    if (!isSystemError(error, 'EPERM')) return false;
  }
  const { state, started } = statusOf(owner.pid);
  // Ended, and its parent has not asked how.
  if (state === 'Z') return false;
  // Unknown where the system does not tell, or not of other users; then it is taken for the same process.
  return started === '' || owner.started === '' || started === owner.started;
}

function ageMs(left: string, recent: string): number {
  const entry = statSync(left, { throwIfNoEntry: false });
  return entry === undefined ? Infinity : statSync(recent).mtimeMs - entry.mtimeMs;
}

/**
 * Fields 3 and 22 of Linux's `/proc/PID/stat`: a letter, and clock ticks since boot. Empty elsewhere. Ids of processes are
 * used again; with the time of the start they are not.
 */
function statusOf(pid: number): { readonly state: string; readonly started: string } {
  // The name in parentheses may hold blanks.
  const fields = ifReadable(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    .replace(/^.*\) /s, '')
    .split(' ');
  return { state: fields[0] ?? '', started: fields[19] ?? '' };
}

/**
 * Where process ids mean the same: a machine between two starts and, in containers, a namespace of processes. Two
 * containers that share a folder and a host name do not see each other's. As a hash: nobody is told who they are.
 */
function placeName(): string {
  const boot = ifReadable(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const processes = ifReadable(() => readlinkSync('/proc/self/ns/pid'));
  return sha256Hex([hostname(), boot, processes].join('\n')).slice(0, 12);
}

function ifReadable(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
