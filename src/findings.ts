import type { Finding } from './contracts/index.js';

/** A finding, and what a person would do about it in one or two sentences; without one there is nothing to do. */
export interface ActionableFinding {
  readonly finding: Finding;
  readonly action?: string;
}
