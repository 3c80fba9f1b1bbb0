const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Milliseconds since 1970, rounded down, of a time as text: ISO 8601 (UTC unless an offset follows), or a
 * number: seconds below 1e11, milliseconds below 1e14, microseconds below 1e17, else nanoseconds.
 *
 * @returns null for what is no time
 */
export function eventTime(text: string): number | null {
  const number = /^(-?)(\d{1,20})(?:\.(\d+))?$/.exec(text);
  if (number !== null) return numericTime(number[1] === '-', number[2] ?? '', number[3] ?? '');
  const iso = ISO.exec(text);
  if (iso === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = iso
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = iso[4] === undefined && iso[8] !== undefined ? null : offsetMinutes(iso[8] ?? 'Z');
  if (offset === null) return null;
  const milliseconds = Number((iso[7] ?? '').slice(0, 3).padEnd(3, '0'));
  return date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
}

function offsetMinutes(text: string): number | null {
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', ''))];
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const NANO = 1_000_000_000n;

/** Exact decimal arithmetic: doubles lose the last digits of microseconds and nanoseconds. */
function numericTime(isNegative: boolean, whole: string, fraction: string): number | null {
  const roundsUp = Number(fraction.charAt(9)) >= 5 ? 1n : 0n;
  const size = BigInt(whole) * NANO + BigInt(fraction.slice(0, 9).padEnd(9, '0')) + roundsUp;
  const value = isNegative ? -size : size;
  if (size < 10n ** 11n * NANO) return Number(floorDivide(value, NANO / 1000n));
  if (size < 10n ** 14n * NANO) return Number(floorDivide(value, NANO));
  return Number(floorDivide(value, NANO * (size < 10n ** 17n * NANO ? 1000n : 1_000_000n)));
}

function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}
