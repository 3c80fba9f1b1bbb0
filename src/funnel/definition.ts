import { type ErrorDetail, GrowthError } from '../errors.js';
import type { FUNNEL_MODES, FunnelAnalysisInputs, PropertyFilter } from '../inputs/schema.js';

/** How the events of an attempt must follow each other; docs/funnels.md defines each. */
export type FunnelMode = (typeof FUNNEL_MODES)[number];

/** An event passes when its property, as text, is one of the values. */
export interface StepFilter {
  readonly property: string;
  readonly values: readonly string[];
}

export interface FunnelStep {
  readonly name: string;
  readonly event: string;
  /** All of them must pass. */
  readonly where: readonly StepFilter[];
}

/** What is counted: steps within a window from the first. */
export interface FunnelDefinition {
  readonly name: string;
  readonly mode: FunnelMode;
  readonly steps: readonly FunnelStep[];
  /** Elapsed milliseconds from the first step, inclusive; null for none. */
  readonly windowMs: number | null;
  /** Property of the first event of the counted attempt by which users are told apart. */
  readonly segmentBy: string | undefined;
}

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** @throws GrowthError `inputs_invalid` when two steps share a name */
export function defineFunnel(inputs: FunnelAnalysisInputs): FunnelDefinition {
  const steps = inputs.steps.map((step): FunnelStep =>
    typeof step === 'string'
      ? { name: step, event: step, where: [] }
      : { name: step.name ?? step.event, event: step.event, where: filters(step.where ?? {}) },
  );
  const details = repeatedNames(steps.map(({ name }) => name));
  if (details.length > 0)
    throw new GrowthError('inputs_invalid', 'two steps of the funnel share a name', { details });
  return {
    name: inputs.funnel_name,
    mode: inputs.mode,
    steps,
    windowMs: parseWindow(inputs.window),
    segmentBy: inputs.segment_by,
  };
}

/** The properties that filters and segments read, each once. */
export function propertiesOf({ steps, segmentBy }: FunnelDefinition): string[] {
  const filtered = steps.flatMap(({ where }) => where.map(({ property }) => property));
  return [...new Set([...filtered, ...(segmentBy === undefined ? [] : [segmentBy])])];
}

/** Filters as the inputs give them, with values as text. */
export function filters(where: PropertyFilter): StepFilter[] {
  return Object.entries(where).map(([property, values]) => ({
    property,
    values: [values].flat().map(String),
  }));
}

/** An event may fill several steps, but in the report steps are told apart by their names. */
function repeatedNames(names: readonly string[]): ErrorDetail[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          {
            path: `/funnel_analysis/steps/${index}`,
            message: `"${name}" is the name of another step; give this one a name of its own: {"name": "${name} again", "event": …}`,
          },
        ]
      : [],
  );
}

/** `7d` in milliseconds; the schema has checked the form. */
function parseWindow(window: string): number | null {
  const match = /^(\d+)([smhd])$/.exec(window);
  if (match === null) return null;
  return Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
}
