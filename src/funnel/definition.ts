import { type ErrorDetail, GrowthError } from '../errors.js';
import type { FunnelAnalysisInputs } from '../inputs/schema.js';

export interface FunnelStep {
  readonly name: string;
  readonly event: string;
}

/** What is counted: steps in order within a window from the first. */
export interface FunnelDefinition {
  readonly name: string;
  readonly mode: 'ordered';
  readonly steps: readonly FunnelStep[];
  /** Elapsed milliseconds from the first step, inclusive; null for none. */
  readonly windowMs: number | null;
}

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** @throws GrowthError `inputs_invalid` when two steps count the same event or share a name */
export function defineFunnel(inputs: FunnelAnalysisInputs): FunnelDefinition {
  const steps = inputs.steps.map((step) =>
    typeof step === 'string'
      ? { name: step, event: step }
      : { name: step.name ?? step.event, event: step.event },
  );
  const details: ErrorDetail[] = [
    ...repeats(
      steps.map(({ event }) => event),
      'counts an event that another step counts; this version needs distinct events',
    ),
    ...repeats(
      steps.map(({ name }) => name),
      'has the name of another step',
    ),
  ];
  if (details.length > 0) throw new GrowthError('inputs_invalid', 'the funnel repeats a step', { details });
  return { name: inputs.funnel_name, mode: inputs.mode, steps, windowMs: parseWindow(inputs.window) };
}

function repeats(values: readonly string[], message: string): ErrorDetail[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ path: `/funnel_analysis/steps/${index}`, message: `"${value}" ${message}` }]
      : [],
  );
}

/** `7d` in milliseconds; the schema has checked the form. */
function parseWindow(window: string): number | null {
  const match = /^(\d+)([smhd])$/.exec(window);
  if (match === null) return null;
  return Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
}
