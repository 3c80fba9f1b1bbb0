import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { GrowthError } from '../errors.js';
import { containedPath, normalizeRelative } from '../inputs/containment.js';
import type { EventFile, EventFormat } from './event-file.js';
import { filesMatching } from './glob-files.js';
import { eventFileSize } from './open-events.js';

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
        bytes: eventFileSize(file),
      });
    }
  }
  return [...files.values()].sort((a, b) => (a.relative < b.relative ? -1 : 1));
}

async function matches(root: string, pattern: string, pointer: string): Promise<string[]> {
  const relative = normalizeRelative(pattern, pointer);
  // `app[slug]/events.csv` is a pattern by its form, and a file's name more often.
  if (!isDynamicPattern(relative) || existsSync(path.join(root, relative))) return [relative];
  const found = await filesMatching(root, relative, pointer);
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
