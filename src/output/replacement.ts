import { lstatSync, renameSync } from 'node:fs';
import path from 'node:path';
import { ifPossible, isSystemError, reasonOf, unwritable } from './failure.js';
import { syncFolder } from './folder.js';

/** A file that is replaced, or only goes. */
export interface Change {
  /** Where it lies and belongs. */
  readonly place: string;
  /** Where its new text lies, complete; undefined where it only goes. */
  readonly staged: string | undefined;
  /** Where the old file is put. */
  readonly displaced: string;
}

/**
 * Puts staged files in the place of old ones. The old commit record goes before all others and the new one comes after
 * them, with what went before made durable: where a record lies, the files beside it are of the same run. When a step
 * fails, all are taken back, the last one first, so that the old files lie there as before.
 *
 * @param out    for error messages
 * @param record the commit record, where the files have one
 * @throws GrowthError `output_unwritable`; what the system answers
 */
export function replaceFiles(
  out: string,
  { record, others }: { readonly record: Change | undefined; readonly others: readonly Change[] },
): void {
  const all = record === undefined ? others : [record, ...others];
  for (const change of all) refuseFolder(out, change);
  const moves: Move[] = [];
  try {
    if (record !== undefined) {
      moveOut(record, moves);
      syncFoldersOf([record]);
    }
    for (const change of others) {
      moveOut(change, moves);
      moveIn(change, moves);
    }
    syncFoldersOf(all);
    if (record !== undefined) {
      moveIn(record, moves);
      syncFoldersOf([record]);
    }
  } catch (error) {
    if (takeBack(all, moves)) throw error;
    const reason = `${reasonOf(error)}; the old documents could not be put back, so it holds no whole set until the next run`;
    throw unwritable(out, reason, error);
  }
}

/** A folder in the place of a file would stop the replacement half-way. */
function refuseFolder(out: string, { place }: Change): void {
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
    throw unwritable(out, `a folder named ${path.basename(place)} is in the way`);
}

interface Move {
  readonly from: string;
  readonly to: string;
}

function moveOut({ place, displaced }: Change, moves: Move[]): void {
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) move(place, displaced, moves);
}

function moveIn({ staged, place }: Change, moves: Move[]): void {
  if (staged !== undefined) move(staged, place, moves);
}

function move(from: string, to: string, moves: Move[]): void {
  // Noted first: a network file system may have done what it reports as failed.
  moves.push({ from, to });
  renameSync(from, to);
}

function syncFoldersOf(changes: readonly Change[]): void {
  for (const folder of new Set(changes.map(({ place }) => path.dirname(place)))) syncFolder(folder);
}

/** @returns whether all moves could be taken back */
function takeBack(changes: readonly Change[], moves: readonly Move[]): boolean {
  try {
    for (const [index, { from, to }] of [...moves.entries()].reverse()) {
      // The old record, which vouches for the others, was the first to go.
      if (index === 0) ifPossible(() => syncFoldersOf(changes));
      try {
        renameSync(to, from);
      } catch (error) {
        // This move was the one that failed.
        if (!isSystemError(error, 'ENOENT')) throw error;
      }
    }
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
