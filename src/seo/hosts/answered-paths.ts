import type { PathPattern } from './path-pattern.js';

/** Patterns that are gone through for each path; hosts allow about a hundred. */
const MAX_PATTERNS = 10_000;

/** The paths that a host answers, or may answer, though no file has them; a slash at the end does not count. */
export class AnsweredPaths {
  readonly #literals = new Set<string>();
  readonly #patterns: PathPattern[] = [];

  constructor(patterns: readonly PathPattern[]) {
    for (const pattern of patterns) {
      if (pattern.literal === undefined) this.#patterns.push(pattern);
      else this.#literals.add(withoutSlash(pattern.literal));
    }
  }

  has(path: string): boolean {
    const plain = withoutSlash(path);
    return (
      this.#patterns.length > MAX_PATTERNS ||
      this.#literals.has(plain) ||
      this.#patterns.some(({ matches }) => matches(plain) !== 'no' || matches(`${plain}/`) !== 'no')
    );
  }
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
