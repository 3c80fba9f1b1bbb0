const DAY_SECONDS = 86_400;
const MIN_DAYS = 14;
/** Beyond a century a duration says nothing but that there is no test. */
const MAX_DAYS = 36_500;

/** Days to enrol, in whole weeks, two at least: weekdays differ. Null beyond a century. */
export function enrolmentDays(total: number, eligiblePerDay: number, allocation: number): number | null {
  const days = Math.ceil(total / (eligiblePerDay * allocation) - 1e-9);
  return days > MAX_DAYS ? null : Math.max(MIN_DAYS, Math.ceil(days / 7) * 7);
}

/** Days that the last who enrol need to convert: the whole window. */
export function maturityDays(windowSeconds: number | null): number {
  return windowSeconds === null ? 0 : Math.ceil(windowSeconds / DAY_SECONDS);
}
