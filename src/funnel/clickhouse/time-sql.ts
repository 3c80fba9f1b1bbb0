import { type Column, bareType, textSql } from './column.js';
import { quoteIdentifier, quotePattern } from './literal.js';

/** SQL of a time column: whether a row has a time, and its whole milliseconds since 1970, rounded down. */
export interface TimeSql {
  readonly isTime: string;
  readonly milliseconds: string;
}

const DAY_MS = 86_400_000;
/** As `eventTime` reads them. */
const NUMBER = /^-?[0-9]{1,20}([.][0-9]+)?$/;
const ISO =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$/;

/**
 * The same reading of times as that of files, for any type of column; null for a type that holds no time.
 * Text is read by arithmetic: functions that parse times differ from version to version.
 */
export function timeSql(column: Column): TimeSql | null {
  const type = bareType(column);
  const name = quoteIdentifier(column.name);
  const typed = (milliseconds: string): TimeSql => ({
    isTime: `isNotNull(${name})`,
    milliseconds: `ifNull(${milliseconds}, 0)`,
  });
  if (/^DateTime(?:\(|$)/.test(type)) return typed(`toInt64(toUInt32(${name})) * 1000`);
  const precision = /^DateTime64\((\d)/.exec(type)?.[1];
  if (precision !== undefined) return typed(ofDateTime64(name, Number(precision)));
  if (type === 'Date') return typed(`toInt64(toUInt16(${name})) * ${DAY_MS}`);
  if (type === 'Date32') return typed(`toInt64(toInt32(${name})) * ${DAY_MS}`);
  if (/^U?Int\d+$/.test(type)) return typed(ofWhole(`toInt64(${name})`));
  // The text of a fraction is exact where arithmetic with doubles is not.
  return /^(?:Float|Decimal|String|FixedString)/.test(type) ? ofText(`ifNull(${textSql(column)}, '')`) : null;
}

function ofDateTime64(column: string, precision: number): string {
  if (precision <= 3) return `toUnixTimestamp64Milli(${column})`;
  return precision <= 6
    ? floorDivide(`toUnixTimestamp64Micro(${column})`, 1000)
    : floorDivide(`toUnixTimestamp64Nano(${column})`, 1_000_000);
}

/** Division of ClickHouse rounds to zero. */
function floorDivide(value: string, divisor: number): string {
  return `intDiv(${value} - if(${value} < 0, ${divisor - 1}, 0), ${divisor})`;
}

/** By its size a number is seconds, milliseconds, microseconds or nanoseconds. */
function ofWhole(value: string): string {
  return `multiIf(abs(${value}) < 100000000000, ${value} * 1000, abs(${value}) < 100000000000000, ${value},
    abs(${value}) < 100000000000000000, ${floorDivide(value, 1000)}, ${floorDivide(value, 1_000_000)})`;
}

function ofText(text: string): TimeSql {
  const isNumber = `match(${text}, ${quotePattern(NUMBER)})`;
  const iso = isoText(text);
  return {
    isTime: `(${isNumber} OR (match(${text}, ${quotePattern(ISO)}) AND ${iso.isReal}))`,
    milliseconds: `if(${isNumber}, ${ofNumberText(text)}, ${iso.milliseconds})`,
  };
}

/** Exact: fractions are rounded to nine decimals, as DuckDB does, and the sum is rounded down. */
function ofNumberText(text: string): string {
  const digits = `extract(${text}, '^-?0*([0-9]+)')`;
  const fraction = `concat(extract(${text}, '[.]([0-9]+)'), '0000000000')`;
  const nine = `(toInt64OrZero(substring(${fraction}, 1, 9)) + if(substring(${fraction}, 10, 1) >= '5', 1, 0))`;
  const whole = `(toInt64OrZero(${digits}) + intDiv(${nine}, 1000000000))`;
  const rest = `(${nine} % 1000000000)`;
  // Above 17 digits 64 bits may not do, so the last six go before the text becomes a number.
  const isLong = `length(${digits}) > 17`;
  const short = `toInt64OrZero(substring(${digits}, 1, toUInt64(greatest(toInt64(length(${digits})) - 6, 0))))`;
  const size = `multiIf(${isLong}, ${short}, ${whole} < 100000000000, ${whole} * 1000 + intDiv(${rest}, 1000000),
    ${whole} < 100000000000000, ${whole}, intDiv(${whole}, 1000))`;
  const isInexact = `multiIf(${isLong}, NOT match(${digits}, '000000$') OR ${nine} > 0,
    ${whole} < 100000000000, ${rest} % 1000000 != 0, ${whole} < 100000000000000, ${rest} != 0,
    ${whole} % 1000 != 0 OR ${rest} != 0)`;
  return `if(substring(${text}, 1, 1) = '-', -${size} - if(${isInexact}, 1, 0), ${size})`;
}

function isoText(text: string): { isReal: string; milliseconds: string } {
  const part = (from: number, length: number) => `toInt64OrZero(substring(${text}, ${from}, ${length}))`;
  const [year, month, day, hour, minute] = [part(1, 4), part(6, 2), part(9, 2), part(12, 2), part(15, 2)];
  const second = `if(substring(${text}, 17, 1) = ':', ${part(18, 2)}, 0)`;
  const thousandths = `toInt64OrZero(substring(concat(extract(${text}, '[.]([0-9]+)'), '000'), 1, 3))`;
  const offset = `extract(substring(${text}, 17), '[+-][0-9:]*$')`;
  const offsetHours = `toInt64OrZero(substring(${offset}, 2, 2))`;
  const offsetMinutes = `if(length(${offset}) > 3, toInt64OrZero(extract(${offset}, '([0-9]{2})$')), 0)`;
  const offsetSize = `(${offsetHours} * 60 + ${offsetMinutes})`;
  const east = `if(substring(${offset}, 1, 1) = '-', -${offsetSize}, ${offsetSize})`;
  const leap = `(${year} % 4 = 0 AND (${year} % 100 != 0 OR ${year} % 400 = 0))`;
  const days = `multiIf(${month} IN (4, 6, 9, 11), 30, ${month} = 2, if(${leap}, 29, 28), 31)`;
  return {
    isReal: `${month} BETWEEN 1 AND 12 AND ${day} BETWEEN 1 AND ${days} AND ${hour} < 24 AND ${minute} < 60
      AND ${second} < 60 AND ${offsetHours} < 24 AND ${offsetMinutes} < 60`,
    milliseconds: `(((${daysSince1970(year, month, day)} * 24 + ${hour}) * 60 + ${minute} - ${east}) * 60
      + ${second}) * 1000 + ${thousandths}`,
  };
}

/** Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil; years from 0 on. */
function daysSince1970(year: string, month: string, day: string): string {
  // A cycle of 400 years is added, so that January of the year 0 stays positive.
  const shifted = `(${year} + 400 - if(${month} <= 2, 1, 0))`;
  const ofCycle = `(${shifted} % 400)`;
  const ofYear = `(intDiv(153 * (${month} + if(${month} > 2, -3, 9)) + 2, 5) + ${day} - 1)`;
  return `(intDiv(${shifted}, 400) * 146097 + ${ofCycle} * 365 + intDiv(${ofCycle}, 4) - intDiv(${ofCycle}, 100)
    + ${ofYear} - 719468 - 146097)`;
}
