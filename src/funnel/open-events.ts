import { type ContainedPath, openContained, replaced } from '../inputs/containment.js';
import { GrowthError } from '../errors.js';
import type { OpenFile } from '../files/contained-file.js';
import type { EventFile } from './event-file.js';

/** An events file that is open. */
export interface OpenEvents extends EventFile {
  readonly opened: OpenFile;
}

/**
 * Runs a task on an events file that is open: all that reads it, engines that open files by name among them, gets the
 * same regular file inside of the root. Where the system cannot promise that of an engine, it is checked afterwards.
 *
 * @throws GrowthError `events_unreadable`, `path_…`
 */
export async function withEvents<Result>(
  file: EventFile,
  task: (events: OpenEvents) => Promise<Result>,
): Promise<Result> {
  const opened = openEvents(file);
  try {
    const result = await task({ ...file, opened });
    if (!opened.isStillNamed(file.root)) throw replaced(file.relative, file.pointer);
    return result;
  } finally {
    opened.close();
  }
}

/** Bytes of a file; one that may not be opened is told of at once, not after those before it are counted. */
export function eventFileSize(file: ContainedPath): number {
  const opened = openEvents(file);
  opened.close();
  return opened.size;
}

/** @throws GrowthError `events_unreadable`, `path_…` */
export function openEvents(file: ContainedPath): OpenFile {
  return openContained(file, (problem, cause) => unreadableEvents(file, problem, cause));
}

export function unreadableEvents({ relative }: ContainedPath, problem: string, cause?: unknown): GrowthError {
  return new GrowthError('events_unreadable', `"${relative}" cannot be read as events: ${problem}`, {
    details: [{ path: relative, message: problem }],
    cause,
  });
}
