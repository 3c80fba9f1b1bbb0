/** An input that is as bad as one can be for what reads it, in any size. */
export interface WorstCase {
  /** The reader: `family case`. */
  readonly name: string;
  /**
   * Makes the input, and gives what reads it: making is not measured.
   *
   * @param size in units of the case: repetitions, lines, pages
   */
  readonly prepare: (size: number) => () => unknown;
  /** Size to begin with; doubled until it takes long enough to be measured. */
  readonly size?: number;
  /** No larger input gets as far as here: the limit that sees to it. */
  readonly largest?: { readonly size: number; readonly limit: string };
}

/** A case whose input is one piece over and over, between a beginning and an end. */
export function repeated(
  name: string,
  piece: string,
  read: (text: string) => unknown,
  { before = '', after = '' }: { readonly before?: string; readonly after?: string } = {},
): WorstCase {
  return {
    name: `${name} ${JSON.stringify(shortened(piece))}`,
    prepare: (size) => {
      const text = before + piece.repeat(size) + after;
      return () => read(text);
    },
  };
}

/** Several pieces for one reader. */
export function eachRepeated(
  name: string,
  pieces: readonly string[],
  read: (text: string) => unknown,
  around: { readonly before?: string; readonly after?: string } = {},
): WorstCase[] {
  return pieces.map((piece) => repeated(name, piece, read, around));
}

/** The user's errors are an end like any other; a reader that fails otherwise fails the benchmark. */
export function tolerating(read: () => unknown, isExpected: (error: unknown) => boolean): unknown {
  try {
    return read();
  } catch (error) {
    if (isExpected(error)) return error;
    throw error;
  }
}

function shortened(piece: string): string {
  return piece.length > 36 ? `${piece.slice(0, 35)}…` : piece;
}
