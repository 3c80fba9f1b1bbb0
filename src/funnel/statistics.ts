/** Two-sided 95 % quantile of the standard normal distribution. */
const Z95 = 1.959963984540054;

/** Wilson score interval of a rate at 95 %; null without observations. */
export function wilson95(successes: number, total: number): readonly [number, number] | null {
  return total === 0 ? null : wilsonInterval(successes, total, Z95);
}

/**
 * Wilson score interval of a rate.
 *
 * @param total observations, at least one
 * @param z two-sided normal quantile of the confidence: 1.96 at 95 %
 * @returns [low, high] in 0 to 1
 * Source: Wilson 1927; without continuity correction, as R's prop.test(correct = FALSE)
 */
export function wilsonInterval(successes: number, total: number, z: number): readonly [number, number] {
  const rate = successes / total;
  const z2 = z * z;
  const centre = rate + z2 / (2 * total);
  const spread = z * Math.sqrt((rate * (1 - rate)) / total + z2 / (4 * total * total));
  const low = successes === 0 ? 0 : (centre - spread) / (1 + z2 / total);
  const high = successes === total ? 1 : (centre + spread) / (1 + z2 / total);
  return [low, high];
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996: the
 * default of R and numpy, `quantile_cont` of DuckDB); null for no values.
 */
export function quantile(ascending: ArrayLike<number>, probability: number): number | null {
  if (ascending.length === 0) return null;
  const position = (ascending.length - 1) * probability;
  const below = Math.floor(position);
  const low = ascending[below] ?? 0;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}

/** Nine decimals: documents stay the same where the last bits of a computation differ. */
export function round9(value: number): number {
  return Number(value.toFixed(9)) + 0;
}

/** A rate as people read it, with one decimal: `46.5 %`. */
export function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`;
}
