/** Rows that are sorted or grouped at once: more takes more memory, and is slower a row. */
const ROWS = 4_000_000;
/** Each part reads the table once, so that with the number of parts the time would grow as its square. */
const MAX_PARTS = 16;

/** Conditions on a column of hashes, of which each row meets one: parts of about the same size. */
export function partitions(column: string, rows: number): string[] {
  const parts = BigInt(Math.min(MAX_PARTS, Math.max(1, Math.ceil(rows / ROWS))));
  return Array.from({ length: Number(parts) }, (_, part) => {
    const [from, to] = [part, part + 1].map((edge) => (BigInt(edge) << 64n) / parts);
    const below = BigInt(part) + 1n === parts ? '' : ` AND ${column} < ${to}`;
    return `${column} >= ${from}${below}`;
  });
}
