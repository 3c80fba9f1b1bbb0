import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { COMMIT_FILE, writeOutputSet } from '../../src/output/writer.js';
import { contentsOf, folderWith, temporaryFolder } from '../support/growth.js';
import { documents } from './documents.mjs';
import { arm } from './failpoint.mjs';
import { ended, startWriting } from './processes.js';

/** Files that are not growth's, some of them under names that look as if. */
const STRANGERS: Readonly<Record<string, string>> = {
  'notes.txt': 'mine',
  'assets/report.json': 'mine, too',
  '.growth-staging-mine/thesis.txt': 'years of work',
};
const OLD = Object.fromEntries(documents('old'));
const RUNS = ['old', 'new', 'next'];

/** What an output folder holds before a run writes to it. */
export interface Start {
  readonly what: string;
  /** Undefined where there is no folder yet. */
  readonly files: Readonly<Record<string, string>> | undefined;
  /** What killed runs left besides. */
  readonly leftovers?: string;
}

/** Made once: runs are really killed for the second. */
export async function starts(): Promise<readonly Start[]> {
  return [
    { what: 'no folder', files: undefined },
    {
      what: 'what killed runs left',
      files: { ...OLD, ...STRANGERS },
      leftovers: await leftoversOfKilledRuns(),
    },
  ];
}

/** A lock of a dead process, staging with documents, and a lock that was about to be taken. */
async function leftoversOfKilledRuns(): Promise<string> {
  const folder = temporaryFolder();
  const leaves = async (step: RegExp, left: RegExp) => {
    const call = callsOfRun(folderWith({})).findIndex((name) => step.test(name)) + 1;
    await ended(startWriting(folder, 'old', { plan: { folder, call, fault: 'kill' } }));
    expect(readdirSync(folder).some((name) => left.test(name))).to.equal(true);
  };
  await leaves(/^lstatSync request-bundle/, /^\.growth-staging-./);
  // The next one would clear that, but does not come so far.
  await leaves(/^renameSync \S+ \.growth\.lock$/, /^\.growth\.lock-./);
  expect(readdirSync(folder)).to.include('.growth.lock').and.to.have.lengthOf(3);
  return folder;
}

/** A folder as a start wants it; only its path where there is none yet. */
export function startingFrom({ files, leftovers }: Start): string {
  if (files === undefined) return path.join(temporaryFolder(), 'a', 'b');
  const folder = folderWith(files);
  if (leftovers !== undefined) cpSync(leftovers, folder, { recursive: true });
  return folder;
}

/** The calls of a run to which nothing happens. */
export function callsOfRun(folder: string, run = 'new'): readonly string[] {
  const { calls, disarm } = arm({ folder });
  try {
    writeOutputSet(folder, documents(run));
  } finally {
    disarm();
  }
  return calls;
}

/** Which call, from 1, is the first that changes the set: the old bundle goes or, without one, the first document comes. */
export function commitOf(calls: readonly string[]): number {
  const index = calls.findIndex((call) => /^renameSync (?:\S+\.json \d+\.old|\d+\.new )/.test(call));
  expect(index).to.be.greaterThan(0);
  return index + 1;
}

/** Everything but what growth keeps for itself while it writes. */
export function visible(folder: string): Record<string, string> {
  const texts = existsSync(folder) ? Object.entries(contentsOf(folder)) : [];
  return Object.fromEntries(texts.filter(([file]) => file in STRANGERS || !file.startsWith('.growth')));
}

/**
 * What holds whatever happened: a file under a final name is complete; where a bundle lies, all of its run lies there
 * and nothing of another; and what is not growth's is as it was.
 */
export function expectNothingMixed(folder: string, { files }: Start): void {
  const texts = Object.entries(visible(folder));
  const own = texts.filter(([file]) => !(file in STRANGERS));
  for (const [file, text] of own)
    expect(
      RUNS.map((run) => documents(run).get(file)),
      `${file} is not whole`,
    ).to.include(text);
  const run = own.find(([file]) => file === COMMIT_FILE)?.[1].split(' ', 1)[0];
  if (run !== undefined) expect(Object.fromEntries(own)).to.deep.equal(Object.fromEntries(documents(run)));
  const others = texts.filter(([file]) => file in STRANGERS);
  expect(Object.fromEntries(others)).to.deep.equal(files === undefined ? {} : STRANGERS);
}

/** The next run succeeds, and leaves its set, what is not growth's, and nothing else. */
export function expectNextRunToMend(folder: string, { files }: Start): void {
  callsOfRun(folder, 'next');
  const strangers = files === undefined ? {} : STRANGERS;
  expect(contentsOf(folder)).to.deep.equal({ ...Object.fromEntries(documents('next')), ...strangers });
  const kept = Object.keys(strangers).map((file) => file.split('/', 1)[0]);
  expect(readdirSync(folder).filter((name) => name.startsWith('.') && !kept.includes(name))).to.deep.equal(
    [],
  );
}
