/**
 * `EIO` or another code of the system; `EIO after` (the call took effect all the same); `EIO half` (of a write, a part
 * took effect); `short` (the system takes less of a write than it is given); `kill`; `removed`, `replaced` (the folder).
 */
export type Fault = string;

export interface Plan {
  /** Calls that concern it, or what lies below, are counted. */
  readonly folder: string;
  /** Which call goes wrong, from 1; default: none. */
  readonly call?: number;
  readonly fault?: Fault;
  /** Whether all calls after it go wrong as well. */
  readonly isLasting?: boolean;
}

/** Until `disarm`, counts calls and lets one go wrong. */
export function arm(plan: Plan): { readonly calls: readonly string[]; readonly disarm: () => void };
