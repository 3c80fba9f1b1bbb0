import { isUtf8 } from 'node:buffer';
import type { FunnelDefinition } from './definition.js';
import { countFunnelDirectly } from './direct-engine.js';
import { type CountOptions, countWithDuckDb } from './duckdb/duckdb-engine.js';
import type { EventFile } from './event-file.js';
import { openEvents } from './open-events.js';
import type { FunnelResult } from './summary.js';

/** Up to so many bytes of NDJSON in all are counted in memory: DuckDB's import alone takes half a second. */
const DIRECT_BYTES = 1_000_000;

/**
 * Counts a funnel: small NDJSON in memory, all else with DuckDB. The numbers are the same.
 *
 * @throws GrowthError `events_unreadable`, `events_column_missing`, `disk_full`
 */
export async function countFunnel(
  files: readonly EventFile[],
  definition: FunnelDefinition,
  options: CountOptions,
): Promise<FunnelResult> {
  const texts = smallTexts(files);
  return texts === undefined
    ? countWithDuckDb(files, definition, options)
    : countFunnelDirectly(texts, definition, options);
}

/** What the files hold; undefined where they are not small NDJSON in UTF-8. */
function smallTexts(files: readonly EventFile[]): string[] | undefined {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const isPlain = files.every(({ format, compression }) => format === 'ndjson' && compression === undefined);
  if (!isPlain || bytes > DIRECT_BYTES) return undefined;
  const contents = files.map(startOf);
  if (contents.some((content) => content.length > DIRECT_BYTES)) return undefined;
  return contents.every((content) => isUtf8(content))
    ? contents.map((content) => content.toString('utf8'))
    : undefined;
}

/** One byte more than is counted in memory, should the file have grown. */
function startOf(file: EventFile): Buffer {
  const opened = openEvents(file);
  try {
    return opened.start(DIRECT_BYTES + 1);
  } finally {
    opened.close();
  }
}
