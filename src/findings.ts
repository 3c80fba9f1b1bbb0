import type { Evidence, Finding } from './contracts/index.js';

/** A finding, and what a person would do about it in one or two sentences; without one there is nothing to do. */
export interface ActionableFinding {
  readonly finding: Finding;
  readonly action?: string;
  /** How much of the product it touches, 0 to 1; all of it where nothing is said. */
  readonly reach?: number;
}

/** A title of a megabyte is evidence by its beginning, too. In code points. */
const MAX_VALUE = 500;
const MAX_EVIDENCE_TEXT = 300;

/**
 * Evidence of a length that people read. Only redacted evidence may be cut: half a secret is no
 * pattern that redaction would know.
 */
export function shortEvidence(evidence: Evidence): Evidence {
  const { description, value } = evidence;
  return {
    ...evidence,
    description: shortened(description, MAX_EVIDENCE_TEXT),
    ...(typeof value === 'string' && { value: shortened(value, MAX_VALUE) }),
  };
}

function shortened(text: string, limit: number): string {
  const characters = [...text.slice(0, 2 * limit + 2).toWellFormed()];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : characters.join('');
}
