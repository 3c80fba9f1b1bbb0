import path from 'node:path';
import type { FunnelDefinition } from '../definition.js';
import type { EventFile } from '../event-file.js';
import type { FunnelResult } from '../summary.js';
import { diskFull, isDiskFull } from './disk-full.js';
import { type ReadOptions, readEvents } from './read-events.js';
import { withSpillFolder } from './spill-folder.js';
import { tallyEvents } from './tally-events.js';

/** Memory of the engine; what does not fit goes to the disk. */
export const MEMORY_LIMIT = '320MB';

export interface CountOptions extends ReadOptions {
  readonly threads: number;
  readonly memoryLimit?: string;
}

/**
 * Counts a funnel with DuckDB, embedded: it reads, filters, removes duplicates and sorts, in a database of
 * its own on disk; the state machine in TypeScript decides. Loaded only here, since the import takes its time.
 *
 * @throws GrowthError `events_unreadable`, `events_column_missing`, `disk_full`
 */
export async function countWithDuckDb(
  files: readonly EventFile[],
  definition: FunnelDefinition,
  options: CountOptions,
): Promise<FunnelResult> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return withSpillFolder(async (folder, onExit) => {
    const instance = await DuckDBInstance.create(path.join(folder, 'events.duckdb'), {
      threads: String(options.threads),
      memory_limit: options.memoryLimit ?? MEMORY_LIMIT,
      temp_directory: folder,
      preserve_insertion_order: 'true',
      // The names of descriptors are used again for other files.
      enable_external_file_cache: 'false',
      // Extensions would be fetched from the network.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    // A query that goes on would hold up the exit.
    onExit(() => connection.interrupt());
    try {
      const lines = await readEvents(connection, files, definition, options);
      return await tallyEvents(connection, definition, lines);
    } catch (error) {
      throw isDiskFull(error) ? diskFull(error) : error;
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });
}
