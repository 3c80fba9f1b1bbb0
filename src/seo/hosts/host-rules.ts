import { directivesForGoogle, hasNoindex } from '../robots-directives.js';
import type { PathPattern } from './path-pattern.js';

export interface HostProblem {
  readonly file: string;
  readonly message: string;
}

/** What the configuration of one host says. */
export interface HostRules {
  /** In the order of the file. */
  readonly robotsTags: readonly RobotsTagRule[];
  /** The first rule that matches is the only one that counts. */
  readonly isFirstOnly: boolean;
  /** Paths that the host answers by a redirect or with another file. */
  readonly answered: readonly PathPattern[];
  /** Where a path that is answered certainly leads: an address as the rule writes it; undefined if that isn't certain. */
  readonly destination: (path: string) => string | undefined;
}

/** A rule that sends X-Robots-Tag. */
export interface RobotsTagRule {
  readonly pattern: PathPattern;
  /** '' where the rule takes the header back. */
  readonly value: string;
}

/** Rules that are gone through for each path; hosts allow about a thousand. */
const MAX_RULES = 10_000;

/**
 * The directives that Google gets. Where several rules apply, hosts differ in whether the last one or all of them
 * count; so the answer is certain only if every rule that may apply agrees on noindex, and one of them does apply.
 */
export function robotsTagFor(host: HostRules, path: string): string | undefined {
  if (host.robotsTags.length > MAX_RULES) return undefined;
  const certain: string[] = [];
  const possible: string[] = [];
  for (const { pattern, value } of host.robotsTags) {
    const verdict = pattern.matches(path);
    if (verdict === 'no') continue;
    (verdict === 'yes' ? certain : possible).push(directivesForGoogle(value));
    if (verdict === 'yes' && host.isFirstOnly) break;
  }
  const tag = [...new Set(certain)].filter((directives) => directives !== '').join(', ');
  const isAgreed = [...certain, ...possible].every(
    (directives) => hasNoindex(directives) === hasNoindex(tag),
  );
  return isAgreed && tag !== '' ? tag : undefined;
}
