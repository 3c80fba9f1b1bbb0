import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { ifPossible } from './failure.js';
import { syncFolder } from './folder.js';
import type { Change } from './replacement.js';

const PREFIX = '.growth-staging-';
/** A number for each file: its new text, and the old one that it replaced. */
const STAGED = /^\d+\.(?:new|old)$/;
const STAGED_NEW = /^\d+\.new$/;

/** A folder inside the output folder, and so on its file system, for what is not yet or no longer in its place. */
export class Staging {
  readonly #folder: string;
  #count = 0;

  constructor(out: string) {
    this.#folder = mkdtempSync(path.join(out, PREFIX));
  }

  /** Writes the new text of a file, if it gets one, and finds room for the old file. */
  stage(place: string, text: string | undefined): Change {
    const number = this.#count++;
    const staged = text === undefined ? undefined : path.join(this.#folder, `${number}.new`);
    if (staged !== undefined && text !== undefined) writeSynced(staged, text);
    return { place, staged, displaced: path.join(this.#folder, `${number}.old`) };
  }

  /** All that was staged outlasts a power cut. */
  sync(): void {
    syncFolder(this.#folder);
  }

  /** After a success: with the old files. */
  remove(): void {
    clear(this.#folder, STAGED);
  }

  /** After a failure: old files are still here only if they could not be put back, and are not thrown away. */
  removeNew(): void {
    clear(this.#folder, STAGED_NEW);
  }
}

/** Removes staging that killed runs left. Only for who holds the lock: then it is nobody's. */
export function clearStaging(out: string): void {
  for (const name of readdirSync(out)) {
    if (name.startsWith(PREFIX)) clear(path.join(out, name), STAGED);
  }
}

/** Only what a run may have put there, only in a real folder: a link may lead to a stranger's. */
function clear(folder: string, files: RegExp): void {
  ifPossible(() => {
    if (!lstatSync(folder).isDirectory()) return;
    for (const name of readdirSync(folder)) {
      if (files.test(name)) ifPossible(() => unlinkSync(path.join(folder, name)));
    }
    rmdirSync(folder);
  });
}

function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, 'wx');
  try {
    const bytes = Buffer.from(text);
    // The system may take less than it is given.
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
