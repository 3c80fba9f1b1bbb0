import type { ContainedPath } from '../inputs/containment.js';

export type EventFormat = 'json' | 'ndjson' | 'csv' | 'parquet';
export type Compression = 'gz' | 'zst';

export interface EventFile extends ContainedPath {
  readonly format: EventFormat;
  /** undefined for none */
  readonly compression: Compression | undefined;
  readonly bytes: number;
}
