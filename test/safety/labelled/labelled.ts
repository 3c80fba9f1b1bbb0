import type { RedactionKind } from '../../../src/safety/redaction.js';

/**
 * A text of the labelled lists.
 *
 * In the tables `⟦…⟧` marks what must be gone; all the rest must stay. `{hex:32}` stands for so many random
 * characters of an alphabet, and `·` for nothing: samples are put together at run time only, so that no scanner
 * mistakes a table for a leak.
 */
export interface Labelled {
  readonly kind: RedactionKind;
  readonly text: string;
  readonly gone: readonly string[];
  /** The text as it must come out. */
  readonly redacted: string;
}

const ALPHABETS: ReadonlyMap<string, string> = new Map([
  ['digit', '0123456789'],
  ['hex', '0123456789abcdef'],
  ['upper', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['lower', 'abcdefghijklmnopqrstuvwxyz'],
  ['UPPER', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
  ['lowernum', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  ['alnum', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'],
  ['b64', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'],
  ['url', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'],
]);

/** The rows of a table; random parts are the same in every run and for every place in the table. */
export function labelled(kind: RedactionKind, rows: readonly string[]): Labelled[] {
  return rows.map((row, index) => {
    const text = assembled(row, index + 1);
    const gone = [...text.matchAll(/⟦([^⟧]*)⟧/g)].map(([, datum = '']) => datum);
    if (gone.length === 0) throw new Error(`nothing is marked in ${row}`);
    return {
      kind,
      text: text.replaceAll(/[⟦⟧]/g, ''),
      gone,
      redacted: text.replaceAll(/⟦[^⟧]*⟧/g, `[redacted:${kind}]`),
    };
  });
}

/** Texts of which nothing may go. */
export const lookAlikes = (rows: readonly string[]): string[] =>
  rows.map((row, index) => assembled(row, 1_000 + index));

function assembled(row: string, seed: number): string {
  const random = generator(seed);
  return row.replaceAll('·', '').replaceAll(/\{(\w+):(\d+)\}/g, (_, name: string, length: string) => {
    const alphabet = ALPHABETS.get(name);
    if (alphabet === undefined) throw new Error(`no alphabet ${name}`);
    return Array.from({ length: Number(length) }, () => alphabet.charAt(random() % alphabet.length)).join('');
  });
}

/** Lehmer's generator (Park and Miller's minimal standard), warmed up, since near seeds start near. */
function generator(seed: number): () => number {
  let state = seed * 7919;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  for (let step = 0; step < 5; step++) next();
  return next;
}
