/** A step of an automaton: takes a character and goes on, or goes on in several ways without taking one. */
type State =
  | { readonly takes: (character: string) => boolean; readonly next: number }
  | { readonly ways: readonly number[] }
  | 'end';

/**
 * Compiles a glob over paths with slashes: `*` and `?` within a name, `**` over folders, `[a-z]`, `[!a]`, `{a,b}`, and
 * `\` before a character that means itself. A dot at the start of a name is a character like any other.
 *
 * The pattern is an automaton of which all states are followed at once, so that a path takes time in proportion to its
 * length times that of the pattern; a regular expression with many wildcards takes exponential time. Source: R. Cox,
 * "Regular Expression Matching Can Be Simple And Fast" (2007).
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const automaton = new Automaton();
  const start = new GlobParser(glob, automaton).parse();
  return (path) => automaton.accepts(start, path);
}

class Automaton {
  readonly #states: State[] = ['end'];

  /** @returns where it stands */
  add(state: State): number {
    return this.#states.push(state) - 1;
  }

  /** Any number of characters, none included, and then on. */
  addLoop(takes: (character: string) => boolean, next: number): number {
    const loop = this.#states.length + 1;
    const body = this.add({ takes, next: loop });
    return this.add({ ways: [next, body] });
  }

  accepts(start: number, path: string): boolean {
    let current = this.#reached([start]);
    for (const character of path) {
      const next: number[] = [];
      for (const place of current) {
        const state = this.#states[place];
        if (typeof state === 'object' && 'takes' in state && state.takes(character)) next.push(state.next);
      }
      if (next.length === 0) return false;
      current = this.#reached(next);
    }
    return current.has(END);
  }

  /** The places and all that they lead to without a character. A set hands out what is added on the way. */
  #reached(places: readonly number[]): ReadonlySet<number> {
    const found = new Set(places);
    for (const place of found) {
      const state = this.#states[place];
      if (typeof state === 'object' && 'ways' in state) for (const way of state.ways) found.add(way);
    }
    return found;
  }
}

const END = 0;
const isAny = (): boolean => true;
const isInName = (character: string): boolean => character !== '/';

/** What a piece of the glob becomes: where to begin so as to go on at `next`. */
type Piece = (next: number) => number;

class GlobParser {
  readonly #characters: readonly string[];
  readonly #automaton: Automaton;
  /** Places of braces and commas that part alternatives; others mean themselves. */
  readonly #braceMarks: ReadonlySet<number>;
  readonly #lastBracket: number;
  #at = 0;

  constructor(glob: string, automaton: Automaton) {
    this.#characters = [...glob];
    this.#automaton = automaton;
    this.#braceMarks = braceMarks(this.#characters);
    this.#lastBracket = this.#characters.lastIndexOf(']');
  }

  parse(): number {
    return chained(this.#pieces(), END);
  }

  /** Up to the end of the glob, or of an alternative. */
  #pieces(): Piece[] {
    const pieces: Piece[] = [];
    for (let character = this.#peek(); character !== undefined; character = this.#peek()) {
      if (character !== '{' && this.#braceMarks.has(this.#at)) break;
      this.#at += 1;
      pieces.push(this.#piece(character));
    }
    return pieces;
  }

  #piece(character: string): Piece {
    if (character === '*') return this.#stars();
    if (character === '/' && this.#isAtLastStars()) return this.#folderAndAllBelow();
    if (character === '?') return this.#taking(isInName);
    if (character === '[') return this.#class() ?? this.#literal('[');
    if (character === '{' && this.#braceMarks.has(this.#at - 1)) return this.#braces();
    if (character === '\\' && this.#peek() !== undefined) return this.#literal(this.#take());
    return this.#literal(character);
  }

  /** `**` as a whole name stands for any folders, none included; other stars stay within a name. */
  #stars(): Piece {
    const before = this.#characters[this.#at - 2];
    let count = 1;
    for (; this.#peek() === '*'; this.#at += 1) count += 1;
    const after = this.#peek();
    const isWholeName = (before === undefined || before === '/') && (after === undefined || after === '/');
    if (count === 1 || !isWholeName) return this.#repeating(isInName);
    if (after === undefined) return this.#repeating(isAny);
    this.#at += 1;
    const slash = this.#literal('/');
    return (next) => this.#automaton.add({ ways: [next, this.#repeating(isAny)(slash(next))] });
  }

  #isAtLastStars(): boolean {
    return this.#at === this.#characters.length - 2 && this.#characters.slice(this.#at).join('') === '**';
  }

  /** `a/**` is also `a` itself. */
  #folderAndAllBelow(): Piece {
    this.#at += 2;
    const slash = this.#literal('/');
    return (next) => this.#automaton.add({ ways: [next, slash(this.#repeating(isAny)(next))] });
  }

  #class(): Piece | undefined {
    if (this.#lastBracket < this.#at) return undefined;
    const end = this.#characters.indexOf(']', this.#at + (/[!^]/.test(this.#peek() ?? '') ? 2 : 1));
    if (end === -1) return undefined;
    const inside = this.#characters.slice(this.#at, end);
    this.#at = end + 1;
    const isNegated = inside[0] === '!' || inside[0] === '^';
    if (isNegated) inside.shift();
    const ranges = rangesOf(inside);
    const isListed = (character: string) =>
      ranges.some(([first, last]) => first <= character && character <= last);
    return this.#taking((character) => character !== '/' && isListed(character) !== isNegated);
  }

  #braces(): Piece {
    const alternatives: Piece[][] = [this.#pieces()];
    while (this.#peek() === ',') {
      this.#at += 1;
      alternatives.push(this.#pieces());
    }
    this.#at += 1;
    return (next) => this.#automaton.add({ ways: alternatives.map((pieces) => chained(pieces, next)) });
  }

  #literal(character: string): Piece {
    return this.#taking((other) => other === character);
  }

  #taking(takes: (character: string) => boolean): Piece {
    return (next) => this.#automaton.add({ takes, next });
  }

  #repeating(takes: (character: string) => boolean): Piece {
    return (next) => this.#automaton.addLoop(takes, next);
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(): string {
    this.#at += 1;
    return this.#characters[this.#at - 1] ?? '';
  }
}

/** Pieces one after the other, made from the last on. */
function chained(pieces: readonly Piece[], next: number): number {
  return pieces.reduceRight((following, piece) => piece(following), next);
}

/** `a-z` is a range, any other character one by itself. */
function rangesOf(characters: readonly string[]): (readonly [first: string, last: string])[] {
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < characters.length; at++) {
    const [first = '', dash, last] = characters.slice(at, at + 3);
    const isRange = dash === '-' && last !== undefined;
    ranges.push([first, isRange ? last : first]);
    if (isRange) at += 2;
  }
  return ranges;
}

/** Braces that are closed and hold a comma of their own, with these commas. */
function braceMarks(characters: readonly string[]): ReadonlySet<number> {
  const marks = new Set<number>();
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at];
    if (character === '\\') at += 1;
    else if (character === '{') open.push({ at, commas: [] });
    else if (character === ',') open.at(-1)?.commas.push(at);
    else if (character === '}') {
      const group = open.pop();
      if (group === undefined || group.commas.length === 0) continue;
      for (const mark of [group.at, ...group.commas, at]) marks.add(mark);
    }
  }
  return marks;
}
