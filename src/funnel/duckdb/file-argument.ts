import type { Compression } from '../event-file.js';
import type { OpenEvents } from '../open-events.js';
import { fileLiteral } from './literal.js';

const COMPRESSIONS: Readonly<Record<Compression, string>> = { gz: 'gzip', zst: 'zstd' };

/** The file of a text reader of the engine; a descriptor's name does not end in `.gz`. */
export function fileArgument({ opened, compression }: OpenEvents): string {
  const file = fileLiteral(opened.name);
  return compression === undefined ? file : `${file}, compression = '${COMPRESSIONS[compression]}'`;
}
