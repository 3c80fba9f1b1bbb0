/** An SQL string literal; the parser ends a statement at U+0000, so that one is added by its number. */
export function quoteLiteral(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`;
}

/** A column's name in double quotes. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An SQL string literal that names one file; in the engine's functions `*`, `?` and `[` are patterns. */
export function fileLiteral(absolute: string): string {
  return quoteLiteral(absolute.replaceAll(/[*?[]/g, (character) => `[${character}]`));
}
