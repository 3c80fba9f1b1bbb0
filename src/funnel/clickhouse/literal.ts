/**
 * The only places where text becomes part of a query. Old servers know no query parameters, so that text
 * is quoted here, for every version the same.
 */

/** A string literal: a backslash begins an escape in ClickHouse, also in old versions. */
export function quoteString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`;
}

/** An identifier in backticks. */
export function quoteIdentifier(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('\0', '\\0')}\``;
}

/** A regular expression (RE2) as a literal. */
export function quotePattern(pattern: RegExp): string {
  return quoteString(pattern.source);
}
