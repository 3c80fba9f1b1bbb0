import { percentDecoded } from '../percent-decoding.js';
import { matchesWildcards } from '../wildcard.js';

/** `unknown` where the files don't tell, or where the pattern is of a form that is not read exactly. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** A pattern of a host for paths: decoded, from the origin on, with a leading slash. */
export interface PathPattern {
  readonly matches: (path: string) => Verdict;
  /** The one path that matches, where there are no wildcards. */
  readonly literal?: string;
}

/** Text in which `*` stands for any characters, slashes too. */
export function globPattern(text: string): PathPattern {
  const pieces = text.split('*').map(percentDecoded);
  const [literal = ''] = pieces;
  const matches = (path: string): Verdict => (matchesWildcards(path, pieces, true) ? 'yes' : 'no');
  return pieces.length === 1 ? { matches, literal } : { matches };
}

/** A pattern that is understood up to a certain place only: what begins otherwise does not match. */
export function prefixPattern(prefix: string): PathPattern {
  const start = percentDecoded(prefix);
  return { matches: (path) => (path.startsWith(start) ? 'unknown' : 'no') };
}

/** What a pattern of components takes after the last one. */
export type Rest =
  | 'nothing'
  /** A slash and anything. */
  | 'anything'
  /** Whole components. */
  | 'components';

/**
 * Components of a path, from the first slash on: a literal one, or undefined for any one that is not empty.
 *
 * @param least components that the rest has at least
 */
export function componentPattern(
  components: readonly (string | undefined)[],
  rest: Rest = 'nothing',
  least = 0,
): PathPattern {
  const wanted = components.map((component) =>
    component === undefined ? undefined : percentDecoded(component),
  );
  const matches = (path: string): Verdict => {
    const given = path.split('/').slice(1);
    const more = given.length - wanted.length;
    if (more < least || (more > 0 && rest === 'nothing')) return 'no';
    const isMatch = wanted.every((component, index) =>
      component === undefined ? given[index] !== '' : component === given[index],
    );
    const isWhole =
      rest !== 'components' || given.slice(wanted.length).every((component) => component !== '');
    return isMatch && isWhole ? 'yes' : 'no';
  };
  const isLiteral = rest === 'nothing' && wanted.every((component) => component !== undefined);
  return isLiteral ? { matches, literal: `/${wanted.join('/')}` } : { matches };
}

/** A pattern under a condition that the files don't tell: a country, a cookie, the name of the host. */
export function conditional(pattern: PathPattern): PathPattern {
  return { ...pattern, matches: (path) => (pattern.matches(path) === 'no' ? 'no' : 'unknown') };
}
