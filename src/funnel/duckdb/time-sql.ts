/** ISO 8601 date, or date and time, which is UTC unless an offset follows. DuckDB's TIMESTAMP ignores offsets. */
const ISO_LOCAL = String.raw`\d{4}-\d{2}-\d{2}([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)?`;
const ISO_OFFSET = String.raw`(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)`;
/**
 * The usual form, told without a regular expression. What the cast takes beyond digits are signs and white
 * space in front of the year, and white space behind.
 */
const IS_USUAL = `time LIKE '____-__-__T__:__:__.___Z' AND time >= '0' AND time < ':' AND NOT contains(time, ' ')`;
/** DuckDB knows no offset after minutes. */
const WITH_SECONDS = `CASE WHEN substr(time, 17, 1) IN ('Z', '+', '-') THEN substr(time, 1, 16) || ':00' || substr(time, 17) ELSE time END`;

/** Macros that `TIME_SQL` needs; each divides and rounds down. */
export const TIME_MACROS = [
  'CREATE MACRO floor_div(x, d) AS CASE WHEN x >= 0 THEN x // d ELSE (x - (((x % d) + d) % d)) // d END',
  `CREATE MACRO whole_ms(x) AS CASE
    WHEN abs(x) < 100000000000 THEN x * 1000
    WHEN abs(x) < 100000000000000 THEN x
    WHEN abs(x) < 100000000000000000 THEN floor_div(x, 1000)
    ELSE floor_div(x, 1000000) END`,
  `CREATE MACRO decimal_ms(x) AS CASE
    WHEN abs(x) < 100000000000 THEN floor(x * 1000)::BIGINT
    WHEN abs(x) < 100000000000000 THEN floor(x)::BIGINT
    WHEN abs(x) < 100000000000000000 THEN floor_div(floor(x)::HUGEINT, 1000::HUGEINT)::BIGINT
    ELSE floor_div(floor(x)::HUGEINT, 1000000::HUGEINT)::BIGINT END`,
];

/**
 * Milliseconds since 1970, rounded down, of the column `time`, a text; NULL for what is no time. A number
 * is seconds below 1e11, milliseconds below 1e14, microseconds below 1e17, else nanoseconds. The branches
 * stand in the order of what is usual, and whole numbers apart, since decimal arithmetic is slow.
 */
export const TIME_SQL = `CASE
  WHEN ${IS_USUAL} THEN floor_div(epoch_us(try_cast(time AS TIMESTAMP)), 1000)
  WHEN regexp_full_match(time, '-?\\d{1,18}') THEN whole_ms(time::BIGINT)
  WHEN regexp_full_match(time, '${ISO_LOCAL}') THEN floor_div(epoch_us(try_cast(time AS TIMESTAMP)), 1000)
  WHEN regexp_full_match(time, '${ISO_LOCAL}${ISO_OFFSET}')
    THEN floor_div(epoch_us(try_cast(${WITH_SECONDS} AS TIMESTAMPTZ)), 1000)
  WHEN regexp_full_match(time, '-?\\d{1,20}(\\.\\d+)?') THEN decimal_ms(try_cast(time AS DECIMAL(38, 9)))
END`;
