import { percentDecoded } from '../percent-decoding.js';
import { type IdHashes, hasId } from './id-hashes.js';

/**
 * Whether a fragment (without `#`) leads somewhere on a page of these ids: to its top, to an id, or to an id once
 * percent-decoded. Text directives are no part of it.
 *
 * Source: WHATWG HTML, "select the indicated part"; URL fragment text directives (WICG)
 */
export function linksToFragment(given: string, ids: IdHashes): boolean {
  const directive = given.indexOf(':~:');
  const fragment = directive === -1 ? given : given.slice(0, directive);
  if (fragment === '' || hasId(ids, fragment)) return true;
  const decoded = percentDecoded(fragment);
  return (
    (decoded !== fragment && hasId(ids, decoded)) ||
    decoded.toLowerCase() === 'top' ||
    isLineRange(fragment, ids)
  );
}

/** Routes of scripts, which no file can confirm or deny. */
export function isUncheckedFragment(fragment: string): boolean {
  return fragment.startsWith('/') || fragment.startsWith('!');
}

/** `#12-34` selects lines by script where both ends are ids, as rustdoc and code hosts do it. */
function isLineRange(fragment: string, ids: IdHashes): boolean {
  const match = /^(L?\d+)-(L?\d+)$/.exec(fragment);
  return match !== null && hasId(ids, match[1] ?? '') && hasId(ids, match[2] ?? '');
}
