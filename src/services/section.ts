import type { ActionableFinding } from '../findings.js';
import type { JobRequestDraft } from '../jobforge/client.js';
import type { OccurrenceTable } from '../seo/occurrence-table.js';
import type { RedactionCounts } from '../safety/redaction.js';

/** What one section of the inputs yields, besides its own figures. */
export interface SectionResult {
  readonly findings: readonly ActionableFinding[];
  readonly requests: readonly JobRequestDraft[];
  /** Lines for `report.inputs.notes`. */
  readonly notes: readonly string[];
  /** Every single place, where they were asked for. */
  readonly occurrences?: OccurrenceTable | undefined;
  /** What had to be redacted before the analysis, because ids are made from it. */
  readonly redactions?: RedactionCounts;
}

/** How far a long stage has come; the terminal shows it, nothing depends on it. */
export interface Progress {
  readonly stage: 'pages' | 'events' | 'queries' | 'drafts';
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;
