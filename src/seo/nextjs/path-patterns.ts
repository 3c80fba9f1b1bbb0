/** Whether a path may be matched by a pattern of a host or of `next.config`: never no where the host says yes. */
export type PathPattern = (path: string) => boolean;

/** What ends the literal part of a pattern: parameters, wildcards and regular expressions. */
const SPECIAL = /[:*([{?+$^|\\]/;

/**
 * Reads `/blog/:slug`, `/old/:path*`, `/docs/*` and regular expressions. A segment is compared if it is literal, a
 * plain parameter matches one segment, and from anything else on the pattern may match all.
 * Letter case doesn't count: path-to-regexp ignores it unless told otherwise.
 */
export function pathPattern(source: string): PathPattern {
  const wanted = segmentsOf(source.replace(/^\^/, ''));
  return (path) => {
    const segments = segmentsOf(path);
    for (const [index, pattern] of wanted.entries()) {
      const isParameter = /^:\w+$/.test(pattern);
      if (!isParameter && SPECIAL.test(pattern)) return true;
      const segment = segments[index];
      if (segment === undefined) return false;
      if (!isParameter && segment !== pattern) return false;
    }
    return segments.length === wanted.length;
  };
}

function segmentsOf(path: string): string[] {
  return path
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
}
