import type { OutputSet } from '../../src/output/writer.js';

/** Texts of a test as a set that may be written: they hold nothing to redact. */
export function outputSet(texts: Iterable<readonly [string, string]>): OutputSet {
  return new Map(texts) as ReadonlyMap<string, string> as OutputSet;
}
