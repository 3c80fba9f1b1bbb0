import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { GrowthError } from '../errors.js';
import { type ContainedPath, containedPath, normalizeRelative } from '../inputs/containment.js';

export type EventFormat = 'json' | 'ndjson' | 'csv' | 'parquet';
export type Compression = 'gz' | 'zst';

export interface EventFile extends ContainedPath {
  readonly format: EventFormat;
  /** undefined for none */
  readonly compression: Compression | undefined;
  readonly bytes: number;
}

const FORMATS: Readonly<Record<string, EventFormat>> = {
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  parquet: 'parquet',
};

/** The event files that a path, a glob or a list of them names, each once, by path in code units. */
export async function findEventFiles(
  root: string,
  eventsPath: string | readonly string[],
): Promise<EventFile[]> {
  const given = typeof eventsPath === 'string' ? [eventsPath] : eventsPath;
  const files = new Map<string, EventFile>();
  for (const [index, pattern] of given.entries()) {
    const pointer =
      typeof eventsPath === 'string'
        ? '/funnel_analysis/events_path'
        : `/funnel_analysis/events_path/${index}`;
    for (const relative of await matches(root, pattern, pointer)) {
      const file = await containedPath(root, relative, 'file', pointer);
      files.set(file.relative, {
        ...file,
        ...formatOf(file.relative, pointer),
        bytes: (await stat(file.absolute)).size,
      });
    }
  }
  return [...files.values()].sort((a, b) => (a.relative < b.relative ? -1 : 1));
}

async function matches(root: string, pattern: string, pointer: string): Promise<string[]> {
  const relative = normalizeRelative(pattern, pointer);
  // `app[slug]/events.csv` is a pattern by its form, and a file's name more often.
  if (!isDynamicPattern(relative) || existsSync(path.join(root, relative))) return [relative];
  const found = await glob(relative, {
    cwd: root,
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (found.length === 0) {
    throw new GrowthError('path_not_found', `${pointer}: no file matches "${relative}"`, {
      details: [{ path: pointer, message: `no file below the root matches "${relative}"` }],
    });
  }
  return found;
}

function formatOf(file: string, pointer: string): Pick<EventFile, 'format' | 'compression'> {
  const [, extension = '', packed] = /\.([^./]+?)(?:\.(gz|zst))?$/.exec(file.toLowerCase()) ?? [];
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  // Parquet compresses its pages itself.
  if (format === undefined || (format === 'parquet' && packed !== undefined)) {
    const shown = packed === undefined ? extension : `${extension}.${packed}`;
    throw new GrowthError(
      'events_format_unknown',
      `${pointer}: "${file}" is not a kind of events file that growth reads`,
      {
        details: [
          {
            path: pointer,
            message: `".${shown}" is none of .json, .ndjson, .jsonl, .csv (also with .gz or .zst) and .parquet`,
          },
        ],
      },
    );
  }
  return { format, compression: packed === 'gz' || packed === 'zst' ? packed : undefined };
}
