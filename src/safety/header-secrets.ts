import type { NamedSecret } from './named-secret.js';
import { looksRandom } from './randomness.js';

/** Credentials of HTTP headers and command lines. */
export const HEADER_SECRETS: readonly NamedSecret[] = [
  {
    // Command lines of curl; `-u 1000:1000` are a user's and a group's numbers.
    pattern: /(?<!\S)(?:-u|--user)[ =]["']?(?<secret>[^\s:"'<>]{1,128}:[^\s"'<>]{1,256})/dg,
    isSecret: (value) => !/^\d+:\d+$/.test(value),
  },
  {
    // RFC 9110, 11.6.2: a scheme, of which there are more than any list holds, and its credentials.
    pattern:
      /authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?:[A-Za-z][\w-]{1,39}[ \t]{1,3})?(?<secret>[^\s"'<>,;]{6,4000})/dgi,
    isSecret: (value, match) => {
      const hasScheme = /[\w-][ \t]+$/.test(match.slice(0, match.length - value.length));
      return hasScheme ? isCredential(value) : isLoneCredential(value);
    },
  },
  {
    pattern: /(?<![A-Za-z])(?:Bearer|Basic)[ \t]{1,3}(?<secret>[\w.~+/-]{12,4000}={0,2})/dgi,
    isSecret: looksRandom,
  },
];

/** Signatures of Amazon and others name their parts, each of which is looked at by its name. */
function isCredential(value: string): boolean {
  return /\d|[a-z][A-Z]|[A-Z][a-z].*[A-Z]/.test(value) && !/^Credential=/i.test(value);
}

/** Without a scheme; one that is left when its credentials are gone (`GenieKey`, `AWS4-HMAC-SHA256`) is none. */
function isLoneCredential(value: string): boolean {
  return (looksRandom(value) || (value.length >= 10 && /\d/.test(value))) && !/-SHA\d{1,3}$/i.test(value);
}
