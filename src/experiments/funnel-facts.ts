/** The funnel that proposals stand on: counted here, or handed in. */
export interface FunnelFacts {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly { readonly name: string; readonly users: number }[];
  /** Users at each step by segment, where events were split by one. */
  readonly segments?: readonly { readonly value: string; readonly users: readonly number[] }[] | undefined;
  readonly windowSeconds: number | null;
  /** Days that the events cover; null where unknown. */
  readonly spanDays: number | null;
}
