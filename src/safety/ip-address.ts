import { isIPv4, isIPv6 } from 'node:net';
import { type PersonalDataDetector, type Span, whole } from './detector.js';
import { trimEnd } from './trim-end.js';

export const IP_ADDRESSES: readonly PersonalDataDetector[] = [
  // An address of the new kind may end in one of the old.
  {
    kind: 'ip',
    pattern: /(?<![\w.:]|%3A)[\da-f]{0,4}(?::|%3A)(?:[\da-f:.]|%3A){2,120}(?![A-Za-z0-9])/gi,
    locate: locateIpv6,
  },
  {
    kind: 'ip',
    pattern: /(?<![A-Za-z0-9]|\d\.)\d{1,3}(?:\.\d{1,3}){3}(?![A-Za-z0-9]|[.-]\d|-[A-Za-z]| release\b)/g,
    locate: whole(isPersonalIpv4),
  },
];

/** What stands in front of four numbers that are a version, a section or an object identifier. */
const NUMBERED =
  /(?:\b(?:v|ver|rev|sec|sect|art|ch|kap|ziff|nr|fig|tab|oid)\.?|version|release|build|firmware|update|upgrade|section|chapter|clause|article|artikel|abschnitt|absatz|kapitel|ziffer|annex|appendix|figure|table|§|[A-Za-z]-)["']?[ \u00a0]?[:=(>]{0,2}[ \u00a0]?["']?$/i;
/** A product and its version, as user agents name themselves (RFC 9110, 10.1.5); `/ip/` of a path is none. */
const PRODUCT = /(?<![A-Za-z/.])(?!IPs?\/)[A-Z][A-Za-z]{1,24}(?:\/|%2F)$/;

/** Loopback, unspecified, broadcast addresses and net masks identify nobody. */
function isPersonalIpv4(candidate: string, before: string): boolean {
  if (!isIPv4(candidate) || /^(?:127\.|0\.0\.0\.0$|255\.)/.test(candidate)) return false;
  return !NUMBERED.test(before) && !PRODUCT.test(before);
}

/** The longest part from the start that is an address; sentences go on with a full stop or colon. */
function locateIpv6(candidate: string): Span | undefined {
  const end = trimEnd(candidate, '.:').length;
  // A compressed address may end in two colons.
  const ends = candidate.startsWith('::', end) ? [end + 2, end] : [end];
  const found = ends.find((length) => isPersonalIpv6(candidate.slice(0, length).replaceAll(/%3A/gi, ':')));
  return found === undefined ? undefined : { start: 0, end: found };
}

function isPersonalIpv6(address: string): boolean {
  return isIPv6(address) && /\d/.test(address) && !/^[0:]*[01]?$/.test(address);
}
