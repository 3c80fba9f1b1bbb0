import { quoteIdentifier, quoteString } from './literal.js';

/** A column of the table. */
export interface Column {
  readonly name: string;
  /** As the server describes it: `LowCardinality(Nullable(String))`. */
  readonly type: string;
}

/** A type without what wraps it. */
export function bareType({ type }: Column): string {
  let bare = type;
  for (;;) {
    const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(bare)?.[1];
    if (inner === undefined) return bare;
    bare = inner;
  }
}

/** SQL of a column's value as text: numbers by their decimal text. An expression, so that no alias is taken for the column. */
export function textSql({ name }: Column): string {
  return `toString(${quoteIdentifier(name)})`;
}

/**
 * SQL of whether a column's text is one of some. Where its type allows, the column itself is compared,
 * so that the server can use its indexes.
 */
export function isOneOfSql(column: Column, values: readonly string[]): string {
  const type = bareType(column);
  const name = quoteIdentifier(column.name);
  if (type === 'String') return `${name} IN (${values.map(quoteString).join(', ')})`;
  if (/^U?Int(?:8|16|32|64)$/.test(type)) {
    // No number has another text, such as 01.
    const numbers = values.filter((value) => /^(?:0|-?[1-9]\d{0,17})$/.test(value));
    return numbers.length === 0 ? '0' : `${name} IN (${numbers.join(', ')})`;
  }
  return `${textSql(column)} IN (${values.map(quoteString).join(', ')})`;
}
