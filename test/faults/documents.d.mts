import type { OutputSet } from '../../src/output/writer.js';

/** Name to text. */
export function documents(run: string, bytes?: number): OutputSet;
