import { matchesWildcards } from './wildcard.js';

/** The path of a rule, ready to be compared. */
export interface RobotsPattern {
  /** Split at `*`. */
  readonly pieces: readonly string[];
  /** Ends with `$`. */
  readonly isWhole: boolean;
  /** In octets; of two matching rules the longer one decides. */
  readonly length: number;
  /** The folder itself, for a rule that allows its index page. */
  readonly folder: RobotsPattern | undefined;
}

export function robotsPattern(value: string, isAllow: boolean): RobotsPattern {
  const text = normalizePercent(value);
  const slash = text.lastIndexOf('/');
  const isWhole = text.endsWith('$');
  return {
    pieces: (isWhole ? text.slice(0, -1) : text).split('*'),
    isWhole,
    length: text.length,
    // Google takes `Allow: /docs/index.html` for `/docs/`, too.
    folder:
      isAllow && slash !== -1 && text.startsWith('/index.htm', slash)
        ? robotsPattern(`${text.slice(0, slash + 1)}$`, false)
        : undefined,
  };
}

/** Octets of the pattern if it matches; 0 if not, and for the empty pattern, which is no rule. */
export function matchedLength(pattern: RobotsPattern, path: string): number {
  if (matchesWildcards(path, pattern.pieces, pattern.isWhole)) return pattern.length;
  return pattern.folder === undefined ? 0 : matchedLength(pattern.folder, path);
}

/**
 * RFC 9309, section 2.2.2: what is not ASCII is percent-encoded, and what is needlessly encoded decoded, so that
 * `%62` equals `b`, `%2f` equals `%2F`, but `%2F` never `/`.
 */
export function normalizePercent(text: string): string {
  return text.replaceAll(/%([\da-f]{2})|[^\0-\x7f]+/gi, (run: string, hex: string | undefined) => {
    if (hex === undefined) return encodeURIComponent(run.toWellFormed());
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : run.toUpperCase();
  });
}
